package io.greenqr.verify.internal.curve;

import java.util.List;

/**
 * Who gets how large a table of a given memory. All keys get the next larger shape before any gets
 * the one after, and those that are seen most come first: the gain of each step is less than that
 * of the step before.
 */
final class TablePlan {
  private TablePlan() {}

  /**
   * A shape for each key.
   *
   * @param sizes of each key, those that are used most first
   * @param uses of each key
   * @param memory bytes for all; the smallest shape is given in any case
   */
  static int[] levels(List<TableSizes> sizes, int[] uses, long memory) {
    int[] levels = new int[uses.length];
    long left = memory;
    int most = 0;
    for (TableSizes of : sizes) {
      left -= of.bytes(0);
      most = Math.max(most, of.levels());
    }
    for (int level = 1; level < most; level++) {
      for (int i = 0; i < levels.length; i++) {
        TableSizes of = sizes.get(i);
        if (levels[i] != level - 1 || level >= of.levels() || uses[i] < of.uses(level)) {
          continue;
        }
        long more = of.bytes(level) - of.bytes(level - 1);
        if (more <= left) {
          left -= more;
          levels[i] = level;
        }
      }
    }
    return levels;
  }
}
