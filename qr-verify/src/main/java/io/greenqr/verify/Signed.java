package io.greenqr.verify;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;

/** What was signed and the signature of one pass at a time, in memory that is used again. */
final class Signed {
  private final byte[] message = new byte[SignedPass.MAX_TO_BE_SIGNED];
  private final byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
  private int length;

  /** Takes up a pass, in place of the one before. */
  void read(SignedPass pass) {
    length = pass.writeToBeSigned(message);
    pass.writeSignature(signature);
  }

  /** Begins with what was signed. */
  byte[] message() {
    return message;
  }

  /** Bytes of the message. */
  int length() {
    return length;
  }

  /** 64 bytes. */
  byte[] signature() {
    return signature;
  }
}
