package io.greenqr.verify;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.SignatureEngine;
import java.security.Provider;

/**
 * Which implementation checks signatures. All give the same answers; they differ in speed and in
 * what they bring along.
 */
public final class SignatureCheck {
  private final SignatureEngine engine;
  private final String name;

  private SignatureCheck(SignatureEngine engine, String name) {
    this.engine = engine;
    this.name = name;
  }

  /** BouncyCastle's own arithmetic, in pure Java: the default. */
  public static SignatureCheck bouncyCastle() {
    return new SignatureCheck(new BouncyCastleEngine(), "BouncyCastle");
  }

  /**
   * A JCA provider with {@code SHA256withECDSA} and {@code Ed25519}; it is used as given and never
   * registered.
   */
  public static SignatureCheck jca(Provider provider) {
    return new SignatureCheck(new JcaEngine(provider), "JCA " + provider.getName());
  }

  PreparedKey prepare(CoseKey key) {
    return engine.prepare(key);
  }

  /** The name of the implementation. */
  @Override
  public String toString() {
    return name;
  }
}
