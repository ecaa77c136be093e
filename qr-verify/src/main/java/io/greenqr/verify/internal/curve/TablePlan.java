package io.greenqr.verify.internal.curve;

import java.util.List;

/**
 * Who gets how large a table of a given memory. All keys get the next larger shape before any gets
 * the one after, those that are seen most come first, and keys that are not in use stay with a
 * small one: the gain of each step is less than that of the step before.
 */
final class TablePlan {
  /** What a key that is not in use may have: small, and built before the first scan. */
  static final int AT_ONCE = 1;

  private TablePlan() {}

  /**
   * A shape for each key.
   *
   * @param sizes of each key, in the order of how much they are used
   * @param inUse how many of the first are in use
   * @param memory bytes for all; the smallest shape is given in any case
   */
  static int[] levels(List<TableSizes> sizes, int inUse, long memory) {
    int[] levels = new int[sizes.size()];
    long left = memory;
    int most = 0;
    for (TableSizes of : sizes) {
      left -= of.bytes(0);
      most = Math.max(most, of.levels());
    }
    for (int level = 1; level < most; level++) {
      int reached = level <= AT_ONCE ? sizes.size() : inUse;
      for (int i = 0; i < reached; i++) {
        TableSizes of = sizes.get(i);
        if (levels[i] != level - 1 || level >= of.levels()) {
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
