package io.greenqr.verify.internal.signature;

/** A public key made ready to check signatures; thread-safe. */
public interface PreparedKey {
  /**
   * Whether {@code signature} is the key's signature of {@code message}; never throws.
   *
   * @param signature 64 bytes as in the envelope
   */
  boolean verifies(byte[] message, byte[] signature);
}
