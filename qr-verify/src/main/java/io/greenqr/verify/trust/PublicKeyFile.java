package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.internal.signature.PublicKeyEncoding;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Public keys as authorities hand them out: PEM (RFC 7468) and X.509 certificates (RFC 5280).
 *
 * <p>A certificate is read for its key, validity and key usage; its signature is not checked here.
 * Whoever pins it has decided to trust it.
 */
public final class PublicKeyFile {
  /** Bytes or characters of a file. */
  public static final int MAX_SIZE = 16_384;

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final String PUBLIC_KEY = "PUBLIC KEY";
  private static final String CERTIFICATE = "CERTIFICATE";

  private PublicKeyFile() {}

  /**
   * Reads a PEM file of one public key ({@code BEGIN PUBLIC KEY}) or certificate.
   *
   * @param issuer as in {@link IssuerKey#builder}
   * @param claims likewise
   * @return a statement whose validity is that of the certificate, or open for a bare key
   * @throws TrustException KEY_ENCODING, KEY_TYPE, CERTIFICATE_USAGE
   */
  public static IssuerKey.Builder pem(String pem, String issuer, Set<ClaimKind> claims)
      throws TrustException {
    int from = pem.indexOf(BEGIN);
    // Two blocks in one file would leave open which of them was meant.
    if (pem.length() > MAX_SIZE || from < 0 || pem.indexOf(BEGIN, from + 1) >= 0) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    if (pem.startsWith(CERTIFICATE + DASHES, from + BEGIN.length())) {
      return certificate(block(pem, from, CERTIFICATE), issuer, claims);
    }
    return IssuerKey.builder(issuer, publicKey(block(pem, from, PUBLIC_KEY)), claims);
  }

  /**
   * Reads an X.509 certificate in DER.
   *
   * @throws TrustException KEY_ENCODING, KEY_TYPE, CERTIFICATE_USAGE
   */
  public static IssuerKey.Builder certificate(byte[] der, String issuer, Set<ClaimKind> claims)
      throws TrustException {
    try {
      Certificate certificate = Certificate.getInstance(asn1(der));
      IssuerKey.Builder statement =
          IssuerKey.builder(issuer, key(certificate.getSubjectPublicKeyInfo()), claims)
              .notBefore(certificate.getStartDate().getDate().toInstant())
              .notAfter(certificate.getEndDate().getDate().toInstant());
      if (!maySign(certificate)) {
        throw new TrustException(TrustFault.CERTIFICATE_USAGE);
      }
      return statement;
    } catch (IllegalArgumentException | IllegalStateException e) {
      // BouncyCastle parses late and throws either.
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }

  /** RFC 5280 section 4.2.1.3: without the extension the key may be used for everything. */
  private static boolean maySign(Certificate certificate) {
    if (certificate.getTBSCertificate().getExtensions() == null) {
      return true;
    }
    Extension extension =
        certificate.getTBSCertificate().getExtensions().getExtension(Extension.keyUsage);
    return extension == null
        || KeyUsage.getInstance(extension.getParsedValue()).hasUsages(KeyUsage.digitalSignature);
  }

  private static CoseKey publicKey(byte[] der) throws TrustException {
    try {
      return key(SubjectPublicKeyInfo.getInstance(asn1(der)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }

  private static CoseKey key(SubjectPublicKeyInfo info) throws TrustException {
    return PublicKeyEncoding.decode(info)
        .orElseThrow(() -> new TrustException(TrustFault.KEY_TYPE));
  }

  private static ASN1Primitive asn1(byte[] der) throws TrustException {
    // BouncyCastle reads no bytes as null.
    if (der.length == 0 || der.length > MAX_SIZE) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }

  /** The content of the block that begins at {@code from} and must have {@code label}. */
  private static byte[] block(String pem, int from, String label) throws TrustException {
    String begin = BEGIN + label + DASHES;
    int bodyFrom = from + begin.length();
    int bodyTo = pem.indexOf(END + label + DASHES, bodyFrom);
    if (!pem.startsWith(begin, from) || bodyTo < 0) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    try {
      // Not the MIME decoder: it passes over foreign characters, and so reads what nobody wrote.
      return Base64.getDecoder()
          .decode(pem.substring(bodyFrom, bodyTo).replaceAll("[ \\t\\r\\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }
}
