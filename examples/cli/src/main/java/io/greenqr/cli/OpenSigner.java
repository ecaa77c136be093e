package io.greenqr.cli;

import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.Pkcs11Token;
import org.jspecify.annotations.Nullable;

/** A key that signs until it is closed. */
final class OpenSigner implements AutoCloseable {
  private final PassSigner signer;
  private final @Nullable Pkcs11Token token;

  OpenSigner(PassSigner signer, @Nullable Pkcs11Token token) {
    this.signer = signer;
    this.token = token;
  }

  PassSigner signer() {
    return signer;
  }

  @Override
  public void close() {
    if (token != null) {
      token.close();
    }
  }
}
