package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * The field of P-256, p = 2^256 - 2^224 + 2^192 + 2^96 - 1, in five signed limbs of 52 bits and in
 * Montgomery form: a residue x is held as x 2^260 mod p.
 *
 * <p>A column is the sum of all products of limbs of one weight. Of each product the compiler has
 * two words: the low one, which may wrap, and {@code floor(product / 2^52)}, which is the high word
 * of the product of both factors shifted up by 6. With S the wrapped sum of the low words and H the
 * sum of the floors, {@code S - (H << 52)} is what the column holds below its carries: exact, as it
 * is small, and without a mask or a carry for any single product.
 *
 * <p>As p is -1 modulo 2^96, the multiple of p that clears the lowest limb of a sum is that limb
 * itself, and adding it takes shifts and no multiplication.
 *
 * <p>Bounds are in docs/decisions/0007; U is 2^256 there and here. Methods take limbs within ±2^54
 * and factors whose product is within ±64 U^2; the result may be one of the arguments.
 */
final class P256Field {
  /** The prime (SP 800-186 section 3.2.1.3). */
  static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  /** The prime, in limbs. */
  static final Limbs MODULUS = Limbs.of(P, Radix52.RADIX);

  /** 1 in Montgomery form. */
  static final Limbs ONE = montgomery(BigInteger.ONE);

  /** What a product with brings a residue into Montgomery form: 2^520. */
  static final Limbs TO_MONTGOMERY = montgomery(BigInteger.ONE.shiftLeft(260));

  /** What a product with turns the inverse of x 2^260 into the Montgomery form of 1 / x: 2^780. */
  static final Limbs TO_INVERSE = montgomery(BigInteger.ONE.shiftLeft(520));

  private static final long MASK = Radix52.MASK;

  /** A power of two: the product with it is exact. */
  private static final double TO_HIGH = 1.0 / (1L << 52);

  private P256Field() {}

  /** The Montgomery form of a number, canonical. */
  static Limbs montgomery(BigInteger x) {
    return Limbs.of(x.shiftLeft(260).mod(P), Radix52.RADIX);
  }

  /**
   * {@code result = a b}; with |a b| at most t U^2 the result is from -t U / 16 to p + t U / 16,
   * and its limbs 0 to 3 are within 2^8 of 0 to 2^52.
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
    long m0 = v & MASK;
    long c = h + (v >> 52);
    h = (long) ((u0 * w1 + u1 * w0) * TO_HIGH);
    v = a0 * b1 + a1 * b0 - (h << 52) + c + ((m0 & 0xff) << 44);
    long m1 = v & MASK;
    c = h + (m0 >>> 8) + (v >> 52);
    h = (long) ((u0 * w2 + u1 * w1 + u2 * w0) * TO_HIGH);
    v = a0 * b2 + a1 * b1 + a2 * b0 - (h << 52) + c + ((m1 & 0xff) << 44);
    long m2 = v & MASK;
    c = h + (m1 >>> 8) + (v >> 52);
    h = (long) ((u0 * w3 + u1 * w2 + u2 * w1 + u3 * w0) * TO_HIGH) + (m0 >>> 16);
    v = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + (m0 << 36) - (h << 52) + c + ((m2 & 0xff) << 44);
    long m3 = v & MASK;
    c = h + (m2 >>> 8) + (v >> 52);
    h =
        (long) ((u0 * w4 + u1 * w3 + u2 * w2 + u3 * w1 + u4 * w0) * TO_HIGH)
            + (m0 >>> 4)
            - (m0 >>> 36)
            + (m1 >>> 16);
    v =
        a0 * b4
            + a1 * b3
            + a2 * b2
            + a3 * b1
            + a4 * b0
            + (m0 << 48)
            - (m0 << 16)
            + (m1 << 36)
            - (h << 52)
            + c
            + ((m3 & 0xff) << 44);
    long m4 = v & MASK;
    c = h + (m3 >>> 8) + (v >> 52);
    h =
        (long) ((u1 * w4 + u2 * w3 + u3 * w2 + u4 * w1) * TO_HIGH)
            + (m1 >>> 4)
            - (m1 >>> 36)
            + (m2 >>> 16);
    v =
        a1 * b4
            + a2 * b3
            + a3 * b2
            + a4 * b1
            + (m1 << 48)
            - (m1 << 16)
            + (m2 << 36)
            - (h << 52)
            + c
            + ((m4 & 0xff) << 44);
    result.l0 = v & MASK;
    long c5 = v >> 52;
    c = h + (m4 >>> 8);
    h = (long) ((u2 * w4 + u3 * w3 + u4 * w2) * TO_HIGH) + (m2 >>> 4) - (m2 >>> 36) + (m3 >>> 16);
    v = a2 * b4 + a3 * b3 + a4 * b2 + (m2 << 48) - (m2 << 16) + (m3 << 36) - (h << 52) + c;
    result.l1 = (v & MASK) + c5;
    long c6 = v >> 52;
    c = h;
    h = (long) ((u3 * w4 + u4 * w3) * TO_HIGH) + (m3 >>> 4) - (m3 >>> 36) + (m4 >>> 16);
    v = a3 * b4 + a4 * b3 + (m3 << 48) - (m3 << 16) + (m4 << 36) - (h << 52) + c;
    result.l2 = (v & MASK) + c6;
    long c7 = v >> 52;
    c = h;
    h = (long) ((u4 * w4) * TO_HIGH) + (m4 >>> 4) - (m4 >>> 36);
    v = a4 * b4 + (m4 << 48) - (m4 << 16) - (h << 52) + c;
    result.l3 = (v & MASK) + c7;
    result.l4 = h + (v >> 52);
  }

  /** {@code result = a a}, with bounds as {@link #mul}. */
  static void sqr(Limbs result, Limbs a) {
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
    long d0 = a0 << 1;
    long d1 = a1 << 1;
    long d2 = a2 << 1;
    long d3 = a3 << 1;
    double w0 = 2 * u0;
    double w1 = 2 * u1;
    double w2 = 2 * u2;
    double w3 = 2 * u3;
    long h = (long) ((u0 * u0) * TO_HIGH);
    long v = a0 * a0 - (h << 52);
    long m0 = v & MASK;
    long c = h + (v >> 52);
    h = (long) ((w0 * u1) * TO_HIGH);
    v = d0 * a1 - (h << 52) + c + ((m0 & 0xff) << 44);
    long m1 = v & MASK;
    c = h + (m0 >>> 8) + (v >> 52);
    h = (long) ((w0 * u2 + u1 * u1) * TO_HIGH);
    v = d0 * a2 + a1 * a1 - (h << 52) + c + ((m1 & 0xff) << 44);
    long m2 = v & MASK;
    c = h + (m1 >>> 8) + (v >> 52);
    h = (long) ((w0 * u3 + w1 * u2) * TO_HIGH) + (m0 >>> 16);
    v = d0 * a3 + d1 * a2 + (m0 << 36) - (h << 52) + c + ((m2 & 0xff) << 44);
    long m3 = v & MASK;
    c = h + (m2 >>> 8) + (v >> 52);
    h = (long) ((w0 * u4 + w1 * u3 + u2 * u2) * TO_HIGH) + (m0 >>> 4) - (m0 >>> 36) + (m1 >>> 16);
    v =
        d0 * a4
            + d1 * a3
            + a2 * a2
            + (m0 << 48)
            - (m0 << 16)
            + (m1 << 36)
            - (h << 52)
            + c
            + ((m3 & 0xff) << 44);
    long m4 = v & MASK;
    c = h + (m3 >>> 8) + (v >> 52);
    h = (long) ((w1 * u4 + w2 * u3) * TO_HIGH) + (m1 >>> 4) - (m1 >>> 36) + (m2 >>> 16);
    v =
        d1 * a4
            + d2 * a3
            + (m1 << 48)
            - (m1 << 16)
            + (m2 << 36)
            - (h << 52)
            + c
            + ((m4 & 0xff) << 44);
    result.l0 = v & MASK;
    long c5 = v >> 52;
    c = h + (m4 >>> 8);
    h = (long) ((w2 * u4 + u3 * u3) * TO_HIGH) + (m2 >>> 4) - (m2 >>> 36) + (m3 >>> 16);
    v = d2 * a4 + a3 * a3 + (m2 << 48) - (m2 << 16) + (m3 << 36) - (h << 52) + c;
    result.l1 = (v & MASK) + c5;
    long c6 = v >> 52;
    c = h;
    h = (long) ((w3 * u4) * TO_HIGH) + (m3 >>> 4) - (m3 >>> 36) + (m4 >>> 16);
    v = d3 * a4 + (m3 << 48) - (m3 << 16) + (m4 << 36) - (h << 52) + c;
    result.l2 = (v & MASK) + c6;
    long c7 = v >> 52;
    c = h;
    h = (long) ((u4 * u4) * TO_HIGH) + (m4 >>> 4) - (m4 >>> 36);
    v = a4 * a4 + (m4 << 48) - (m4 << 16) - (h << 52) + c;
    result.l3 = (v & MASK) + c7;
    result.l4 = h + (v >> 52);
  }

  /**
   * The same residue from -2^231 to U + 2^231, limbs 0 to 3 within 2^8 of 0 to 2^52.
   *
   * @param x limbs within ±2^58, a number within ±32 U
   */
  static void reduce(Limbs x) {
    // Takes off q p, q being the number of whole U, then carries once in all limbs at a time.
    long q = (x.l4 + (x.l3 >> 52)) >> 48;
    long x0 = x.l0 + q;
    long x1 = x.l1 - (q << 44);
    long x2 = x.l2;
    long x3 = x.l3 - (q << 36);
    long x4 = x.l4 + (q << 16) - (q << 48);
    x.l0 = x0 & MASK;
    x.l1 = (x1 & MASK) + (x0 >> 52);
    x.l2 = (x2 & MASK) + (x1 >> 52);
    x.l3 = (x3 & MASK) + (x2 >> 52);
    x.l4 = x4 + (x3 >> 52);
  }
}
