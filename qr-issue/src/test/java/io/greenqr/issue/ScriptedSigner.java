package io.greenqr.issue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;

/** A signer that says which key it has and then does what the test tells it. */
final class ScriptedSigner implements PassSigner {
  /** What to return for a message. */
  interface Script {
    byte[] sign(byte[] toBeSigned) throws SigningException;
  }

  private final SigningKey key;
  private final Script script;

  ScriptedSigner(SigningKey key, Script script) {
    this.key = key;
    this.script = script;
  }

  @Override
  public CoseKey publicKey() {
    return key.publicKey();
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws SigningException {
    return script.sign(toBeSigned);
  }
}
