package io.greenqr.verify.trust;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store that can be told to fail: a full disk, or one that has become read-only. */
final class StoreWithFaults implements TrustStore {
  private final TrustStore store;
  boolean failing;
  boolean failingAfterwards;
  boolean alwaysBehind;

  StoreWithFaults(TrustStore store) {
    this.store = store;
  }

  @Override
  public byte @Nullable [] load() throws IOException {
    return store.load();
  }

  @Override
  public boolean replace(byte @Nullable [] expected, byte[] next) throws IOException {
    if (failing) {
      throw new IOException("no space left");
    }
    if (alwaysBehind) {
      return false;
    }
    boolean replaced = store.replace(expected, next);
    if (failingAfterwards) {
      throw new IOException("the directory could not be forced");
    }
    return replaced;
  }
}
