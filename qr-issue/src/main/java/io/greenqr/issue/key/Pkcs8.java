package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.internal.curve.Curve;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PKCS #8 (RFC 5958, with RFC 5915 inside for P-256 and RFC 8410 for Ed25519).
 *
 * <p>Written in the one form that OpenSSL writes, with the public key for P-256. Read in every form
 * that tools write in DER: with and without public key or repeated parameters.
 */
final class Pkcs8 {
  private static final DerTemplate P256 =
      DerTemplate.of(
          "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420",
          3 * Curve.LENGTH + 6);
  private static final DerTemplate ED25519 =
      DerTemplate.of("302e020100300506032b657004220420", Curve.LENGTH);

  /** {@code [1]}, BIT STRING, no unused bits, uncompressed point. */
  private static final byte[] P256_POINT_FOLLOWS = {(byte) 0xa1, 0x44, 0x03, 0x42, 0x00, 0x04};

  /** RFC 8410 section 3. */
  private static final ASN1ObjectIdentifier ID_ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private static final byte UNCOMPRESSED = 4;

  private final SignatureAlgorithm algorithm;
  private final byte[] secret;
  private final byte @Nullable [] point;

  private Pkcs8(SignatureAlgorithm algorithm, byte[] secret, byte @Nullable [] point) {
    this.algorithm = algorithm;
    this.secret = secret;
    this.point = point;
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The private key, of whatever length and value the encoding had. */
  byte[] secret() {
    return secret;
  }

  /** The point that stands beside the private key. */
  Optional<byte[]> point() {
    return Optional.ofNullable(point);
  }

  static byte[] encode(CoseKey key, byte[] secret) {
    if (key.algorithm() == SignatureAlgorithm.ED25519) {
      return ED25519.with(secret);
    }
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.writeBytes(secret);
    fields.writeBytes(P256_POINT_FOLLOWS);
    fields.writeBytes(KeyCurve.point(key));
    return P256.with(fields.toByteArray());
  }

  static Pkcs8 decode(byte[] der) throws KeyException {
    try {
      ASN1Primitive tree = ASN1Primitive.fromByteArray(der);
      // The parser takes all of BER; one key in two spellings is two keys to whoever compares.
      if (!Arrays.equals(tree.getEncoded(ASN1Encoding.DER), der)) {
        throw new KeyException(KeyFault.KEY_ENCODING);
      }
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(tree);
      AlgorithmIdentifier identifier = info.getPrivateKeyAlgorithm();
      ASN1ObjectIdentifier type = identifier.getAlgorithm();
      if (type.equals(ID_ED25519) && identifier.getParameters() == null) {
        return ed25519(info);
      }
      if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)
          && SECObjectIdentifiers.secp256r1.equals(identifier.getParameters())) {
        return p256(info);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      // Without the cause: the parser's messages may quote what it read.
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
    throw new KeyException(KeyFault.KEY_TYPE);
  }

  private static Pkcs8 ed25519(PrivateKeyInfo info) throws IOException {
    byte[] secret = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    ASN1BitString point = info.getPublicKeyData();
    return new Pkcs8(SignatureAlgorithm.ED25519, secret, point == null ? null : point.getOctets());
  }

  private static Pkcs8 p256(PrivateKeyInfo info) throws IOException, KeyException {
    ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
    ASN1Primitive repeated =
        key.getParametersObject() == null ? null : key.getParametersObject().toASN1Primitive();
    if (repeated != null && !repeated.equals(SECObjectIdentifiers.secp256r1)) {
      throw new KeyException(KeyFault.KEY_TYPE);
    }
    byte[] secret = key.getPrivateKey().getOctets();
    ASN1BitString bits = key.getPublicKey() == null ? info.getPublicKeyData() : key.getPublicKey();
    if (bits == null) {
      return new Pkcs8(SignatureAlgorithm.ESP256, secret, null);
    }
    byte[] point = bits.getOctets();
    if (point.length == 0 || point[0] != UNCOMPRESSED) {
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
    return new Pkcs8(SignatureAlgorithm.ESP256, secret, Arrays.copyOfRange(point, 1, point.length));
  }
}
