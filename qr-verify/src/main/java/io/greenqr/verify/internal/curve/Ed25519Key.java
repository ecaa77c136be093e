package io.greenqr.verify.internal.curve;

import io.greenqr.verify.internal.scratch.Workspaces;
import org.jspecify.annotations.Nullable;

/** A key for Ed25519. */
public final class Ed25519Key extends TabledKey {
  /** 0.75, 12 and 48 KB; more would save little. */
  private static final TableSizes SIZES =
      new TableSizes(Long.BYTES * EdwardsSum.WORDS)
          .and(new Comb(4, 1, 64), 0)
          .and(new Comb(8, 1, 32), 0)
          .and(new Comb(8, 4, 8), 16);

  private static final Workspaces<Ed25519Verification> WORKSPACES =
      new Workspaces<>(Ed25519Verification::new);

  private final byte[] encoding;

  /** None before the first is built. */
  private volatile @Nullable Ed25519Table table;

  /**
   * A key.
   *
   * @param encoding 32 bytes that are the one encoding of a point of the curve
   */
  public Ed25519Key(byte[] encoding) {
    this.encoding = encoding.clone();
  }

  @Override
  TableSizes sizes() {
    return SIZES;
  }

  @Override
  int level() {
    Ed25519Table held = table;
    return held == null ? -1 : SIZES.levelOf(held.comb());
  }

  @Override
  void build(int level) {
    table = Ed25519Table.ofKey(encoding, SIZES.comb(level));
  }

  @Override
  void widenBase() {
    Ed25519Base.widen();
  }

  /** The table that checks work with now. */
  Ed25519Table table() {
    Ed25519Table held = table;
    if (held == null) {
      build(0);
      return table();
    }
    return held;
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    countUse();
    Ed25519Verification verification = WORKSPACES.borrow();
    boolean valid = verification.verifies(Ed25519Base.table(), table(), message, length, signature);
    WORKSPACES.giveBack(verification);
    return valid;
  }
}
