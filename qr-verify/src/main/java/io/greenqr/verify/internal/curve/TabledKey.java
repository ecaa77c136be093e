package io.greenqr.verify.internal.curve;

import org.jspecify.annotations.Nullable;

/**
 * A trusted key with its table of multiples, which can be exchanged for a larger or smaller one
 * while signatures are being checked.
 */
public abstract class TabledKey {
  /** Uses at which a key's table is looked at first, and again at twice as many each time. */
  static final int FIRST_LOOK = 16;

  /** Checks so far, about: threads do not wait for each other to count. */
  private int uses;

  private volatile @Nullable TableKeeper keeper;

  /** The shapes that this curve's tables have, from the smallest on. */
  abstract TableSizes sizes();

  /** Which of the shapes the table has now. */
  abstract int level();

  /** Builds the table of a shape and works with it from then on. */
  abstract void build(int level);

  /** Has the table of the base point be as wide as it gets. */
  abstract void widenBase();

  /**
   * Whether {@code signature} is the key's signature of the message; never throws.
   *
   * @param message begins with the message
   * @param length bytes of it
   * @param signature 64 bytes at its beginning
   */
  public abstract boolean verifies(byte[] message, int length, byte[] signature);

  final void setKeeper(TableKeeper tableKeeper) {
    keeper = tableKeeper;
  }

  final int uses() {
    return uses;
  }

  /** Half of what was, so that a key that is no longer seen makes room in time. */
  final void forgetHalf() {
    uses >>>= 1;
  }

  /** Counts a check, and has the tables looked over when there are twice as many as last time. */
  final void countUse() {
    int next = uses + 1;
    if (next < 0) {
      return;
    }
    uses = next;
    TableKeeper held = keeper;
    if (held != null && next >= FIRST_LOOK && (next & next - 1) == 0) {
      held.lookOver();
    }
  }
}
