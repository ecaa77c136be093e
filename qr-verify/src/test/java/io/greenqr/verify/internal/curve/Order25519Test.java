package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against {@link BigInteger}. */
class Order25519Test {
  private static final BigInteger L = Order25519.L;
  private static final BigInteger END = BigInteger.ONE.shiftLeft(512);

  private final Order25519 order = new Order25519();

  private static long[] words(BigInteger number) {
    long[] words = new long[4];
    for (int i = 0; i < 4; i++) {
      words[i] = number.shiftRight(64 * i).longValue();
    }
    return words;
  }

  private void assertReduces(BigInteger number) {
    byte[] bytes = new byte[64];
    for (int i = 0; i < 64; i++) {
      bytes[i] = number.shiftRight(8 * i).byteValue();
    }
    long[] out = new long[4];
    order.reduce(bytes, out);
    assertArrayEquals(words(number.mod(L)), out, number::toString);
  }

  @Test
  void reducesRandomNumbers() {
    int cases = CurveCases.of(200_000, 10_000_000);
    Random random = new Random(252);
    for (int i = 0; i < cases; i++) {
      // With long runs of equal bits as well.
      BigInteger number = new BigInteger(512, random);
      if (i % 3 == 0) {
        int from = random.nextInt(512);
        BigInteger run =
            BigInteger.ONE.shiftLeft(random.nextInt(513 - from)).subtract(BigInteger.ONE);
        number = i % 2 == 0 ? number.or(run.shiftLeft(from)) : number.andNot(run.shiftLeft(from));
      }
      assertReduces(number);
    }
  }

  @Test
  void reducesNumbersNextToMultiplesOfTheOrder() {
    BigInteger most = END.divide(L);
    Random random = new Random(253);
    for (int i = 0; i < 3_000; i++) {
      BigInteger multiple =
          i < 40
              ? BigInteger.valueOf(i)
              : i < 80 ? most.subtract(BigInteger.valueOf(i - 40)) : new BigInteger(260, random);
      for (int offset = -2; offset <= 2; offset++) {
        BigInteger number = multiple.multiply(L).add(BigInteger.valueOf(offset));
        if (number.signum() >= 0 && number.bitLength() <= 512) {
          assertReduces(number);
        }
        // Residues between 2^252 and L.
        BigInteger high = number.add(BigInteger.ONE.shiftLeft(252));
        if (high.signum() >= 0 && high.bitLength() <= 512) {
          assertReduces(high);
        }
      }
    }
    assertReduces(END.subtract(BigInteger.ONE));
    for (int bit = 0; bit < 512; bit++) {
      assertReduces(BigInteger.ONE.shiftLeft(bit));
      assertReduces(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
    }
  }

  @Test
  void numbersBelowTheOrderAreReducedAndNoOthers() {
    for (int offset = -3; offset <= 3; offset++) {
      assertEquals(offset < 0, Order25519.isReduced(words(L.add(BigInteger.valueOf(offset)))));
      assertEquals(
          offset < 0, Order25519.isReduced(words(L.add(BigInteger.valueOf(offset).shiftLeft(64)))));
      assertEquals(offset >= 0, Order25519.isReduced(words(BigInteger.valueOf(offset).mod(END))));
    }
    for (int bit = 0; bit < 256; bit++) {
      assertEquals(bit <= 252, Order25519.isReduced(words(BigInteger.ONE.shiftLeft(bit))));
      BigInteger flipped = L.flipBit(bit);
      assertEquals(L.testBit(bit), Order25519.isReduced(words(flipped)), "bit " + bit);
    }
    Random random = new Random(254);
    for (int i = 0; i < 100_000; i++) {
      BigInteger number = new BigInteger(i % 2 == 0 ? 253 : 256, random);
      assertEquals(number.compareTo(L) < 0, Order25519.isReduced(words(number)));
    }
  }

  @Test
  void subtractsFromTheOrder() {
    Random random = new Random(255);
    for (int i = 0; i < 100_000; i++) {
      BigInteger number = new BigInteger(253, random).mod(L);
      if (i < 2_000) {
        // Differences of which words are 0 or all ones.
        number = L.subtract(BigInteger.valueOf(i % 8).shiftLeft(i / 8 % 250)).mod(L);
      } else if (i < 4_000) {
        number = BigInteger.valueOf(i % 8).shiftLeft(i / 8 % 250).mod(L);
      }
      long[] words = words(number);
      Order25519.subtractFromOrder(words);
      assertArrayEquals(words(L.subtract(number)), words, number::toString);
    }
  }
}
