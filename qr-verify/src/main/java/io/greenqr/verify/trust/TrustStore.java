package io.greenqr.verify.trust;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a verifier keeps what it trusts, so that a restart does not take it back to an older list.
 *
 * <p>An implementation stores one value whole: after a power cut at any point, {@link #load} gives
 * the value before or the value after a {@link #replace}, and never another. It is safe for use by
 * several threads, and by several processes if they can reach the same place.
 */
public interface TrustStore {
  /**
   * The value stored last, or null if there never was one.
   *
   * @throws IOException if there is one that cannot be read: never null in its place, or a failing
   *     disk would be a rollback
   */
  byte @Nullable [] load() throws IOException;

  /**
   * Stores {@code next} durably, if the value is still {@code expected}: of two processes that
   * update at once, the slower one must not put its older list in the place of a newer one.
   *
   * @param expected what {@link #load} gave, null for none
   * @return false if another value is stored; nothing is changed then
   * @throws IOException if it could not be stored; the old value or the new one is stored then
   */
  boolean replace(byte @Nullable [] expected, byte[] next) throws IOException;

  /**
   * A store that forgets at the end of the process: whoever can make the process start again can
   * take it back to any list that is signed.
   */
  static TrustStore inMemory() {
    return new MemoryTrustStore();
  }
}
