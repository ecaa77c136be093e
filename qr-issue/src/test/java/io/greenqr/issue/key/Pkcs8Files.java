package io.greenqr.issue.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** PKCS #8 files with one thing in them chosen by the test. */
final class Pkcs8Files {
  private static final AlgorithmIdentifier P256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
  private static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

  private Pkcs8Files() {}

  static String p256(String secret) {
    return p256(secret, null, null);
  }

  /** With a public key, and parameters repeated, where they are not null. */
  static String p256(String secret, String point, ASN1ObjectIdentifier parameters) {
    ASN1BitString bits = point == null ? null : new DERBitString(bytes(point));
    return unchecked(
        () ->
            new PrivateKeyInfo(
                P256, new ECPrivateKey(new DEROctetString(bytes(secret)), parameters, bits)));
  }

  static String ed25519(String secret) {
    return unchecked(() -> new PrivateKeyInfo(ED25519, new DEROctetString(bytes(secret))));
  }

  /** Version 2 of the syntax (RFC 5958), with the public key. */
  static String ed25519(String secret, String point) {
    return unchecked(
        () -> new PrivateKeyInfo(ED25519, new DEROctetString(bytes(secret)), null, bytes(point)));
  }

  private interface Info {
    PrivateKeyInfo get() throws Exception;
  }

  private static String unchecked(Info info) {
    try {
      return pem("PRIVATE KEY", info.get().getEncoded(ASN1Encoding.DER));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  static String pem(String label, byte[] der) {
    byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, lineEnd).encodeToString(der));
  }
}
