package io.greenqr.benchmarks.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import se.digg.dgc.payload.v1.DGCSchemaException;
import se.digg.dgc.payload.v1.DigitalCovidCertificate;
import se.digg.dgc.payload.v1.PersonName;
import se.digg.dgc.payload.v1.VaccinationEntry;
import se.digg.dgc.service.impl.DefaultDGCEncoder;
import se.digg.dgc.signatures.impl.DefaultDGCSigner;

/**
 * EU certificates of the person of our pass, with the second dose only, since a certificate holds
 * one: less content than our pass has, in the peers' favour. ES256 under a key made for the run.
 */
final class Certificates {
  private final X509Certificate certificate;
  private final String[] texts;

  Certificates(int count) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      certificate = selfSigned(pair);
      DefaultDGCEncoder encoder =
          new DefaultDGCEncoder(new DefaultDGCSigner(pair.getPrivate(), certificate));
      texts = new String[count];
      for (int i = 0; i < count; i++) {
        texts[i] = encoder.encode(content(i), Instant.now().plus(Duration.ofDays(30)));
      }
    } catch (GeneralSecurityException | IOException | DGCSchemaException e) {
      throw new IllegalStateException("the peer issues nothing", e);
    }
  }

  /** Of the key that signed. */
  X509Certificate certificate() {
    return certificate;
  }

  /** QR texts, with their prefix. */
  String[] texts() {
    return texts.clone();
  }

  private static DigitalCovidCertificate content(int days) {
    DigitalCovidCertificate content =
        new DigitalCovidCertificate(
            new PersonName("Trần", "TRAN", "Văn Minh Phương", "VAN<MINH<PHUONG"),
            LocalDate.of(1984, 3, 12).plusDays(days));
    content
        .withVer("1.3.0")
        .withV(
            List.of(
                new VaccinationEntry(
                    "840539006",
                    "1119305005",
                    "EU/1/21/1529",
                    "ORG-100001699",
                    2,
                    2,
                    LocalDate.of(2021, 8, 24),
                    "VN",
                    "City Health Department",
                    "URN:UVCI:01:VN:187/37512422923")));
    return content;
  }

  private static X509Certificate selfSigned(KeyPair pair)
      throws GeneralSecurityException, IOException {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    X500Name name = new X500Name("C=VN,O=City Health Department,CN=Signer");
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(algorithm);
    generator.setIssuer(name);
    generator.setSubject(name);
    generator.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(1)))));
    generator.setEndDate(new Time(Date.from(Instant.now().plus(Duration.ofDays(365)))));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    TBSCertificate body = generator.generateTBSCertificate();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(body.getEncoded("DER"));
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(body);
    parts.add(algorithm);
    parts.add(new DERBitString(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(new DERSequence(parts).getEncoded("DER")));
  }
}
