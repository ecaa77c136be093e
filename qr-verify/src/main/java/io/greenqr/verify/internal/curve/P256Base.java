package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * The table of the base point of P-256 (SP 800-186 section 3.2.1.3). One for all keys of all
 * verifiers: a small one at first, a wide one of 5 MB once some key is in use.
 */
final class P256Base {
  private static final BigInteger X =
      new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16);
  private static final BigInteger Y =
      new BigInteger("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", 16);

  private static final Comb SMALL = new Comb(8, 1, 32);
  private static final Comb WIDE = new Comb(13, 20, 1);

  private static volatile P256Table table = P256TableBuilder.build(SMALL, X, Y);

  private P256Base() {}

  /** The widest that is there. */
  static P256Table table() {
    return table;
  }

  /** Builds the wide one, unless it is there. */
  static synchronized void widen() {
    if (table.comb() != WIDE) {
      table = P256TableBuilder.build(WIDE, X, Y);
    }
  }
}
