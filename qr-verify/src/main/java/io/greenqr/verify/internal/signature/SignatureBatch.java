package io.greenqr.verify.internal.signature;

/**
 * Signatures that are checked together where that is faster; every verdict is the one that {@link
 * PreparedKey#verifies} gives. One thread at a time.
 */
public interface SignatureBatch {
  /** Most signatures at a time. */
  int CAPACITY = 64;

  /**
   * Adds a signature.
   *
   * @param key made ready by the engine of this batch
   * @param message may be overwritten afterwards, as the signature may
   */
  void add(PreparedKey key, byte[] message, int length, byte[] signature);

  /**
   * Decides all that were added, and empties the batch.
   *
   * @return the verdicts in the order of adding, until the next one is added
   */
  boolean[] decide();
}
