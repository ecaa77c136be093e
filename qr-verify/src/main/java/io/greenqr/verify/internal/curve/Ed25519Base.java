package io.greenqr.verify.internal.curve;

/**
 * The table of the base point of edwards25519. One for all keys of all verifiers: a small one at
 * first, a wide one of 1.5 MB once some key is in use.
 */
final class Ed25519Base {
  private static final Comb SMALL = new Comb(8, 1, 32);
  private static final Comb WIDE = new Comb(13, 4, 5);

  private static volatile Ed25519Table table = Ed25519Table.ofBasePoint(SMALL);

  private Ed25519Base() {}

  /** The widest that is there. */
  static Ed25519Table table() {
    return table;
  }

  /** Builds the wide one, unless it is there. */
  static synchronized void widen() {
    if (table.comb() != WIDE) {
      table = Ed25519Table.ofBasePoint(WIDE);
    }
  }
}
