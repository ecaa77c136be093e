package io.greenqr.issue.key;

import io.greenqr.issue.internal.curve.P256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A self-signed certificate that only carries a public key: the key stores of the platform find no
 * private key without one.
 *
 * <p>It states no authority, no usage and, in the words of RFC 5280 section 4.1.2.5, no
 * well-defined end.
 */
final class PlaceholderCertificate {
  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  /** Bytes of a serial number. */
  private static final int SERIAL = 16;

  private PlaceholderCertificate() {}

  /** Of a key of P-256. */
  static Certificate of(String name, PassSigner signer)
      throws SigningException, CertificateException {
    X500Name self = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
    // From the key: a token takes two certificates with one name and number for one.
    byte[] thumbprint = signer.publicKey().thumbprint();
    content.setSerialNumber(new ASN1Integer(new BigInteger(1, Arrays.copyOf(thumbprint, SERIAL))));
    content.setSignature(ECDSA);
    content.setIssuer(self);
    content.setSubject(self);
    content.setStartDate(time("19700101000000Z"));
    content.setEndDate(time("99991231235959Z"));
    content.setSubjectPublicKeyInfo(
        org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
            SubjectPublicKeyInfo.encode(signer.publicKey())));
    return certificate(content.generateTBSCertificate(), signer);
  }

  private static Time time(String time) {
    return new Time(new ASN1GeneralizedTime(time));
  }

  private static Certificate certificate(TBSCertificate content, PassSigner signer)
      throws SigningException, CertificateException {
    try {
      byte[] signature = signer.sign(content.getEncoded(ASN1Encoding.DER));
      DERSequence certificate =
          new DERSequence(
              new org.bouncycastle.asn1.ASN1Encodable[] {
                content, ECDSA, new DERBitString(P256.toDer(signature))
              });
      return Certificates.factory()
          .generateCertificate(new ByteArrayInputStream(certificate.getEncoded(ASN1Encoding.DER)));
    } catch (IOException e) {
      throw new IllegalStateException("memory takes what is written", e);
    }
  }
}
