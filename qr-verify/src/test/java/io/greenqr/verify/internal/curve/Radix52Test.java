package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/** Held against {@link BigInteger}. */
class Radix52Test {
  private static final int RADIX = Radix52.RADIX;
  private static final long BASE = 1L << RADIX;
  private static final long MOST = 1L << 62;

  /** Where carries and signs change. */
  private static final long[] EDGES = {
    0, 1, -1, BASE - 1, BASE, BASE + 1, -BASE, 1 - BASE, -1 - BASE, MOST, -MOST, MOST - 1, 1 - MOST
  };

  private static BigInteger number(Limbs limbs) {
    return limbs.toBigInteger(RADIX);
  }

  private static long limb(Random random) {
    return random.nextInt(3) == 0
        ? random.nextLong() % (MOST + 1)
        : EDGES[random.nextInt(EDGES.length)];
  }

  private static void assertCarried(Limbs x) {
    assertEquals(0, (x.l0 | x.l1 | x.l2 | x.l3) & ~Radix52.MASK, "52 bits");
  }

  @Test
  void carryingKeepsTheNumber() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      Limbs x = P256Cases.limbs(limb(random), limb(random), limb(random), limb(random), 0);
      x.l4 = limb(random);
      BigInteger before = number(x);
      Radix52.carry(x);
      assertEquals(before, number(x));
      assertCarried(x);
      assertEquals(before.shiftRight(208).longValueExact(), x.l4);
    }
  }

  @Test
  void thereIsOneSpellingOfAResidue() {
    Random random = new Random(2);
    for (BigInteger modulus : new BigInteger[] {P256Field.P, P256Order.N}) {
      Limbs limbs = Limbs.of(modulus, RADIX);
      for (int multiple = -5; multiple <= 5; multiple++) {
        for (int offset = -300; offset <= 300; offset++) {
          BigInteger residue =
              Math.abs(offset) <= 3
                  ? BigInteger.valueOf(offset)
                  : new BigInteger(256, random).mod(modulus);
          assertCanonical(modulus.multiply(BigInteger.valueOf(multiple)).add(residue), limbs);
        }
      }
    }
  }

  private static void assertCanonical(BigInteger x, Limbs modulus) {
    BigInteger mask = BigInteger.valueOf(Radix52.MASK);
    long[] low = new long[4];
    for (int i = 0; i < 4; i++) {
      low[i] = x.shiftRight(RADIX * i).and(mask).longValue();
    }
    long top = x.shiftRight(208).longValueExact();
    Limbs expected = Limbs.of(x.mod(number(modulus)), RADIX);
    Limbs tidy = P256Cases.limbs(low[0], low[1], low[2], low[3], top);
    Radix52.canonical(tidy, modulus);
    assertTrue(expected.hasSameLimbs(tidy), x::toString);
    // The same number, its limbs beyond their bits on either side.
    long far = 512;
    Limbs loose =
        P256Cases.limbs(
            low[0] - far * BASE,
            low[1] + far + far * BASE,
            low[2] - far - BASE,
            low[3] + 1 + far * BASE,
            top - far);
    assertEquals(x, number(loose));
    Radix52.canonical(loose, modulus);
    assertTrue(expected.hasSameLimbs(loose), x::toString);
  }

  @Test
  void everyLimbCountsInAComparison() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      BigInteger a = new BigInteger(256, random);
      BigInteger b = i % 3 == 0 ? a.flipBit(random.nextInt(256)) : new BigInteger(256, random);
      Limbs limbsA = Limbs.of(a, RADIX);
      assertEquals(a.compareTo(b) < 0, Radix52.isBelow(limbsA, Limbs.of(b, RADIX)));
      assertEquals(b.compareTo(a) < 0, Radix52.isBelow(Limbs.of(b, RADIX), limbsA));
      assertEquals(false, Radix52.isBelow(limbsA, Limbs.of(a, RADIX)));
    }
  }

  @Test
  void bytesAndWordsComeBack() {
    Random random = new Random(4);
    byte[] bytes = new byte[40];
    long[] words = new long[6];
    for (int i = 0; i < 100_000; i++) {
      random.nextBytes(bytes);
      BigInteger number = i < 256 ? BigInteger.ONE.shiftLeft(i) : new BigInteger(256, random);
      if (i % 5 == 0) {
        number = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).subtract(number);
      }
      System.arraycopy(BigIntegers.asUnsignedByteArray(32, number), 0, bytes, 3, 32);
      Limbs read = new Limbs();
      Radix52.read(read, bytes, 3);
      assertTrue(Limbs.of(number, RADIX).hasSameLimbs(read));
      Radix52.pack(read, words, 1);
      for (int w = 0; w < 4; w++) {
        assertEquals(number.shiftRight(64 * w).longValue(), words[1 + w]);
      }
      Limbs back = new Limbs();
      Radix52.unpack(back, words, 1);
      assertTrue(read.hasSameLimbs(back));
    }
    assertEquals(0, words[0] | words[5], "the words beside it");
  }
}
