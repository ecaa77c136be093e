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
  private static final int UP = 6;

  private P256Order() {}

  /**
   * {@code result = a b / 2^260 mod n}, from 0 to n + 2^252, carried; the result may be an
   * argument.
   *
   * @param a carried, from 0 to 2^256
   * @param b likewise
   */
  static void mul(Limbs result, Limbs a, Limbs b) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    long u0 = a0 << UP;
    long u1 = a1 << UP;
    long u2 = a2 << UP;
    long u3 = a3 << UP;
    long u4 = a4 << UP;
    long b0 = b.l0;
    long b1 = b.l1;
    long b2 = b.l2;
    long b3 = b.l3;
    long b4 = b.l4;
    long w0 = b0 << UP;
    long w1 = b1 << UP;
    long w2 = b2 << UP;
    long w3 = b3 << UP;
    long w4 = b4 << UP;
    long h = high(u0, w0);
    long v = a0 * b0 - (h << 52);
    long m0 = v * MINUS_INVERSE & MASK;
    long t0 = m0 << UP;
    long g0 = high(t0, N0 << UP);
    long c = h + g0 + ((v + m0 * N0 - (g0 << 52)) >> 52);
    h = high(u0, w1) + high(u1, w0) + high(t0, N1 << UP);
    v = a0 * b1 + a1 * b0 + m0 * N1 - (h << 52) + c;
    long m1 = v * MINUS_INVERSE & MASK;
    long t1 = m1 << UP;
    long g1 = high(t1, N0 << UP);
    c = h + g1 + ((v + m1 * N0 - (g1 << 52)) >> 52);
    h = high(u0, w2) + high(u1, w1) + high(u2, w0) + high(t0, N2 << UP) + high(t1, N1 << UP);
    v = a0 * b2 + a1 * b1 + a2 * b0 + m0 * N2 + m1 * N1 - (h << 52) + c;
    long m2 = v * MINUS_INVERSE & MASK;
    long t2 = m2 << UP;
    long g2 = high(t2, N0 << UP);
    c = h + g2 + ((v + m2 * N0 - (g2 << 52)) >> 52);
    h =
        high(u0, w3)
            + high(u1, w2)
            + high(u2, w1)
            + high(u3, w0)
            + high(t0, N3 << UP)
            + high(t1, N2 << UP)
            + high(t2, N1 << UP);
    v = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + m0 * N3 + m1 * N2 + m2 * N1 - (h << 52) + c;
    long m3 = v * MINUS_INVERSE & MASK;
    long t3 = m3 << UP;
    long g3 = high(t3, N0 << UP);
    c = h + g3 + ((v + m3 * N0 - (g3 << 52)) >> 52);
    h =
        high(u0, w4)
            + high(u1, w3)
            + high(u2, w2)
            + high(u3, w1)
            + high(u4, w0)
            + high(t0, N4 << UP)
            + high(t1, N3 << UP)
            + high(t2, N2 << UP)
            + high(t3, N1 << UP);
    v =
        a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + m0 * N4 + m1 * N3 + m2 * N2 + m3 * N1
            - (h << 52) + c;
    long m4 = v * MINUS_INVERSE & MASK;
    long t4 = m4 << UP;
    long g4 = high(t4, N0 << UP);
    c = h + g4 + ((v + m4 * N0 - (g4 << 52)) >> 52);
    h =
        high(u1, w4)
            + high(u2, w3)
            + high(u3, w2)
            + high(u4, w1)
            + high(t1, N4 << UP)
            + high(t2, N3 << UP)
            + high(t3, N2 << UP)
            + high(t4, N1 << UP);
    v =
        a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + m1 * N4 + m2 * N3 + m3 * N2 + m4 * N1 - (h << 52)
            + c;
    result.l0 = v & MASK;
    c = h + (v >> 52);
    h =
        high(u2, w4)
            + high(u3, w3)
            + high(u4, w2)
            + high(t2, N4 << UP)
            + high(t3, N3 << UP)
            + high(t4, N2 << UP);
    v = a2 * b4 + a3 * b3 + a4 * b2 + m2 * N4 + m3 * N3 + m4 * N2 - (h << 52) + c;
    result.l1 = v & MASK;
    c = h + (v >> 52);
    h = high(u3, w4) + high(u4, w3) + high(t3, N4 << UP) + high(t4, N3 << UP);
    v = a3 * b4 + a4 * b3 + m3 * N4 + m4 * N3 - (h << 52) + c;
    result.l2 = v & MASK;
    c = h + (v >> 52);
    h = high(u4, w4) + high(t4, N4 << UP);
    v = a4 * b4 + m4 * N4 - (h << 52) + c;
    result.l3 = v & MASK;
    result.l4 = h + (v >> 52);
  }

  private static long high(long a, long b) {
    return HighProduct.of(a, b);
  }
}
