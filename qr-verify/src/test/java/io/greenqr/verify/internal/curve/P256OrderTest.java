package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against {@link BigInteger}. */
class P256OrderTest {
  private static final BigInteger N = P256Order.N;
  private static final BigInteger U = BigInteger.ONE.shiftLeft(256);

  /** What products of products come to at most: the root of x = x^2 / 16 + 1. */
  private static final BigInteger MOST =
      U.multiply(BigInteger.valueOf(1072)).divide(BigInteger.valueOf(1000));

  private static final int RADIX = Radix52.RADIX;

  private static BigInteger number(Limbs limbs) {
    return limbs.toBigInteger(RADIX);
  }

  private static void assertProduct(BigInteger a, BigInteger b) {
    Limbs out = new Limbs();
    P256Order.mul(out, Limbs.of(a, RADIX), Limbs.of(b, RADIX));
    BigInteger product = a.multiply(b);
    BigInteger added = number(out).shiftLeft(260).subtract(product);
    assertTrue(added.signum() >= 0 && added.compareTo(N.shiftLeft(260)) < 0, () -> a + " " + b);
    assertEquals(0, added.mod(N).signum(), () -> a + " times " + b);
    assertTrue(Limbs.of(number(out), RADIX).hasSameLimbs(out), "carried");
  }

  /** With long runs of equal bits as well. */
  private static BigInteger random(Random random) {
    BigInteger number = new BigInteger(256, random);
    if (random.nextInt(3) == 0) {
      int from = random.nextInt(256);
      BigInteger run =
          BigInteger.ONE.shiftLeft(random.nextInt(257 - from)).subtract(BigInteger.ONE);
      return random.nextBoolean()
          ? number.or(run.shiftLeft(from))
          : number.andNot(run.shiftLeft(from));
    }
    return number;
  }

  @Test
  void productsAreThoseOfBigInteger() {
    int cases = CurveCases.of(100_000, 10_000_000);
    IntStream.range(0, 100)
        .parallel()
        .forEach(
            part -> {
              Random random = new Random(part);
              for (int i = 0; i < cases / 100; i++) {
                assertProduct(random(random), random(random));
              }
            });
    System.out.println("P256OrderTest: " + cases + " products");
  }

  /** Every choice of limbs that are empty or full, and the largest number that can come. */
  @Test
  void productsOfTheLargestLimbsAreRight() {
    List<BigInteger> all = new ArrayList<>();
    for (int set = 0; set < 32; set++) {
      BigInteger number = BigInteger.ZERO;
      for (int limb = 0; limb < 5; limb++) {
        if ((set >> limb & 1) == 1) {
          long full = limb == 4 ? (1L << 48) - 1 : Radix52.MASK;
          number = number.add(BigInteger.valueOf(full).shiftLeft(RADIX * limb));
        }
      }
      all.add(number);
    }
    for (int offset = -2; offset <= 2; offset++) {
      all.add(N.add(BigInteger.valueOf(offset)));
      all.add(P256Field.P.add(BigInteger.valueOf(offset)));
      all.add(U.add(BigInteger.valueOf(offset)));
      all.add(MOST.add(BigInteger.valueOf(offset)));
    }
    for (BigInteger a : all) {
      for (BigInteger b : all) {
        assertProduct(a, b);
      }
    }
  }

  @Test
  void productsOfProductsStayWithinTheirBound() {
    BigInteger most = MOST.multiply(MOST).shiftRight(260).add(N);
    assertTrue(most.compareTo(MOST) < 0);
  }

  @Test
  void aResultMayReplaceAnOperand() {
    Random random = new Random(6);
    for (int i = 0; i < 10_000; i++) {
      Limbs a = Limbs.of(random(random), RADIX);
      Limbs b = Limbs.of(random(random), RADIX);
      Limbs expected = new Limbs();
      P256Order.mul(expected, a, b);
      Limbs right = new Limbs();
      right.set(b);
      P256Order.mul(right, a, right);
      assertTrue(expected.hasSameLimbs(right));
      P256Order.mul(expected, b, b);
      P256Order.mul(b, b, b);
      assertTrue(expected.hasSameLimbs(b));
    }
  }

  @Test
  void constantsAreThePowersThatTheyAreNamedFor() {
    assertEquals(N, number(P256Order.MODULUS));
    for (int i = 1; i <= 3; i++) {
      Limbs held =
          new Limbs[] {P256Order.ONE, P256Order.TO_MONTGOMERY, P256Order.TO_INVERSE}[i - 1];
      assertEquals(BigInteger.TWO.modPow(BigInteger.valueOf(260L * i), N), number(held));
    }
  }

  /** As a single check does, and as a batch does. */
  @Test
  void inversesComeInMontgomeryForm() {
    Random random = new Random(7);
    ModularInverse inverse = new ModularInverse(N);
    for (int i = 0; i < 2_000; i++) {
      BigInteger s = new BigInteger(255, random).add(BigInteger.ONE);
      BigInteger expected = s.modInverse(N).shiftLeft(260).mod(N);
      Limbs alone = new Limbs();
      inverse.invert(alone, Limbs.of(s, RADIX));
      P256Order.mul(alone, alone, P256Order.TO_MONTGOMERY);
      assertEquals(expected, number(alone).mod(N));
      Limbs shared = new Limbs();
      P256Order.mul(shared, Limbs.of(s, RADIX), P256Order.TO_MONTGOMERY);
      Radix52.canonical(shared, P256Order.MODULUS);
      inverse.invert(shared, shared);
      P256Order.mul(shared, shared, P256Order.TO_INVERSE);
      assertEquals(expected, number(shared).mod(N));
    }
  }
}
