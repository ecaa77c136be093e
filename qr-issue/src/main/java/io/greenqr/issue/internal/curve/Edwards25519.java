package io.greenqr.issue.internal.curve;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** EdDSA with Curve25519 as of RFC 8032 section 5.1, without pre-hash or context. */
public final class Edwards25519 implements Curve {
  /** The one instance. */
  public static final Curve CURVE = new Edwards25519();

  private Edwards25519() {}

  /** Any 32 bytes are: the scalar is cut out of their hash. */
  @Override
  public boolean isSecret(byte[] secret) {
    return secret.length == LENGTH;
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    byte[] x = new byte[LENGTH];
    Ed25519.generatePublicKey(secret, 0, x, 0);
    return x;
  }

  /**
   * Canonical, on the curve and of the large prime order: with a key of low order one signature
   * holds for every message.
   */
  @Override
  public boolean isPublicKey(byte[] x, byte[] y) {
    return x.length == LENGTH && y.length == 0 && Ed25519.validatePublicKeyFull(x, 0);
  }

  /**
   * The public key is derived anew each time. Two signatures of one message under two public keys
   * give away the secret, so none is taken from the caller.
   */
  @Override
  public byte[] sign(byte[] secret, byte[] message) {
    byte[] signature = new byte[2 * LENGTH];
    Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public boolean verify(byte[] x, byte[] y, byte[] message, byte[] signature) {
    return signature.length == 2 * LENGTH
        && isPublicKey(x, y)
        && Ed25519.verify(signature, 0, x, 0, message, 0, message.length);
  }
}
