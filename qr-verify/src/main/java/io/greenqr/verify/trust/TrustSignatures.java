package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureVerifier;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.CurvePoints;

/** Signatures of roles. There are few of them, so each key is made ready anew. */
final class TrustSignatures {
  private static final SignatureVerifier VERIFIER = TrustSignatures::verifies;

  private TrustSignatures() {}

  private static boolean verifies(CoseKey key, byte[] message, byte[] signature) {
    // With a point of low order as key, anyone could sign.
    return CurvePoints.isSound(key)
        && new BouncyCastleEngine().prepare(key).verifies(message, signature);
  }

  static void require(SignedDocument document, RootDocument root, Role role, TrustFault otherwise)
      throws TrustException {
    if (!haveSigned(document, root.role(role))) {
      throw new TrustException(otherwise);
    }
  }

  static boolean haveSigned(SignedDocument document, RoleKeys role) {
    return role.haveSigned(document, VERIFIER);
  }

  static RootDocument decodeRoot(SignedDocument document) throws TrustException {
    try {
      return RootDocument.decode(document.unverifiedPayload());
    } catch (FormatException e) {
      throw new TrustException(e);
    }
  }
}
