package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;

/**
 * Whoever holds a private key and signs with it: memory, a provider of the platform, a security
 * module.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface PassSigner {
  /**
   * The public key, always the same one. The algorithm of the signatures and the key identifier in
   * the passes follow from it.
   */
  CoseKey publicKey();

  /**
   * Signs a message, not a hash of one: a signer that signs hashes signs what it has not seen.
   *
   * <p>Nobody may hand the result out unchecked. A disturbed computation can give away the key; the
   * {@code PassIssuer} verifies each signature before it leaves.
   *
   * @return 64 bytes: for ESP256 {@code r} and {@code s} with {@code s} at most n/2, for Ed25519
   *     the signature of RFC 8032
   * @throws SigningException if the key cannot be used now
   */
  byte[] sign(byte[] toBeSigned) throws SigningException;
}
