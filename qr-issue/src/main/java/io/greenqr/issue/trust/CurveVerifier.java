package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureVerifier;
import io.greenqr.issue.internal.curve.Curve;

/** Checks keys and signatures with the arithmetic of this module, whoever made them. */
final class CurveVerifier {
  static final SignatureVerifier VERIFIER =
      (key, message, signature) ->
          Curve.of(key.algorithm()).verify(key.x(), key.y(), message, signature);

  private CurveVerifier() {}

  /** With an unsound key anyone can make signatures that verify. */
  static void requireSound(CoseKey key) throws PublishException {
    PublishException.require(
        Curve.of(key.algorithm()).isPublicKey(key.x(), key.y()),
        PublishFault.KEY_UNSOUND,
        key.keyId());
  }
}
