package io.greenqr.issue.internal.curve;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.security.SecureRandom;

/**
 * A curve with its signature scheme. Secrets have 32 bytes; a public key is {@code x} and {@code y}
 * of 32 bytes each on P-256, and {@code x} of 32 bytes with an empty {@code y} for Ed25519.
 */
public sealed interface Curve permits P256, Edwards25519 {
  /** Bytes of a secret and of a coordinate. */
  int LENGTH = 32;

  /** The curve that an algorithm signs on. */
  static Curve of(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ESP256 ? P256.CURVE : Edwards25519.CURVE;
  }

  /** Whether these bytes are a secret of this curve. */
  boolean isSecret(byte[] secret);

  /** {@code x} followed by {@code y}. */
  byte[] publicKey(byte[] secret);

  /** Whether the coordinates are a point that a signature may be checked with. */
  boolean isPublicKey(byte[] x, byte[] y);

  /** A signature of 64 bytes, in the one spelling that passes have. */
  byte[] sign(byte[] secret, byte[] message);

  /** Whether the signature holds; false as well for a public key that is none. */
  boolean verify(byte[] x, byte[] y, byte[] message, byte[] signature);

  /** A new secret: bytes until they are one, so that each secret is as likely as any other. */
  default byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    do {
      random.nextBytes(secret);
    } while (!isSecret(secret));
    return secret;
  }
}
