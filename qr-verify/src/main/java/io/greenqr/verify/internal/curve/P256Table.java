package io.greenqr.verify.internal.curve;

/**
 * Multiples of one point of P-256, as a {@link Comb} wants them. Immutable.
 *
 * <p>A point takes 64 bytes: x and y in Montgomery form, canonical, four words each.
 */
final class P256Table {
  private static final int WORDS = 8;

  private final Comb comb;
  private final long[] words;

  P256Table(Comb comb, long[] words) {
    this.comb = comb;
    this.words = words;
  }

  /** Bytes that a table of a shape takes. */
  static long bytes(Comb comb) {
    return 8L * WORDS * comb.points();
  }

  /** Words of memory for a table of a shape. */
  static long[] words(Comb comb) {
    return new long[WORDS * comb.points()];
  }

  /** Puts a point, carried and below p, where the table has number {@code index}. */
  static void store(long[] words, int index, Limbs x, Limbs y) {
    Radix52.pack(x, words, WORDS * index);
    Radix52.pack(y, words, WORDS * index + WORDS / 2);
  }

  Comb comb() {
    return comb;
  }

  /** The coordinates of the point with number {@code index}. */
  void load(int index, Limbs x, Limbs y) {
    loadX(index, x);
    Radix52.unpack(y, words, WORDS * index + WORDS / 2);
  }

  /** Something of both ends of a point, which may lie in two lines of the cache. */
  long touch(int index) {
    return words[WORDS * index] ^ words[WORDS * index + WORDS - 1];
  }

  /** The x coordinate of the point with number {@code index}. */
  void loadX(int index, Limbs x) {
    Radix52.unpack(x, words, WORDS * index);
  }

  /** The point that a digit of {@link Comb#cut} stands for. */
  void loadDigit(int digit, Limbs x, Limbs y) {
    load(digit >> 1, x, y);
    if ((digit & 1) != 0) {
      y.negate();
    }
  }
}
