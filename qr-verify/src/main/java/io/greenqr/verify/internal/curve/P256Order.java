package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * Numbers modulo n, the order of P-256, in limbs of 52 bits; products carry a factor 2^-260
 * (Montgomery). Columns are summed as in {@link P256Field}; n has no shape that would help.
 */
final class P256Order {
  /** The order (SP 800-186 section 3.2.1.3). */
  static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  /** The order, in limbs. */
  static final Limbs MODULUS = Limbs.of(N, Radix52.RADIX);

  /** 2^260 mod n: 1 in Montgomery form. */
  static final Limbs ONE = Limbs.of(BigInteger.ONE.shiftLeft(260).mod(N), Radix52.RADIX);

  /** 2^520 mod n: a product with it puts the factor 2^260 on. */
  static final Limbs TO_MONTGOMERY = Limbs.of(BigInteger.ONE.shiftLeft(520).mod(N), Radix52.RADIX);

  /** 2^780 mod n: a product with it turns the inverse of x 2^260 into 2^260 / x. */
  static final Limbs TO_INVERSE = Limbs.of(BigInteger.ONE.shiftLeft(780).mod(N), Radix52.RADIX);

  private static final long N0 = MODULUS.l0;
  private static final long N1 = MODULUS.l1;
  private static final long N2 = MODULUS.l2;
  private static final long N3 = MODULUS.l3;
  private static final long N4 = MODULUS.l4;

  /** -1 / n modulo 2^52. */
  private static final long MINUS_INVERSE =
      N.negate().modInverse(BigInteger.ONE.shiftLeft(Radix52.RADIX)).longValue();

  private static final long MASK = Radix52.MASK;

  /** A power of two: the product with it is exact. */
  private static final double TO_HIGH = 1.0 / (1L << Radix52.RADIX);

  private P256Order() {}

  /**
   * {@code result = a b / 2^260 mod n}, carried, from 0 to n + a b / 2^260, which is below 1.08
   * 2^256 as well; the result may be an argument.
   *
   * @param a carried, from 0 to 1.08 2^256
   * @param b likewise
   */
  static void mul(Limbs result, Limbs a, Limbs b) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    double u0 = a0;
    double u1 = a1;
    double u2 = a2;
    double u3 = a3;
    double u4 = a4;
    long b0 = b.l0;
    long b1 = b.l1;
    long b2 = b.l2;
    long b3 = b.l3;
    long b4 = b.l4;
    double w0 = b0;
    double w1 = b1;
    double w2 = b2;
    double w3 = b3;
    double w4 = b4;
    long h = (long) ((u0 * w0) * TO_HIGH);
    long v = a0 * b0 - (h << 52);
    long m0 = v * MINUS_INVERSE & MASK;
    double t0 = m0;
    long g0 = (long) (t0 * (double) N0 * TO_HIGH);
    long c = h + g0 + ((v + m0 * N0 - (g0 << 52)) >> 52);
    h = (long) ((u0 * w1 + u1 * w0 + t0 * N1) * TO_HIGH);
    v = a0 * b1 + a1 * b0 + m0 * N1 - (h << 52) + c;
    long m1 = v * MINUS_INVERSE & MASK;
    double t1 = m1;
    long g1 = (long) (t1 * (double) N0 * TO_HIGH);
    c = h + g1 + ((v + m1 * N0 - (g1 << 52)) >> 52);
    h = (long) ((u0 * w2 + u1 * w1 + u2 * w0 + t0 * N2 + t1 * N1) * TO_HIGH);
    v = a0 * b2 + a1 * b1 + a2 * b0 + m0 * N2 + m1 * N1 - (h << 52) + c;
    long m2 = v * MINUS_INVERSE & MASK;
    double t2 = m2;
    long g2 = (long) (t2 * (double) N0 * TO_HIGH);
    c = h + g2 + ((v + m2 * N0 - (g2 << 52)) >> 52);
    h = (long) ((u0 * w3 + u1 * w2 + u2 * w1 + u3 * w0 + t0 * N3 + t1 * N2 + t2 * N1) * TO_HIGH);
    v = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + m0 * N3 + m1 * N2 + m2 * N1 - (h << 52) + c;
    long m3 = v * MINUS_INVERSE & MASK;
    double t3 = m3;
    long g3 = (long) (t3 * (double) N0 * TO_HIGH);
    c = h + g3 + ((v + m3 * N0 - (g3 << 52)) >> 52);
    h =
        (long)
            ((u0 * w4 + u1 * w3 + u2 * w2 + u3 * w1 + u4 * w0 + t0 * N4 + t1 * N3 + t2 * N2
                    + t3 * N1)
                * TO_HIGH);
    v =
        a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + m0 * N4 + m1 * N3 + m2 * N2 + m3 * N1
            - (h << 52) + c;
    long m4 = v * MINUS_INVERSE & MASK;
    double t4 = m4;
    long g4 = (long) (t4 * (double) N0 * TO_HIGH);
    c = h + g4 + ((v + m4 * N0 - (g4 << 52)) >> 52);
    h =
        (long)
            ((u1 * w4 + u2 * w3 + u3 * w2 + u4 * w1 + t1 * N4 + t2 * N3 + t3 * N2 + t4 * N1)
                * TO_HIGH);
    v =
        a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + m1 * N4 + m2 * N3 + m3 * N2 + m4 * N1 - (h << 52)
            + c;
    result.l0 = v & MASK;
    c = h + (v >> 52);
    h = (long) ((u2 * w4 + u3 * w3 + u4 * w2 + t2 * N4 + t3 * N3 + t4 * N2) * TO_HIGH);
    v = a2 * b4 + a3 * b3 + a4 * b2 + m2 * N4 + m3 * N3 + m4 * N2 - (h << 52) + c;
    result.l1 = v & MASK;
    c = h + (v >> 52);
    h = (long) ((u3 * w4 + u4 * w3 + t3 * N4 + t4 * N3) * TO_HIGH);
    v = a3 * b4 + a4 * b3 + m3 * N4 + m4 * N3 - (h << 52) + c;
    result.l2 = v & MASK;
    c = h + (v >> 52);
    h = (long) ((u4 * w4 + t4 * N4) * TO_HIGH);
    v = a4 * b4 + m4 * N4 - (h << 52) + c;
    result.l3 = v & MASK;
    result.l4 = h + (v >> 52);
  }
}
