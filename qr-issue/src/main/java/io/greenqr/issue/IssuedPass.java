package io.greenqr.issue;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;

/** A pass that was signed, read back and verified by its issuer. */
public final class IssuedPass {
  private final SignedPass signedPass;
  private final CwtClaims claims;

  IssuedPass(SignedPass signedPass, CwtClaims claims) {
    this.signedPass = signedPass;
    this.claims = claims;
  }

  /** The bytes of the pass. */
  public byte[] bytes() {
    return signedPass.bytes();
  }

  /** The text for a QR symbol or a message. */
  public String text(PassText form) {
    return signedPass.text(form);
  }

  /** The signed envelope. */
  public SignedPass signedPass() {
    return signedPass;
  }

  /** What was signed. */
  public CwtClaims claims() {
    return claims;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IssuedPass that && that.signedPass.equals(signedPass);
  }

  @Override
  public int hashCode() {
    return signedPass.hashCode();
  }

  /** Algorithm, key identifier and size. */
  @Override
  public String toString() {
    return "IssuedPass[" + signedPass + "]";
  }
}
