package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against {@link BigInteger}, above all with limbs at their bounds. */
class P256FieldTest {
  private static final BigInteger P = P256Field.P;
  private static final BigInteger U = BigInteger.ONE.shiftLeft(256);
  private static final BigInteger R = BigInteger.ONE.shiftLeft(260);
  private static final BigInteger END = P.shiftLeft(260);
  private static final int RADIX = Radix52.RADIX;
  private static final long BASE = 1L << RADIX;
  private static final long LIMB = 1L << 54;
  private static final long SLACK = 1L << 8;

  /** 2^208 times this is U. */
  private static final long TOP = 1L << 48;

  /** Where carries, signs and roundings change; odd numbers beyond 2^53 are no doubles. */
  private static final long[] EDGES = {
    0,
    1,
    -1,
    BASE - 1,
    BASE,
    BASE + 1,
    -BASE,
    1 - BASE,
    BASE + SLACK,
    -SLACK,
    3 * BASE + 5,
    2 * BASE + 1,
    -2 * BASE - 1,
    LIMB,
    LIMB - 1,
    -LIMB,
    1 - LIMB
  };

  private static BigInteger number(Limbs limbs) {
    return limbs.toBigInteger(RADIX);
  }

  /** Of all kinds: edges only, random within the bounds, or mixed; the number within times U. */
  private static Limbs random(Random random, long times) {
    int kind = random.nextInt(4);
    long bound = times * TOP - 8;
    long top =
        switch (random.nextInt(4)) {
          case 0 -> bound;
          case 1 -> -bound;
          case 2 -> EDGES[random.nextInt(EDGES.length)] % (bound + 1);
          default -> random.nextLong() % (bound + 1);
        };
    return P256Cases.limbs(
        limb(random, kind), limb(random, kind), limb(random, kind), limb(random, kind), top);
  }

  private static long limb(Random random, int kind) {
    if (kind == 0 || (kind == 1 && random.nextBoolean())) {
      return EDGES[random.nextInt(EDGES.length)];
    }
    long any = random.nextLong() % (LIMB + 1);
    return kind == 3 ? any & (BASE - 1) : any;
  }

  private static void assertLimbs(Limbs x) {
    for (long limb : new long[] {x.l0, x.l1, x.l2, x.l3}) {
      assertTrue(limb >= -SLACK && limb <= BASE + SLACK, () -> "limb " + limb);
    }
  }

  /** That out is (product + m p) / 2^260 with m from 0 to 2^260 - 1, so its bounds as well. */
  private static void assertMontgomery(BigInteger product, Limbs out) {
    BigInteger added = number(out).multiply(R).subtract(product);
    assertTrue(added.signum() >= 0 && added.compareTo(END) < 0, () -> product + " is too far");
    assertEquals(0, added.mod(P).signum(), product::toString);
    assertLimbs(out);
  }

  private static void assertProduct(Limbs a, Limbs b) {
    Limbs out = new Limbs();
    P256Field.mul(out, a, b);
    assertMontgomery(number(a).multiply(number(b)), out);
  }

  private static void assertSquare(Limbs a) {
    Limbs out = new Limbs();
    P256Field.sqr(out, a);
    BigInteger number = number(a);
    assertMontgomery(number.multiply(number), out);
  }

  private static void assertReduces(Limbs x) {
    BigInteger before = number(x);
    P256Field.reduce(x);
    BigInteger after = number(x);
    BigInteger slack = BigInteger.ONE.shiftLeft(231);
    assertEquals(0, before.subtract(after).mod(P).signum(), before::toString);
    assertTrue(after.add(slack).signum() > 0, before::toString);
    assertTrue(after.compareTo(U.add(slack)) < 0, before::toString);
    assertLimbs(x);
  }

  @Test
  void productsSquaresAndReducedNumbersAreThoseOfBigInteger() {
    int cases = CurveCases.of(100_000, 10_000_000);
    long[] times = {1, 2, 8, 32, 64};
    IntStream.range(0, 100)
        .parallel()
        .forEach(
            part -> {
              Random random = new Random(256 + part);
              for (int i = 0; i < cases / 100; i++) {
                long a = times[random.nextInt(times.length)];
                assertProduct(random(random, a), random(random, 64 / a));
                assertSquare(random(random, 8));
                Limbs wide = random(random, 31);
                int shift = random.nextInt(5);
                wide.l0 <<= shift;
                wide.l1 <<= shift;
                wide.l2 <<= shift;
                wide.l3 <<= shift;
                assertReduces(wide);
              }
            });
    System.out.println("P256FieldTest: " + cases + " products, squares and reduced numbers");
  }

  /** Every choice of signs of limbs at their bounds, where columns and roundings are largest. */
  @Test
  void productsOfTheLargestLimbsAreRight() {
    for (long odd = 0; odd < 2; odd++) {
      for (long times : new long[] {1, 8, 64}) {
        Limbs[] all = largest(LIMB - odd, times * TOP - 8 - odd);
        Limbs[] others = largest(LIMB - odd, 64 / times * TOP - 8 - odd);
        for (Limbs a : all) {
          if (times <= 8) {
            assertSquare(a);
          }
          for (Limbs b : others) {
            assertProduct(a, b);
          }
        }
      }
    }
  }

  private static Limbs[] largest(long limb, long top) {
    int[] signs = {-1, 1, 0};
    Limbs[] all = new Limbs[243];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          P256Cases.limbs(
              signs[i % 3] * limb,
              signs[i / 3 % 3] * limb,
              signs[i / 9 % 3] * limb,
              signs[i / 27 % 3] * limb,
              signs[i / 81] * top);
    }
    return all;
  }

  @Test
  void theLargestLimbsAreReduced() {
    for (int shift = 0; shift <= 4; shift++) {
      for (long top = -31; top <= 31; top++) {
        for (Limbs x : largest(LIMB << shift, 1)) {
          x.l4 += top * TOP;
          assertReduces(x);
        }
      }
    }
  }

  /** Here the estimate of the quotient is one off, or just not. */
  @Test
  void numbersNextToMultiplesOfUAndOfTheModulusAreReduced() {
    for (BigInteger unit : new BigInteger[] {U, P}) {
      for (int multiple = -31; multiple <= 31; multiple++) {
        for (int offset = -3; offset <= 3; offset++) {
          BigInteger x =
              unit.multiply(BigInteger.valueOf(multiple)).add(BigInteger.valueOf(offset));
          BigInteger mask = BigInteger.valueOf(BASE - 1);
          long[] low = new long[4];
          for (int i = 0; i < 4; i++) {
            low[i] = x.shiftRight(RADIX * i).and(mask).longValue();
          }
          long top = x.shiftRight(208).longValueExact();
          assertReduces(P256Cases.limbs(low[0], low[1], low[2], low[3], top));
          assertReduces(
              P256Cases.limbs(
                  low[0] - BASE, low[1] + 1 + BASE, low[2] - 1, low[3] + BASE, top - 1));
        }
      }
    }
  }

  @Test
  void aResultMayReplaceAnOperand() {
    Random random = new Random(52);
    for (int i = 0; i < 10_000; i++) {
      Limbs a = random(random, 8);
      Limbs b = random(random, 8);
      Limbs expected = new Limbs();
      P256Field.mul(expected, a, b);
      Limbs left = new Limbs();
      left.set(a);
      P256Field.mul(left, left, b);
      assertTrue(expected.hasSameLimbs(left));
      Limbs right = new Limbs();
      right.set(b);
      P256Field.mul(right, a, right);
      assertTrue(expected.hasSameLimbs(right));
      P256Field.sqr(expected, b);
      P256Field.mul(a, b, b);
      P256Field.sqr(b, b);
      assertTrue(expected.hasSameLimbs(b));
      assertEquals(0, number(a).subtract(number(b)).mod(P).signum());
    }
  }

  @Test
  void constantsAreThePowersThatTheyAreNamedFor() {
    assertEquals(P, number(P256Field.MODULUS));
    for (int i = 1; i <= 3; i++) {
      Limbs held =
          new Limbs[] {P256Field.ONE, P256Field.TO_MONTGOMERY, P256Field.TO_INVERSE}[i - 1];
      assertEquals(BigInteger.TWO.modPow(BigInteger.valueOf(260L * i), P), number(held));
    }
  }

  @Test
  void inversesComeBackInMontgomeryForm() {
    Random random = new Random(54);
    ModularInverse inverse = new ModularInverse(P);
    for (int i = 0; i < 2_000; i++) {
      BigInteger x = new BigInteger(255, random).add(BigInteger.ONE);
      Limbs limbs = P256Field.montgomery(x);
      inverse.invert(limbs, limbs);
      P256Field.mul(limbs, limbs, P256Field.TO_INVERSE);
      Radix52.canonical(limbs, P256Field.MODULUS);
      assertTrue(P256Field.montgomery(x.modInverse(P)).hasSameLimbs(limbs));
    }
  }
}
