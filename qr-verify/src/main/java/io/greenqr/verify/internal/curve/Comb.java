package io.greenqr.verify.internal.curve;

/**
 * How a scalar is cut into digits, and with that what a table of multiples of a point holds: the
 * comb of Lim and Lee (CRYPTO '94) with signed digits (Hedabou, Pinel, Bénéteau 2005).
 *
 * <p>An odd scalar below 2^256 is a sum of terms {@code ±2^i}, one for each of {@link #bits} bit
 * positions: with all signs the bits of {@code k' = (k >> 1) + 2^(bits - 1)}, a set bit being plus.
 * The positions are dealt to {@code blocks} blocks of {@code teeth * rounds} neighbours. In round r
 * block b contributes the positions {@code b * teeth * rounds + t * rounds + r}, one for each tooth
 * t; their signed sum is one of 2^teeth points, which come in pairs of opposite sign, so that a
 * table stores 2^(teeth - 1) a block, for r = 0. Between two rounds the sum so far is doubled. No
 * digit is ever zero, so every round adds the same number of points.
 *
 * <p>One round is the window method: no doublings, and the largest table.
 */
final class Comb {
  /** Bits of the largest scalars. */
  static final int SCALAR_BITS = 256;

  /** Rounds that are cut at once, in as many lanes of a word. */
  private static final int LANES = 4;

  /** Bits of a lane, which takes a bit of each tooth. */
  private static final int LANE = 16;

  private final int teeth;
  private final int blocks;
  private final int rounds;

  /**
   * The shape of a table.
   *
   * @param teeth positions that one point stands for, 2 to 16
   * @param blocks points that are added in a round
   * @param rounds one more than the doublings
   * @throws IllegalArgumentException if that covers fewer than 256 bits
   */
  Comb(int teeth, int blocks, int rounds) {
    if (teeth < 2 || teeth > 16 || teeth * blocks * rounds < SCALAR_BITS) {
      throw new IllegalArgumentException(teeth + ", " + blocks + ", " + rounds);
    }
    this.teeth = teeth;
    this.blocks = blocks;
    this.rounds = rounds;
  }

  int teeth() {
    return teeth;
  }

  int blocks() {
    return blocks;
  }

  int rounds() {
    return rounds;
  }

  /** Positions that have a sign, at least 256. */
  int bits() {
    return teeth * blocks * rounds;
  }

  /** Digits of a scalar. */
  int digits() {
    return blocks * rounds;
  }

  /** Points of a block. */
  int pointsPerBlock() {
    return 1 << (teeth - 1);
  }

  /** Points of a table. */
  int points() {
    return blocks * pointsPerBlock();
  }

  /** The bit position that a tooth of a block stands for in round 0. */
  int position(int block, int tooth) {
    return (block * teeth + tooth) * rounds;
  }

  /**
   * Cuts a scalar. The digit of round r and block b comes to {@code from + r * blocks + b}: twice
   * the number of the point in the table, plus 1 if the point is to be taken negative.
   *
   * <p>Points of a block follow one another, and blocks do. Within a block, point number n is the
   * sum with the last tooth positive, and every other tooth t positive if bit t of n is set.
   *
   * @param scalar odd, four words of 64 bits, the least significant first
   * @param negative whether the digits of {@code -scalar} are wanted
   */
  void cut(long[] scalar, boolean negative, int[] digits, int from) {
    if (rounds == 1) {
      cutWindows(scalar, negative, digits, from);
      return;
    }
    for (int block = 0; block < blocks; block++) {
      for (int round = 0; round < rounds; round += LANES) {
        // Each tooth has its next four rounds in neighbouring bits: they go to a lane each.
        long lanes = 0;
        for (int tooth = 0; tooth < teeth; tooth++) {
          lanes |= spread(bits(scalar, position(block, tooth) + round)) << tooth;
        }
        for (int r = round; r < Math.min(round + LANES, rounds); r++) {
          int bits = (int) lanes & 0xffff;
          lanes >>>= LANE;
          if (block == blocks - 1 && r == rounds - 1) {
            bits |= pointsPerBlock();
          }
          digits[from + r * blocks + block] = digit(block, bits, negative);
        }
      }
    }
  }

  private void cutWindows(long[] scalar, boolean negative, int[] digits, int from) {
    int mask = (1 << teeth) - 1;
    for (int block = 0; block < blocks; block++) {
      int bits = (int) bits(scalar, block * teeth) & mask;
      if (block == blocks - 1) {
        bits |= pointsPerBlock();
      }
      digits[from + block] = digit(block, bits, negative);
    }
  }

  /** Of k', from a position on; but for its uppermost bit, which is set, these are bits of k. */
  private static long bits(long[] scalar, int position) {
    int at = position + 1;
    int word = at >> 6;
    long low = word < 4 ? scalar[word] >>> at : 0;
    long high = word < 3 && (at & 63) != 0 ? scalar[word + 1] << -at : 0;
    return low | high;
  }

  /** The lowest four bits, each to the lowest bit of a lane of its own; no two products meet. */
  private static long spread(long bits) {
    return (bits & 0xf) * 0x0000_2000_4000_8001L & 0x0001_0001_0001_0001L;
  }

  /** With the last tooth negative, all signs are turned and the point is. */
  private int digit(int block, int bits, boolean negative) {
    boolean last = (bits & pointsPerBlock()) != 0;
    int number = (last ? bits : ~bits) & (pointsPerBlock() - 1);
    return (block * pointsPerBlock() + number) << 1 | (last == negative ? 1 : 0);
  }

  /** Such as {@code 8 x 4 x 8}: teeth, blocks, rounds. */
  @Override
  public String toString() {
    return teeth + " x " + blocks + " x " + rounds;
  }
}
