package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * Any JCA provider that knows the algorithms: a native one on servers, for example. Of Ed25519
 * signatures R is checked beside it, unless the provider is known to compute the strict equation:
 * otherwise what verifies would depend on the provider.
 */
public final class JcaEngine implements SignatureEngine {
  private final Provider provider;

  /** Whether the provider compares the bytes of R with those of the point that it computes. */
  private final boolean strict;

  /** Checks signatures with {@code provider}, which need not be registered. */
  public JcaEngine(Provider provider) {
    this.provider = provider;
    String name = provider.getName();
    this.strict = name.equals("SunEC") || name.equals("AmazonCorrettoCryptoProvider");
  }

  @Override
  public PreparedKey prepare(CoseKey key) {
    boolean ecdsa = key.algorithm() == SignatureAlgorithm.ESP256;
    String name = ecdsa ? "SHA256withECDSA" : "Ed25519";
    try {
      // Translated once: a key object of another provider costs more than the check itself.
      PublicKey publicKey =
          KeyFactory.getInstance(ecdsa ? "EC" : "Ed25519", provider)
              .generatePublic(new X509EncodedKeySpec(PublicKeyEncoding.encode(key)));
      Signature.getInstance(name, provider).initVerify(publicKey);
      return (message, length, signature) ->
          verifies(name, publicKey, ecdsa, message, length, signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(provider.getName() + " cannot use " + key, e);
    }
  }

  private boolean verifies(
      String name,
      PublicKey publicKey,
      boolean ecdsa,
      byte[] message,
      int length,
      byte[] signature) {
    try {
      // A new object each time: some, once they threw, refuse the next valid signature as well.
      Signature check = Signature.getInstance(name, provider);
      check.initVerify(publicKey);
      check.update(message, 0, length);
      // Whatever stands behind the 64 bytes, and what providers take besides, is left out here.
      return check.verify(
              ecdsa
                  ? der(signature)
                  : Arrays.copyOf(signature, SignatureAlgorithm.SIGNATURE_LENGTH))
          && (ecdsa || strict || CurvePoints.isInSubgroup(signature));
    } catch (GeneralSecurityException | RuntimeException e) {
      // Providers throw on signatures they find malformed; what did not verify is not accepted.
      return false;
    }
  }

  /** The DER form of r and s (RFC 3279 section 2.2.3), minimal as strict providers want it. */
  static byte[] der(byte[] signature) {
    byte[] r = integer(signature, 0);
    byte[] s = integer(signature, 32);
    byte[] out = new byte[6 + r.length + s.length];
    out[0] = 0x30;
    out[1] = (byte) (4 + r.length + s.length);
    out[2] = 0x02;
    out[3] = (byte) r.length;
    System.arraycopy(r, 0, out, 4, r.length);
    out[4 + r.length] = 0x02;
    out[5 + r.length] = (byte) s.length;
    System.arraycopy(s, 0, out, 6 + r.length, s.length);
    return out;
  }

  /** The 32 bytes at {@code from} as a non-negative INTEGER: no leading zeros but a sign byte. */
  private static byte[] integer(byte[] signature, int from) {
    int first = from;
    while (first < from + 31 && signature[first] == 0) {
      first++;
    }
    byte[] digits = Arrays.copyOfRange(signature, first, from + 32);
    if (digits[0] >= 0) {
      return digits;
    }
    byte[] positive = new byte[digits.length + 1];
    System.arraycopy(digits, 0, positive, 1, digits.length);
    return positive;
  }
}
