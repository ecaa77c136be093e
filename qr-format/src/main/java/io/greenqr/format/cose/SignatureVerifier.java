package io.greenqr.format.cose;

/** Checks one signature: what the format needs of cryptography, given by those who have it. */
@FunctionalInterface
public interface SignatureVerifier {
  /**
   * Whether {@code signature} is that of {@code key} over {@code message}; false as well for a key
   * that is no sound point. Never throws.
   *
   * @param signature 64 bytes in the one spelling that the format allows
   */
  boolean verifies(CoseKey key, byte[] message, byte[] signature);
}
