package io.greenqr.issue.symbol;

/**
 * How badly a masked symbol would be read: the points of ISO/IEC 18004 section 7.8.3.1, of which
 * the mask with the fewest is used. They stand for areas without edges, for what looks like a
 * finder pattern, and for a symbol that is too dark or too light.
 *
 * <p>Examined is the symbol without its quiet zone. Runs and finder patterns are looked for down
 * the columns only, 64 of them at once; for those in rows the symbol is turned over.
 */
final class MaskPenalty {
  private static final int RUN = 3;
  private static final int BLOCK = 3;
  private static final int FINDER_PATTERN = 40;
  private static final int FIVE_PERCENT = 10;

  private static final int RUN_LENGTH = 5;
  private static final int FINDER_LENGTH = 7;
  private static final int LIGHT_LENGTH = 4;

  private MaskPenalty() {}

  /**
   * The points of a symbol.
   *
   * @param turned the same symbol, transposed
   */
  static int of(ModuleGrid symbol, ModuleGrid turned) {
    int points = imbalance(symbol);
    for (int strip = 0; strip < symbol.strips(); strip++) {
      points += runs(symbol, strip) + runs(turned, strip);
      points += finderPatterns(symbol, strip) + finderPatterns(turned, strip);
      points += blocks(symbol, strip);
    }
    return points;
  }

  /**
   * Five modules of one colour count 3, each further one 1.
   *
   * <p>A run of n modules begins at n - 4 places a piece of five. Each of these counts 1, and the
   * first of them 2 more.
   */
  private static int runs(ModuleGrid grid, int strip) {
    int points = 0;
    long above = 0;
    for (int y = 0; y <= grid.size() - RUN_LENGTH; y++) {
      long first = grid.word(strip, y);
      long differs =
          (first ^ grid.word(strip, y + 1))
              | (first ^ grid.word(strip, y + 2))
              | (first ^ grid.word(strip, y + 3))
              | (first ^ grid.word(strip, y + 4));
      long alike = grid.columns(strip, 0) & ~differs;
      points += Long.bitCount(alike) + (RUN - 1) * Long.bitCount(alike & ~above);
      above = alike;
    }
    return points;
  }

  /** Dark, light, three dark, light, dark, with four light modules above or below. */
  private static int finderPatterns(ModuleGrid grid, int strip) {
    int found = 0;
    for (int y = 0; y <= grid.size() - FINDER_LENGTH; y++) {
      long pattern =
          grid.word(strip, y)
              & ~grid.word(strip, y + 1)
              & grid.word(strip, y + 2)
              & grid.word(strip, y + 3)
              & grid.word(strip, y + 4)
              & ~grid.word(strip, y + 5)
              & grid.word(strip, y + 6);
      if (pattern != 0) {
        long light = light(grid, strip, y - LIGHT_LENGTH) | light(grid, strip, y + FINDER_LENGTH);
        found += Long.bitCount(pattern & light);
      }
    }
    return FINDER_PATTERN * found;
  }

  /** The columns that are light in four rows; none if these are not all in the symbol. */
  private static long light(ModuleGrid grid, int strip, int y) {
    if (y < 0 || y + LIGHT_LENGTH > grid.size()) {
      return 0;
    }
    return ~(grid.word(strip, y)
        | grid.word(strip, y + 1)
        | grid.word(strip, y + 2)
        | grid.word(strip, y + 3));
  }

  /** Each two by two modules of one colour count 3, overlapping ones too. */
  private static int blocks(ModuleGrid grid, int strip) {
    int found = 0;
    for (int y = 0; y < grid.size() - 1; y++) {
      long first = grid.word(strip, y);
      long differs =
          (first ^ grid.wordToTheRight(strip, y))
              | (first ^ grid.word(strip, y + 1))
              | (first ^ grid.wordToTheRight(strip, y + 1));
      found += Long.bitCount(grid.columns(strip, 1) & ~differs);
    }
    return BLOCK * found;
  }

  /** Every whole 5 % by which the share of dark modules is off a half count 10. */
  private static int imbalance(ModuleGrid grid) {
    int dark = 0;
    for (int strip = 0; strip < grid.strips(); strip++) {
      for (int y = 0; y < grid.size(); y++) {
        dark += Long.bitCount(grid.word(strip, y));
      }
    }
    int modules = grid.size() * grid.size();
    // |dark / modules - 1/2| / (1/20), rounded down once.
    return FIVE_PERCENT * (10 * Math.abs(2 * dark - modules) / modules);
  }
}
