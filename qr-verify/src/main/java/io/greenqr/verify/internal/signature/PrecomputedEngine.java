package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.verify.internal.curve.Ed25519Key;
import io.greenqr.verify.internal.curve.P256Key;
import io.greenqr.verify.internal.curve.TableKeeper;
import io.greenqr.verify.internal.curve.TabledBatch;
import io.greenqr.verify.internal.curve.TabledKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;

/** Own arithmetic, with tables of multiples of every key (docs/decisions/0007). */
public final class PrecomputedEngine implements SignatureEngine {
  private final TableKeeper keeper;

  /**
   * Without keys.
   *
   * @param memory bytes for the tables of all keys
   * @param executor builds wide tables
   */
  public PrecomputedEngine(long memory, Executor executor) {
    keeper = new TableKeeper(memory, executor);
  }

  @Override
  public PreparedKey prepare(CoseKey key) {
    if (!CurvePoints.isSound(key)) {
      throw new IllegalArgumentException("no sound point: " + key);
    }
    return new Key(
        key.algorithm() == SignatureAlgorithm.ESP256
            ? new P256Key(key.x(), key.y())
            : new Ed25519Key(key.x()));
  }

  @Override
  public void keep(Collection<PreparedKey> keys) {
    List<TabledKey> tabled = new ArrayList<>();
    for (PreparedKey key : keys) {
      tabled.add(((Key) key).tabled);
    }
    keeper.keep(tabled);
  }

  @Override
  public SignatureBatch batch() {
    return new Batch();
  }

  private static final class Key implements PreparedKey {
    private final TabledKey tabled;

    private Key(TabledKey tabled) {
      this.tabled = tabled;
    }

    @Override
    public boolean verifies(byte[] message, int length, byte[] signature) {
      return tabled.verifies(message, length, signature);
    }
  }

  private static final class Batch implements SignatureBatch {
    private final TabledBatch batch = new TabledBatch();

    @Override
    public void add(PreparedKey key, byte[] message, int length, byte[] signature) {
      batch.add(((Key) key).tabled, message, length, signature);
    }

    @Override
    public boolean[] decide() {
      return batch.decide();
    }
  }
}
