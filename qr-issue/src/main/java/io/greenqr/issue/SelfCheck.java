package io.greenqr.issue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.internal.curve.Curve;
import java.util.Optional;

/**
 * What leaves an issuer was read back and verified first.
 *
 * <p>A disturbed signature can give away the key, a signer with another key fills a country with
 * passes that no gate takes, and a pass that reads differently than it was meant is signed all the
 * same. So the check starts at the texts, as a scanner does, and takes nothing from the way there.
 */
final class SelfCheck {
  private final CoseKey key;
  private final Optional<Curve.Verifier> verifier;

  /** Of the passes under a key; if that is no point of its curve, none of them holds. */
  SelfCheck(CoseKey key) {
    this.key = key;
    this.verifier = Curve.of(key.algorithm()).verifier(key.x(), key.y());
  }

  void require(SignedPass signed, CwtClaims claims) throws IssueException {
    if (!holds(signed, claims)) {
      throw new IssueException(IssueFault.SELF_CHECK);
    }
  }

  private boolean holds(SignedPass signed, CwtClaims claims) {
    try {
      SignedPass read = SignedPass.parseText(signed.text(PassText.QR));
      return read.equals(signed)
          && SignedPass.parseText(signed.text(PassText.SMS)).equals(signed)
          && read.algorithm() == key.algorithm()
          && read.keyId().equals(key.keyId())
          && read.unverifiedClaims().equals(claims)
          && verifier.isPresent()
          && verifier.get().verify(read.toBeSigned(), read.signature());
    } catch (FormatException e) {
      return false;
    }
  }
}
