package io.greenqr.verify.internal.curve;

/**
 * Makes the points of an {@link Ed25519Table}. Point number n of a block is the last tooth plus or
 * minus each other tooth, so that point {@code n + 2^t}, for n below 2^t, is point n plus twice
 * tooth t.
 */
final class Ed25519TableBuilder {
  /** Points that share an inversion: enough to make its share small, few enough for the cache. */
  private static final int SHARING = 128;

  private static final int WORDS = EdwardsSum.WORDS;

  private final Comb comb;
  private final long[] point;
  private final long[] points;
  private final EdwardsSum sum = new EdwardsSum();
  private final Inverse25519 inverse = new Inverse25519();
  private final Limbs[] x = Limbs.array(SHARING);
  private final Limbs[] y = Limbs.array(SHARING);
  private final Limbs[] z = Limbs.array(SHARING);
  private final Limbs[] inverses = Limbs.array(SHARING);
  private final int[] targets = new int[SHARING];
  private int waiting;

  /** {@code 2^i} times the point, at i * WORDS. */
  private final long[] powers;

  private Ed25519TableBuilder(Comb comb, long[] point) {
    this.comb = comb;
    this.point = point;
    this.points = new long[comb.points() * WORDS];
    this.powers = new long[(comb.bits() + 1) * WORDS];
  }

  /**
   * All points, block by block.
   *
   * @param point the point as an addend
   * @throws IllegalStateException if the result is wrong, which a fault of the machine or of its
   *     compiler would be
   */
  static long[] build(Comb comb, long[] point) {
    Ed25519TableBuilder builder = of(comb, point);
    builder.check();
    return builder.points;
  }

  /** All points, not yet checked. */
  static Ed25519TableBuilder of(Comb comb, long[] point) {
    Ed25519TableBuilder builder = new Ed25519TableBuilder(comb, point);
    builder.powers();
    builder.firstOfEachBlock();
    for (int tooth = 0; tooth < comb.teeth() - 1; tooth++) {
      builder.addTooth(tooth);
    }
    return builder;
  }

  /** The points as they are. */
  long[] points() {
    return points;
  }

  private void powers() {
    sum.start(point, 0, 0);
    for (int i = 0; i <= comb.bits(); i++) {
      emit(powers, i * WORDS);
      sum.twice(false);
    }
    flush(powers);
  }

  private void firstOfEachBlock() {
    for (int block = 0; block < comb.blocks(); block++) {
      sum.start(powers, power(block, comb.teeth() - 1), 0);
      for (int tooth = 0; tooth < comb.teeth() - 1; tooth++) {
        sum.add(powers, power(block, tooth), 1, true);
      }
      emit(points, at(block, 0));
    }
    flush(points);
  }

  private void addTooth(int tooth) {
    int half = 1 << tooth;
    for (int block = 0; block < comb.blocks(); block++) {
      int twiceTooth = power(block, tooth) + WORDS;
      for (int n = 0; n < half; n++) {
        sum.start(points, at(block, n), 0);
        sum.add(powers, twiceTooth, 0, false);
        emit(points, at(block, n + half));
      }
    }
    flush(points);
  }

  private int power(int block, int tooth) {
    return comb.position(block, tooth) * WORDS;
  }

  private int at(int block, int number) {
    return (block * comb.pointsPerBlock() + number) * WORDS;
  }

  /** Has the sum written at a place, with the next inversion. */
  private void emit(long[] addends, int at) {
    x[waiting].set(sum.x);
    y[waiting].set(sum.y);
    z[waiting].set(sum.z);
    targets[waiting] = at;
    waiting++;
    if (waiting == SHARING) {
      flush(addends);
    }
  }

  private void flush(long[] addends) {
    inverse.invertAll(inverses, z, waiting);
    for (int i = 0; i < waiting; i++) {
      EdwardsSum.writeAddend(x[i], y[i], inverses[i], addends, targets[i]);
    }
    waiting = 0;
  }

  /**
   * Every point is on the curve and is the sum of one before it and an addend, computed anew, or
   * the first of its block; and the points of a block, in which the signs of all teeth but the last
   * cancel, have the sum {@code 2^(teeth - 1)} times the last tooth.
   *
   * @throws IllegalStateException if one is not
   */
  void check() {
    EdwardsSum expected = new EdwardsSum();
    EdwardsSum held = new EdwardsSum();
    for (int block = 0; block < comb.blocks(); block++) {
      sum.start(points, at(block, 0), 0);
      requireOnCurve(block, 0);
      for (int n = 1; n < comb.pointsPerBlock(); n++) {
        requireOnCurve(block, n);
        int top = Integer.highestOneBit(n);
        int tooth = Integer.numberOfTrailingZeros(top);
        expected.start(points, at(block, n - top), 0);
        expected.add(powers, power(block, tooth) + WORDS, 0, false);
        held.start(points, at(block, n), 0);
        requireSame(expected, held);
        sum.add(points, at(block, n), 0, true);
      }
      expected.start(powers, power(block, comb.teeth() - 1), 0);
      for (int tooth = 0; tooth < comb.teeth() - 1; tooth++) {
        expected.twice(false);
      }
      requireSame(expected, sum);
    }
  }

  private void requireOnCurve(int block, int number) {
    if (!EdwardsSum.isOnCurve(points, at(block, number))) {
      throw new IllegalStateException("point off the curve");
    }
  }

  private static void requireSame(EdwardsSum expected, EdwardsSum found) {
    if (!found.isSamePoint(expected)) {
      throw new IllegalStateException("wrong point");
    }
  }
}
