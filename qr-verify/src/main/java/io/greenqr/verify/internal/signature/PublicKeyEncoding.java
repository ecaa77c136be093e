package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The SubjectPublicKeyInfo of a key (RFC 5480, RFC 8410), as PEM files and certificates hold it.
 */
public final class PublicKeyEncoding {
  private static final int UNCOMPRESSED = 4;

  /** id-Ed25519, RFC 8410 section 3. */
  private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private PublicKeyEncoding() {}

  /** The DER encoding of the key. */
  public static byte[] encode(CoseKey key) {
    try {
      if (key.algorithm() == SignatureAlgorithm.ED25519) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(ED25519), key.x())
            .getEncoded("DER");
      }
      byte[] point = new byte[65];
      point[0] = UNCOMPRESSED;
      System.arraycopy(key.x(), 0, point, 1, 32);
      System.arraycopy(key.y(), 0, point, 33, 32);
      return new SubjectPublicKeyInfo(
              new AlgorithmIdentifier(
                  X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
              point)
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
  }

  /** The key; empty if it is neither Ed25519 nor P-256 as an uncompressed point. */
  public static Optional<CoseKey> decode(SubjectPublicKeyInfo info) {
    AlgorithmIdentifier algorithm = info.getAlgorithm();
    byte[] bits = info.getPublicKeyData().getOctets();
    if (algorithm.getAlgorithm().equals(ED25519)) {
      return bits.length == 32 ? Optional.of(CoseKey.ed25519(bits)) : Optional.empty();
    }
    boolean p256 =
        algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
            && SECObjectIdentifiers.secp256r1.equals(algorithm.getParameters())
            && bits.length == 65
            && bits[0] == UNCOMPRESSED;
    return p256
        ? Optional.of(
            CoseKey.p256(Arrays.copyOfRange(bits, 1, 33), Arrays.copyOfRange(bits, 33, 65)))
        : Optional.empty();
  }
}
