package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;

/** One implementation of both algorithms. */
public interface SignatureEngine {
  /**
   * Makes a key ready.
   *
   * @throws IllegalArgumentException if this engine cannot use the key
   */
  PreparedKey prepare(CoseKey key);
}
