package io.greenqr.issue.internal.curve;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.security.SecureRandom;
import java.util.Optional;

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

  /** A secret made ready for many signatures, by any number of threads. */
  interface Signer {
    /** A signature of 64 bytes, in the one spelling that passes have. */
    byte[] sign(byte[] message);
  }

  /** The signer of a secret. */
  Signer signer(byte[] secret);

  /** A public key that was found sound, made ready for many checks by any number of threads. */
  interface Verifier {
    /** Whether the signature holds. */
    boolean verify(byte[] message, byte[] signature);
  }

  /** The verifier of a point that a signature may be checked with; empty for any other. */
  Optional<Verifier> verifier(byte[] x, byte[] y);

  /** Whether the coordinates are a point that a signature may be checked with. */
  default boolean isPublicKey(byte[] x, byte[] y) {
    return verifier(x, y).isPresent();
  }

  /** Whether the signature holds; false as well for a public key that is none. */
  default boolean verify(byte[] x, byte[] y, byte[] message, byte[] signature) {
    return verifier(x, y).map(it -> it.verify(message, signature)).orElse(false);
  }

  /** A new secret: bytes until they are one, so that each secret is as likely as any other. */
  default byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    do {
      random.nextBytes(secret);
    } while (!isSecret(secret));
    return secret;
  }
}
