package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against {@link BigInteger}, above all with limbs at their bounds. */
class Field25519Test {
  private static final BigInteger P = Field25519.P;
  private static final int RADIX = Field25519.RADIX;
  private static final long LOOSE = Field25519.LOOSE;
  private static final long BASE = 1L << RADIX;
  private static final long SLACK = 1L << 16;

  /** Where carries, signs and roundings change. */
  private static final long[] EDGES = {
    0,
    1,
    -1,
    BASE - 1,
    BASE,
    BASE + 1,
    -BASE,
    BASE + SLACK,
    -SLACK,
    2 * BASE + 2 * SLACK,
    3 * BASE + 3 * SLACK,
    LOOSE,
    LOOSE - 1,
    -LOOSE,
    1 - LOOSE
  };

  private static BigInteger number(Limbs limbs) {
    return limbs.toBigInteger(RADIX);
  }

  private static Limbs limbs(long l0, long l1, long l2, long l3, long l4) {
    Limbs limbs = new Limbs();
    limbs.l0 = l0;
    limbs.l1 = l1;
    limbs.l2 = l2;
    limbs.l3 = l3;
    limbs.l4 = l4;
    return limbs;
  }

  /** Of all kinds: edges only, random within the bounds, or mixed. */
  private static Limbs random(Random random) {
    int kind = random.nextInt(4);
    return limbs(
        limb(random, kind),
        limb(random, kind),
        limb(random, kind),
        limb(random, kind),
        limb(random, kind));
  }

  private static long limb(Random random, int kind) {
    if (kind == 0 || (kind == 1 && random.nextBoolean())) {
      return EDGES[random.nextInt(EDGES.length)];
    }
    long any = random.nextLong() % (LOOSE + 1);
    return kind == 3 ? any & (BASE - 1) : any;
  }

  private static void assertReduced(Limbs x) {
    for (long limb : new long[] {x.l0, x.l1, x.l2, x.l3, x.l4}) {
      assertTrue(limb >= -SLACK && limb <= BASE + SLACK, () -> "limb " + limb);
    }
  }

  private static void assertProduct(Limbs a, Limbs b) {
    Limbs out = new Limbs();
    Field25519.multiply(out, a, b);
    BigInteger difference = number(a).multiply(number(b)).subtract(number(out));
    assertEquals(0, difference.mod(P).signum(), () -> number(a) + " times " + number(b));
    assertReduced(out);
  }

  private static void assertSquare(Limbs a) {
    Limbs out = new Limbs();
    Field25519.square(out, a);
    BigInteger number = number(a);
    BigInteger difference = number.multiply(number).subtract(number(out));
    assertEquals(0, difference.mod(P).signum(), () -> number + " squared");
    assertReduced(out);
  }

  private static void assertCanonical(Limbs a) {
    BigInteger expected = number(a).mod(P);
    Field25519.canonicalize(a);
    assertTrue(Field25519.of(expected).hasSameLimbs(a), () -> expected + " is not " + number(a));
  }

  @Test
  void productsSquaresAndCanonicalNumbersAreThoseOfBigInteger() {
    int cases = CurveCases.of(100_000, 10_000_000);
    Random random = new Random(51);
    for (int i = 0; i < cases; i++) {
      Limbs a = random(random);
      assertProduct(a, random(random));
      assertSquare(a);
      assertCanonical(a);
    }
    System.out.println("Field25519Test: " + cases + " products, squares and canonical numbers");
  }

  /** Every choice of signs of limbs at their bounds, where columns and roundings are largest. */
  @Test
  void productsOfTheLargestLimbsAreRight() {
    long[] bounds = {-LOOSE, LOOSE, 0};
    Limbs[] all = new Limbs[243];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          limbs(
              bounds[i % 3],
              bounds[i / 3 % 3],
              bounds[i / 9 % 3],
              bounds[i / 27 % 3],
              bounds[i / 81]);
      assertSquare(all[i]);
    }
    for (Limbs a : all) {
      for (Limbs b : all) {
        assertProduct(a, b);
      }
    }
    for (Limbs a : all) {
      assertCanonical(a);
    }
  }

  @Test
  void aResultMayReplaceAnOperand() {
    Random random = new Random(52);
    for (int i = 0; i < 1_000; i++) {
      Limbs a = random(random);
      Limbs b = random(random);
      Limbs expected = new Limbs();
      Field25519.multiply(expected, a, b);
      Limbs left = new Limbs();
      left.set(a);
      Field25519.multiply(left, left, b);
      assertTrue(expected.hasSameLimbs(left));
      Field25519.square(expected, b);
      Field25519.multiply(a, b, b);
      Field25519.square(b, b);
      assertTrue(expected.hasSameLimbs(b));
      assertEquals(0, number(a).subtract(number(b)).mod(P).signum());
    }
  }

  @Test
  void numbersNextToMultiplesOfTheModulusBecomeCanonical() {
    for (int multiple = -3; multiple <= 3; multiple++) {
      for (int offset = -40; offset <= 40; offset++) {
        BigInteger number =
            P.multiply(BigInteger.valueOf(multiple)).add(BigInteger.valueOf(offset));
        BigInteger mask = BigInteger.valueOf(BASE - 1);
        long[] low = new long[4];
        for (int i = 0; i < 4; i++) {
          low[i] = number.shiftRight(RADIX * i).and(mask).longValue();
        }
        long top = number.shiftRight(4 * RADIX).longValueExact();
        assertCanonical(limbs(low[0], low[1], low[2], low[3], top));
        // The same number with its limbs beyond their bits.
        assertCanonical(
            limbs(low[0] - BASE, low[1] + 1 - BASE, low[2] + 1 + BASE, low[3] - 1, top));
      }
    }
  }

  @Test
  void onlyMultiplesOfTheModulusAreZero() {
    assertTrue(Field25519.isZero(new Limbs()));
    assertTrue(Field25519.isZero(limbs(BASE - 19, BASE - 1, BASE - 1, BASE - 1, BASE - 1)));
    assertTrue(Field25519.isZero(limbs(19 - BASE, 1 - BASE, 1 - BASE, 1 - BASE, 1 - BASE)));
    for (int i = 0; i < 5; i++) {
      long[] one = new long[5];
      one[i] = 1;
      assertEquals(false, Field25519.isZero(limbs(one[0], one[1], one[2], one[3], one[4])));
    }
  }

  @Test
  void packedNumbersComeBack() {
    Random random = new Random(53);
    long[] words = new long[6];
    for (int i = 0; i < 10_000; i++) {
      BigInteger number =
          i < 300 ? P.subtract(BigInteger.valueOf(i + 1)) : new BigInteger(255, random).mod(P);
      Limbs limbs = Field25519.of(number);
      Field25519.pack(limbs, words, 1);
      for (int w = 0; w < 4; w++) {
        assertEquals(number.shiftRight(64 * w).longValue(), words[1 + w]);
      }
      Limbs back = new Limbs();
      Field25519.unpack(back, words, 1);
      assertTrue(limbs.hasSameLimbs(back));
    }
    assertEquals(0, words[0] | words[5], "the words beside it");
  }

  @Test
  void inversesAreThoseOfBigIntegerAloneAndTogether() {
    Random random = new Random(54);
    Inverse25519 inverse = new Inverse25519();
    Limbs[] numbers = Limbs.array(500);
    Limbs[] inverses = Limbs.array(500);
    for (Limbs number : numbers) {
      number.set(random(random));
      if (number(number).mod(P).signum() == 0) {
        number.l0 = 1;
      }
    }
    inverse.invertAll(inverses, numbers, numbers.length);
    Limbs alone = new Limbs();
    for (int i = 0; i < numbers.length; i++) {
      BigInteger expected = number(numbers[i]).modInverse(P);
      assertEquals(expected, number(inverses[i]).mod(P));
      inverse.invert(alone, numbers[i]);
      assertTrue(Field25519.of(expected).hasSameLimbs(alone));
    }
    inverse.invert(alone, new Limbs());
    assertTrue(alone.isZero());
  }
}
