package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * Arithmetic modulo {@code p = 2^255 - 19} with five signed limbs of 51 bits.
 *
 * <p>A column of a product is a sum C of products of two limbs, too large for a word. Its upper
 * part {@code h}, about {@code C / 2^51}, is worked out in floating point, its lower part {@code s
 * = C - h 2^51} in wrapping words. That is exact whatever h is, as long as s fits a word: rounding
 * makes s larger by some bits and nothing wrong. So the processor's floating-point units do half of
 * the work, nothing needs the upper half of a product of two words, and it is the same code on
 * every Java and Android.
 *
 * <p>Two kinds of numbers, by the bounds of their limbs:
 *
 * <ul>
 *   <li><b>reduced</b>: from {@code -2^16} to {@code 2^51 + 2^16}; all results of {@link #multiply}
 *       and {@link #square};
 *   <li><b>loose</b>: of an absolute value up to {@code 7 * 2^50}; a signed sum of three reduced
 *       numbers is loose.
 * </ul>
 *
 * <p>A canonical number is from 0 to p - 1 with limbs from 0 to {@code 2^51 - 1}. The bounds are
 * proven in docs/decisions/0007.
 */
final class Field25519 {
  /** The modulus. */
  static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** Bits of a limb. */
  static final int RADIX = 51;

  /** Words of a packed number. */
  static final int WORDS = 4;

  /** Limbs up to this absolute value are loose. */
  static final long LOOSE = 7L << 50;

  private static final long MASK = (1L << RADIX) - 1;

  /** A power of two: the product with it is exact. */
  private static final double TO_HIGH = 1.0 / (1L << RADIX);

  private Field25519() {}

  /**
   * {@code out = a b}.
   *
   * @param out reduced; may be a or b
   * @param a loose
   * @param b loose
   */
  static void multiply(Limbs out, Limbs a, Limbs b) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    long b0 = b.l0;
    long b1 = b.l1;
    long b2 = b.l2;
    long b3 = b.l3;
    long b4 = b.l4;
    // Exact: loose limbs are below 2^53.
    double x0 = a0;
    double x1 = a1;
    double x2 = a2;
    double x3 = a3;
    double x4 = a4;
    double y0 = b0;
    double y1 = b1;
    double y2 = b2;
    double y3 = b3;
    double y4 = b4;
    // Products of weight 2^255 and above come back at the lower end, times 19.
    long c1 = 19 * b1;
    long c2 = 19 * b2;
    long c3 = 19 * b3;
    long c4 = 19 * b4;
    double z1 = 19 * y1;
    double z2 = 19 * y2;
    double z3 = 19 * y3;
    double z4 = 19 * y4;
    long h0 = (long) ((x0 * y0 + x1 * z4 + x2 * z3 + x3 * z2 + x4 * z1) * TO_HIGH);
    long s0 = a0 * b0 + a1 * c4 + a2 * c3 + a3 * c2 + a4 * c1 - (h0 << RADIX);
    long h1 = (long) ((x0 * y1 + x1 * y0 + x2 * z4 + x3 * z3 + x4 * z2) * TO_HIGH);
    long s1 = a0 * b1 + a1 * b0 + a2 * c4 + a3 * c3 + a4 * c2 - (h1 << RADIX);
    long h2 = (long) ((x0 * y2 + x1 * y1 + x2 * y0 + x3 * z4 + x4 * z3) * TO_HIGH);
    long s2 = a0 * b2 + a1 * b1 + a2 * b0 + a3 * c4 + a4 * c3 - (h2 << RADIX);
    long h3 = (long) ((x0 * y3 + x1 * y2 + x2 * y1 + x3 * y0 + x4 * z4) * TO_HIGH);
    long s3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c4 - (h3 << RADIX);
    long h4 = (long) ((x0 * y4 + x1 * y3 + x2 * y2 + x3 * y1 + x4 * y0) * TO_HIGH);
    long s4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (h4 << RADIX);
    long v0 = s0 + 19 * h4;
    long v1 = s1 + h0;
    long v2 = s2 + h1;
    long v3 = s3 + h2;
    long v4 = s4 + h3;
    out.l0 = (v0 & MASK) + 19 * (v4 >> RADIX);
    out.l1 = (v1 & MASK) + (v0 >> RADIX);
    out.l2 = (v2 & MASK) + (v1 >> RADIX);
    out.l3 = (v3 & MASK) + (v2 >> RADIX);
    out.l4 = (v4 & MASK) + (v3 >> RADIX);
  }

  /**
   * {@code out = a^2}.
   *
   * @param out reduced; may be a
   * @param a loose
   */
  static void square(Limbs out, Limbs a) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    double x0 = a0;
    double x1 = a1;
    double x2 = a2;
    double x3 = a3;
    double x4 = a4;
    // Products of two different limbs stand twice.
    long d0 = 2 * a0;
    long d1 = 2 * a1;
    long d2 = 2 * a2;
    long d3 = 2 * a3;
    double w0 = 2 * x0;
    double w1 = 2 * x1;
    double w2 = 2 * x2;
    double w3 = 2 * x3;
    long c3 = 19 * a3;
    long c4 = 19 * a4;
    double z3 = 19 * x3;
    double z4 = 19 * x4;
    long h0 = (long) ((x0 * x0 + w1 * z4 + w2 * z3) * TO_HIGH);
    long s0 = a0 * a0 + d1 * c4 + d2 * c3 - (h0 << RADIX);
    long h1 = (long) ((w0 * x1 + w2 * z4 + z3 * x3) * TO_HIGH);
    long s1 = d0 * a1 + d2 * c4 + c3 * a3 - (h1 << RADIX);
    long h2 = (long) ((w0 * x2 + x1 * x1 + w3 * z4) * TO_HIGH);
    long s2 = d0 * a2 + a1 * a1 + d3 * c4 - (h2 << RADIX);
    long h3 = (long) ((w0 * x3 + w1 * x2 + z4 * x4) * TO_HIGH);
    long s3 = d0 * a3 + d1 * a2 + c4 * a4 - (h3 << RADIX);
    long h4 = (long) ((w0 * x4 + w1 * x3 + x2 * x2) * TO_HIGH);
    long s4 = d0 * a4 + d1 * a3 + a2 * a2 - (h4 << RADIX);
    long v0 = s0 + 19 * h4;
    long v1 = s1 + h0;
    long v2 = s2 + h1;
    long v3 = s3 + h2;
    long v4 = s4 + h3;
    out.l0 = (v0 & MASK) + 19 * (v4 >> RADIX);
    out.l1 = (v1 & MASK) + (v0 >> RADIX);
    out.l2 = (v2 & MASK) + (v1 >> RADIX);
    out.l3 = (v3 & MASK) + (v2 >> RADIX);
    out.l4 = (v4 & MASK) + (v3 >> RADIX);
  }

  /**
   * Makes a number canonical.
   *
   * @param x loose before
   */
  static void canonicalize(Limbs x) {
    // Afterwards from -76 to 2^255 + 75, as the uppermost carry is within 4.
    carry(x);
    // Now from 0 to 2^255 - 1, in limbs of 51 bits.
    carry(x);
    // x is at least p where x + 19 reaches bit 255.
    long quotient = (x.l0 + 19) >> RADIX;
    quotient = (x.l1 + quotient) >> RADIX;
    quotient = (x.l2 + quotient) >> RADIX;
    quotient = (x.l3 + quotient) >> RADIX;
    quotient = (x.l4 + quotient) >> RADIX;
    x.l0 += 19 * quotient;
    x.l1 += x.l0 >> RADIX;
    x.l0 &= MASK;
    x.l2 += x.l1 >> RADIX;
    x.l1 &= MASK;
    x.l3 += x.l2 >> RADIX;
    x.l2 &= MASK;
    x.l4 += x.l3 >> RADIX;
    x.l3 &= MASK;
    x.l4 &= MASK;
  }

  private static void carry(Limbs x) {
    x.l1 += x.l0 >> RADIX;
    x.l0 &= MASK;
    x.l2 += x.l1 >> RADIX;
    x.l1 &= MASK;
    x.l3 += x.l2 >> RADIX;
    x.l2 &= MASK;
    x.l4 += x.l3 >> RADIX;
    x.l3 &= MASK;
    x.l0 += 19 * (x.l4 >> RADIX);
    x.l4 &= MASK;
  }

  /** A number from 0 to p - 1; for constants and for tests. */
  static Limbs of(BigInteger number) {
    return Limbs.of(number, RADIX);
  }

  /** Whether a loose number is 0 modulo p; it is canonical afterwards. */
  static boolean isZero(Limbs x) {
    canonicalize(x);
    return x.isZero();
  }

  /** A canonical number as four words of 64 bits, the least significant first. */
  static void pack(Limbs x, long[] words, int at) {
    words[at] = x.l0 | x.l1 << 51;
    words[at + 1] = x.l1 >>> 13 | x.l2 << 38;
    words[at + 2] = x.l2 >>> 26 | x.l3 << 25;
    words[at + 3] = x.l3 >>> 39 | x.l4 << 12;
  }

  /** The canonical number in four words; limbs from 0 to {@code 2^51 - 1} for any below 2^255. */
  static void unpack(Limbs x, long[] words, int at) {
    long w0 = words[at];
    long w1 = words[at + 1];
    long w2 = words[at + 2];
    long w3 = words[at + 3];
    x.l0 = w0 & MASK;
    x.l1 = (w0 >>> 51 | w1 << 13) & MASK;
    x.l2 = (w1 >>> 38 | w2 << 26) & MASK;
    x.l3 = (w2 >>> 25 | w3 << 39) & MASK;
    x.l4 = w3 >>> 12;
  }
}
