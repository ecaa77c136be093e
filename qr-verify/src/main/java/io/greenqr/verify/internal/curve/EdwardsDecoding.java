package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/** From 32 bytes to a point of edwards25519 (RFC 8032 section 5.1.3). */
final class EdwardsDecoding {
  private static final BigInteger P = Field25519.P;
  private static final Limbs D = Field25519.of(EdwardsSum.D);
  private static final Limbs ROOT_OF_MINUS_ONE =
      Field25519.of(BigInteger.valueOf(2).modPow(P.shiftRight(2), P));

  private EdwardsDecoding() {}

  /**
   * Decodes a point to an addend of {@link EdwardsSum}.
   *
   * @return false if there is no such point, or if this is not its one encoding
   */
  static boolean decode(byte[] encoded, long[] addend) {
    long[] words = new long[Field25519.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(encoded, 8 * i);
    }
    boolean odd = words[3] < 0;
    words[3] &= Long.MAX_VALUE;
    Limbs y = new Limbs();
    Field25519.unpack(y, words, 0);
    Limbs canonical = new Limbs();
    canonical.set(y);
    Field25519.canonicalize(canonical);
    if (!y.hasSameLimbs(canonical)) {
      return false;
    }
    // x^2 = (y^2 - 1) / (d y^2 + 1), whose denominator is never 0, for -1/d is no square.
    Limbs square = new Limbs();
    Limbs denominator = new Limbs();
    Field25519.square(square, y);
    Field25519.multiply(denominator, square, D);
    square.l0 -= 1;
    denominator.l0 += 1;
    new Inverse25519().invert(denominator, denominator);
    Field25519.multiply(square, square, denominator);
    Limbs x = root(square);
    if (!isRoot(x, square)) {
      Field25519.multiply(x, x, ROOT_OF_MINUS_ONE);
      if (!isRoot(x, square)) {
        return false;
      }
    }
    Field25519.canonicalize(x);
    if (x.isZero() && odd) {
      return false;
    }
    if (((x.l0 & 1) != 0) != odd) {
      x.negate();
    }
    Limbs one = new Limbs();
    one.l0 = 1;
    EdwardsSum.writeAddend(x, y, one, addend, 0);
    return true;
  }

  /**
   * {@code a^((p + 3) / 8)}, a root of a or of -a where a is a square; the exponent is 2^252 - 2.
   */
  private static Limbs root(Limbs a) {
    Limbs power = new Limbs();
    power.set(a);
    for (int i = 0; i < 250; i++) {
      Field25519.square(power, power);
      Field25519.multiply(power, power, a);
    }
    Field25519.square(power, power);
    return power;
  }

  private static boolean isRoot(Limbs x, Limbs square) {
    Limbs difference = new Limbs();
    Field25519.square(difference, x);
    difference.setDifference(difference, square);
    return Field25519.isZero(difference);
  }

  /** Eight bytes, the least significant first. */
  static long word(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24
        | (bytes[at + 4] & 0xffL) << 32
        | (bytes[at + 5] & 0xffL) << 40
        | (bytes[at + 6] & 0xffL) << 48
        | (long) bytes[at + 7] << 56;
  }

  /** The point with this y, from 0 to p - 1, and an even x. */
  static byte[] encode(BigInteger y) {
    byte[] bytes = new byte[Ed25519Table.ENCODED_LENGTH];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = y.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }
}
