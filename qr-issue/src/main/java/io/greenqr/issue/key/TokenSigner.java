package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;

/** Signs while a token is open. */
final class TokenSigner implements PassSigner {
  private final JcaSigner signer;
  private final TokenLogin login;

  TokenSigner(JcaSigner signer, TokenLogin login) {
    this.signer = signer;
    this.login = login;
  }

  @Override
  public CoseKey publicKey() {
    return signer.publicKey();
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws SigningException {
    // The process may still be logged in, by others.
    if (login.isClosed()) {
      throw new SigningException("the token was closed");
    }
    return signer.sign(toBeSigned);
  }

  @Override
  public String toString() {
    return "TokenSigner[" + publicKey() + "]";
  }
}
