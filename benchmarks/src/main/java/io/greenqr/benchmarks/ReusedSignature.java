package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.PublicKeyEncoding;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/**
 * A JCA provider at its fastest: one object, made and given its key once, for one thread.
 *
 * <p>A verifier cannot use a provider so: the object serves one thread, and some are spoilt by a
 * malformed signature. Signatures come in the form that the provider wants, DER for ECDSA.
 */
final class ReusedSignature implements PreparedKey {
  private final Signature signature;

  private ReusedSignature(Signature signature) {
    this.signature = signature;
  }

  static ReusedSignature of(Provider provider, CoseKey key) {
    boolean ecdsa = key.algorithm() == SignatureAlgorithm.ESP256;
    try {
      Signature signature = Signature.getInstance(ecdsa ? "SHA256withECDSA" : "Ed25519", provider);
      signature.initVerify(
          KeyFactory.getInstance(ecdsa ? "EC" : "Ed25519", provider)
              .generatePublic(new X509EncodedKeySpec(PublicKeyEncoding.encode(key))));
      return new ReusedSignature(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(provider.getName() + " cannot use " + key, e);
    }
  }

  /** Of any length: DER. */
  @Override
  public boolean verifies(byte[] message, byte[] made) {
    return verifies(message, message.length, made);
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] made) {
    try {
      signature.update(message, 0, length);
      return signature.verify(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a good signature was found malformed", e);
    }
  }
}
