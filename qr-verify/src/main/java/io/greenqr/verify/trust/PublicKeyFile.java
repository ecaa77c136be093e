package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.internal.signature.PublicKeyEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    if (pem.length() > MAX_SIZE) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    byte[] certificate = block(pem, CERTIFICATE);
    if (certificate.length > 0) {
      return certificate(certificate, issuer, claims);
    }
    byte[] publicKey = block(pem, PUBLIC_KEY);
    if (publicKey.length == 0) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    return IssuerKey.builder(issuer, publicKey(publicKey), claims);
  }

  /**
   * Reads an X.509 certificate in DER.
   *
   * @throws TrustException KEY_ENCODING, KEY_TYPE, CERTIFICATE_USAGE
   */
  public static IssuerKey.Builder certificate(byte[] der, String issuer, Set<ClaimKind> claims)
      throws TrustException {
    Certificate certificate;
    try {
      certificate = Certificate.getInstance(strictDer(der));
      IssuerKey.Builder statement =
          IssuerKey.builder(issuer, key(certificate.getSubjectPublicKeyInfo()), claims)
              .notBefore(certificate.getStartDate().getDate().toInstant())
              .notAfter(certificate.getEndDate().getDate().toInstant());
      if (!maySign(certificate)) {
        throw new TrustException(TrustFault.CERTIFICATE_USAGE);
      }
      return statement;
    } catch (IllegalArgumentException e) {
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
      return key(SubjectPublicKeyInfo.getInstance(strictDer(der)));
    } catch (IllegalArgumentException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }

  private static CoseKey key(SubjectPublicKeyInfo info) throws TrustException {
    return PublicKeyEncoding.decode(info)
        .orElseThrow(() -> new TrustException(TrustFault.KEY_TYPE));
  }

  private static ASN1Primitive strictDer(byte[] der) throws TrustException {
    if (der.length > MAX_SIZE) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }

  /** The content of the one block with {@code label}; empty if there is none. */
  private static byte[] block(String pem, String label) throws TrustException {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    int from = pem.indexOf(begin);
    if (from < 0) {
      return new byte[0];
    }
    int to = pem.indexOf(end, from);
    // Two keys in one file would leave open which of them was meant.
    if (to < 0 || pem.indexOf(begin, from + 1) >= 0) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
    String body = pem.substring(from + begin.length(), to);
    try {
      byte[] der = Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
      if (der.length == 0) {
        throw new TrustException(TrustFault.KEY_ENCODING);
      }
      return der;
    } catch (IllegalArgumentException e) {
      throw new TrustException(TrustFault.KEY_ENCODING);
    }
  }
}
