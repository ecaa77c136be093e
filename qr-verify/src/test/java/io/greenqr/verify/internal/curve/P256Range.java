package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

/**
 * All numbers from a least to a greatest, in limbs that each have a least and a greatest: what
 * {@link Limbs} can hold at some place of the program. Operations are those of {@link Limbs} and
 * {@link P256Field}; they fail where an operand is not within what the method states.
 */
final class P256Range {
  static final BigInteger U = BigInteger.ONE.shiftLeft(256);
  private static final BigInteger P = P256Field.P;
  private static final int LIMBS = 5;
  private static final int RADIX = Radix52.RADIX;

  private final BigInteger least;
  private final BigInteger most;
  private final long[] low;
  private final long[] high;

  private P256Range(BigInteger least, BigInteger most, long[] low, long[] high) {
    this.least = least;
    this.most = most;
    this.low = low;
    this.high = high;
  }

  /** Limbs 0 to 3 within {@code lowLimb} and {@code highLimb}; the last is what is left. */
  static P256Range of(BigInteger least, BigInteger most, long lowLimb, long highLimb) {
    long[] low = new long[LIMBS];
    long[] high = new long[LIMBS];
    BigInteger leastRest = BigInteger.ZERO;
    BigInteger mostRest = BigInteger.ZERO;
    for (int i = 0; i < LIMBS - 1; i++) {
      low[i] = lowLimb;
      high[i] = highLimb;
      leastRest = leastRest.add(BigInteger.valueOf(lowLimb).shiftLeft(RADIX * i));
      mostRest = mostRest.add(BigInteger.valueOf(highLimb).shiftLeft(RADIX * i));
    }
    low[4] = least.subtract(mostRest).shiftRight(208).longValueExact();
    high[4] = most.subtract(leastRest).shiftRight(208).longValueExact() + 1;
    return new P256Range(least, most, low, high);
  }

  static P256Range canonical() {
    return of(BigInteger.ZERO, P, 0, Radix52.MASK);
  }

  /** What a product or {@link P256Field#reduce} leaves: limbs 0 to 3 within 2^8 of 52 bits. */
  static P256Range tidy(BigInteger least, BigInteger most) {
    return of(least, most, -256, (1L << 52) + 256);
  }

  static P256Range reduced() {
    BigInteger slack = BigInteger.ONE.shiftLeft(231);
    return tidy(slack.negate(), U.add(slack));
  }

  /** From -t U to t U, t in thousandths, with limbs that are differences of two tidy ones. */
  static P256Range difference(long thousandths) {
    long limb = (1L << 52) + 512;
    return of(times(-thousandths), times(thousandths), -limb, limb);
  }

  static BigInteger times(long thousandths) {
    return U.multiply(BigInteger.valueOf(thousandths)).divide(BigInteger.valueOf(1000));
  }

  P256Range negate() {
    return canonicalZero().minus(this);
  }

  private static P256Range canonicalZero() {
    return new P256Range(BigInteger.ZERO, BigInteger.ZERO, new long[LIMBS], new long[LIMBS]);
  }

  P256Range or(P256Range other) {
    long[] l = new long[LIMBS];
    long[] h = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      l[i] = Math.min(low[i], other.low[i]);
      h[i] = Math.max(high[i], other.high[i]);
    }
    return new P256Range(least.min(other.least), most.max(other.most), l, h);
  }

  P256Range plus(P256Range other) {
    long[] l = new long[LIMBS];
    long[] h = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      l[i] = low[i] + other.low[i];
      h[i] = high[i] + other.high[i];
    }
    return new P256Range(least.add(other.least), most.add(other.most), l, h);
  }

  P256Range minus(P256Range other) {
    long[] l = new long[LIMBS];
    long[] h = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      l[i] = low[i] - other.high[i];
      h[i] = high[i] - other.low[i];
    }
    return new P256Range(least.subtract(other.most), most.subtract(other.least), l, h);
  }

  P256Range mul(P256Range other) {
    assertFactor();
    other.assertFactor();
    BigInteger a = least.multiply(other.least);
    BigInteger b = least.multiply(other.most);
    BigInteger c = most.multiply(other.least);
    BigInteger d = most.multiply(other.most);
    return product(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
  }

  P256Range sqr() {
    assertFactor();
    return product(BigInteger.ZERO, least.multiply(least).max(most.multiply(most)));
  }

  /** (product + m p) / 2^260 with m from 0 to 2^260 - 1. */
  private static P256Range product(BigInteger least, BigInteger most) {
    BigInteger bound = U.multiply(U).shiftLeft(6);
    assertTrue(least.abs().max(most.abs()).compareTo(bound) <= 0, "product within 64 U^2");
    return tidy(least.shiftRight(260), most.shiftRight(260).add(P));
  }

  private void assertFactor() {
    assertLimbs(1L << 54);
  }

  private void assertLimbs(long bound) {
    for (int i = 0; i < LIMBS; i++) {
      assertTrue(
          low[i] >= -bound && high[i] <= bound, "limb " + i + " from " + low[i] + " to " + high[i]);
    }
  }

  P256Range reduce() {
    assertLimbs(1L << 58);
    BigInteger bound = U.shiftLeft(5);
    assertTrue(least.abs().max(most.abs()).compareTo(bound) <= 0, "number within 32 U");
    return reduced();
  }

  void assertWithin(P256Range other, String name) {
    assertTrue(
        least.compareTo(other.least) >= 0 && most.compareTo(other.most) <= 0,
        () -> name + " is " + this);
    for (int i = 0; i < LIMBS; i++) {
      int limb = i;
      assertTrue(
          low[i] >= other.low[i] && high[i] <= other.high[i], () -> name + " limb " + limb + this);
    }
  }

  private static String inUnits(BigInteger number) {
    return String.format(
        java.util.Locale.ROOT, "%.4f", number.shiftRight(216).doubleValue() / (1L << 40));
  }

  /** In units of U. */
  @Override
  public String toString() {
    return inUnits(least) + " to " + inUnits(most);
  }
}
