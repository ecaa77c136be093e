package io.greenqr.verify.internal.curve;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Multiples of one point of edwards25519, of the base point or of a key, as a {@link Comb} names
 * them. Immutable and of 96 bytes a point.
 *
 * <p>Every table is checked when it is built, in another way than it was made: a wrong point would
 * refuse valid signatures, and nothing would say why.
 */
final class Ed25519Table {
  /** Of a key and of each half of a signature. */
  static final int ENCODED_LENGTH = 32;

  /** More than any shape of use has. */
  static final int MAX_DIGITS = 256;

  private static final byte[] BASE =
      EdwardsDecoding.encode(
          BigInteger.valueOf(4)
              .multiply(BigInteger.valueOf(5).modInverse(Field25519.P))
              .mod(Field25519.P));

  private final Comb comb;
  private final byte[] encoding;
  private final long[] point;
  private final long[] points;
  private final boolean primeOrder;

  private Ed25519Table(Comb comb, byte[] encoding, long[] point) {
    if (comb.digits() > MAX_DIGITS) {
      throw new IllegalArgumentException("digits " + comb.digits());
    }
    this.comb = comb;
    this.encoding = encoding;
    this.point = point;
    this.points = Ed25519TableBuilder.build(comb, point);
    this.primeOrder = isAnnihilatedByOrder();
  }

  /** The base point B of RFC 8032 section 5.1. */
  static Ed25519Table ofBasePoint(Comb comb) {
    return ofKey(BASE, comb);
  }

  /**
   * A key.
   *
   * @param encoded 32 bytes
   * @throws IllegalArgumentException if they are not the one encoding of a point of the curve (RFC
   *     8032 section 5.1.3)
   */
  static Ed25519Table ofKey(byte[] encoded, Comb comb) {
    long[] point = new long[EdwardsSum.WORDS];
    if (encoded.length != ENCODED_LENGTH || !EdwardsDecoding.decode(encoded, point)) {
      throw new IllegalArgumentException("no point of edwards25519");
    }
    return new Ed25519Table(comb, encoded.clone(), point);
  }

  /** L is odd and has a digit in every block: the table itself says what L times the point is. */
  private boolean isAnnihilatedByOrder() {
    long[] order = new long[Field25519.WORDS];
    Order25519.subtractFromOrder(order);
    int[] digits = new int[comb.digits()];
    comb.cut(order, false, digits, 0);
    EdwardsSum sum = new EdwardsSum();
    for (int round = comb.rounds() - 1; round >= 0; round--) {
      for (int block = 0; block < comb.blocks(); block++) {
        int digit = digits[round * comb.blocks() + block];
        if (round == comb.rounds() - 1 && block == 0) {
          sum.start(points, at(digit), digit & 1);
        } else {
          sum.add(points, at(digit), digit & 1, true);
        }
      }
      if (round > 0) {
        sum.twice(true);
      }
    }
    return sum.isNeutral();
  }

  /** Where the addend of a digit begins in {@link #points}. */
  static int at(int digit) {
    return (digit >> 1) * EdwardsSum.WORDS;
  }

  /**
   * Something of each point of a scalar: large tables lie outside the near caches, and loads that
   * wait for nothing run side by side.
   *
   * @param digits of {@link Comb#cut}
   */
  long touch(int[] digits) {
    long touched = 0;
    for (int i = 0; i < comb.digits(); i++) {
      int at = at(digits[i]);
      touched ^= points[at] ^ points[at + EdwardsSum.WORDS / 2] ^ points[at + EdwardsSum.WORDS - 1];
    }
    return touched;
  }

  Comb comb() {
    return comb;
  }

  /** All addends; not to be written to. */
  long[] points() {
    return points;
  }

  /** The point itself as an addend; not to be written to. */
  long[] point() {
    return point;
  }

  /** The 32 bytes of the point; not to be written to. */
  byte[] encoding() {
    return encoding;
  }

  /**
   * Whether the point's order divides L. Otherwise it has a part of low order, for which {@code L -
   * k} is not the opposite of k.
   */
  boolean isPrimeOrder() {
    return primeOrder;
  }

  /** Memory of the points. */
  int bytes() {
    return points.length * Long.BYTES;
  }

  @Override
  public String toString() {
    return "Ed25519Table " + comb + " " + Arrays.hashCode(encoding);
  }
}
