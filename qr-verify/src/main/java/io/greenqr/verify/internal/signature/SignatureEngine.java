package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import java.util.Collection;

/** One implementation of both algorithms, for the keys of one verifier. */
public interface SignatureEngine {
  /**
   * Makes a key ready.
   *
   * @throws IllegalArgumentException if this engine cannot use the key
   */
  PreparedKey prepare(CoseKey key);

  /** The keys that signatures will be checked with from now on, all made ready by this engine. */
  default void keep(Collection<PreparedKey> keys) {}

  /** An empty batch for one thread. */
  default SignatureBatch batch() {
    return new OneByOne();
  }
}
