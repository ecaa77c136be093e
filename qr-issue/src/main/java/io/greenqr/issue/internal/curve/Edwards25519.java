package io.greenqr.issue.internal.curve;

import java.util.Optional;
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
   * Derives the public key itself. Two signatures of one message under two public keys give away
   * the secret, so none is taken from the caller.
   */
  @Override
  public Signer signer(byte[] secret) {
    byte[] x = publicKey(secret);
    return message -> {
      byte[] signature = new byte[2 * LENGTH];
      Ed25519.sign(secret, 0, x, 0, message, 0, message.length, signature, 0);
      return signature;
    };
  }

  /**
   * Of points that are canonical, on the curve and of the large prime order: with a key of low
   * order one signature holds for every message.
   */
  @Override
  public Optional<Verifier> verifier(byte[] x, byte[] y) {
    if (x.length != LENGTH || y.length != 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(x, 0))
        .map(
            point ->
                (message, signature) ->
                    signature.length == 2 * LENGTH
                        && Ed25519.verify(signature, 0, point, message, 0, message.length));
  }
}
