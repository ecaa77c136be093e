package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.SignatureAlgorithm;

/** A public key made ready to check signatures; thread-safe. */
public interface PreparedKey {
  /**
   * Whether {@code signature} is the key's signature of a message; never throws.
   *
   * @param message begins with the message
   * @param length bytes of the message
   * @param signature 64 bytes as in the envelope
   */
  boolean verifies(byte[] message, int length, byte[] signature);

  /** The same for a whole array; a signature of another length is none. */
  default boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SignatureAlgorithm.SIGNATURE_LENGTH
        && verifies(message, message.length, signature);
  }
}
