package io.greenqr.verify.trust;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps the value in memory. */
final class MemoryTrustStore implements TrustStore {
  private byte @Nullable [] value;

  @Override
  public synchronized byte @Nullable [] load() {
    return value == null ? null : value.clone();
  }

  @Override
  public synchronized boolean replace(byte @Nullable [] expected, byte[] next) {
    if (!Arrays.equals(value, expected)) {
      return false;
    }
    value = next.clone();
    return true;
  }
}
