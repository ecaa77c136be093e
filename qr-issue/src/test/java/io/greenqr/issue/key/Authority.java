package io.greenqr.issue.key;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority whose certificates are as wrong as a test wants them. */
final class Authority {
  static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");
  static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");
  static final Extension CA = extension(Extension.basicConstraints, new BasicConstraints(true));
  static final Extension NO_CA = extension(Extension.basicConstraints, new BasicConstraints(false));
  static final Extension SIGNS_CERTIFICATES = usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  static final Extension SIGNS = usage(KeyUsage.digitalSignature);

  private static final AtomicInteger SERIAL = new AtomicInteger(1000);

  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private Authority(X500Name name, KeyPair keys, X509Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  static Extension usage(int bits) {
    return extension(Extension.keyUsage, new KeyUsage(bits));
  }

  private static Extension extension(
      org.bouncycastle.asn1.ASN1ObjectIdentifier type, org.bouncycastle.asn1.ASN1Object value) {
    try {
      return new Extension(type, true, value.getEncoded());
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair keys(String algorithm) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(algorithm.startsWith("sec") ? "EC" : algorithm);
    if (algorithm.startsWith("sec")) {
      generator.initialize(new ECGenParameterSpec(algorithm));
    }
    return generator.generateKeyPair();
  }

  static Authority root(String name) throws Exception {
    return root(name, FROM, LATER, CA, SIGNS_CERTIFICATES);
  }

  static Authority root(String name, Instant first, Instant last, Extension... extensions)
      throws Exception {
    KeyPair keys = keys("secp256r1");
    Authority unsigned = new Authority(new X500Name(name), keys, null);
    return unsigned.renewed(first, last, extensions);
  }

  /** The same name and key with another certificate. */
  Authority renewed(Instant first, Instant last, Extension... extensions) throws Exception {
    return new Authority(name, keys, issue(name, keys.getPublic(), first, last, extensions));
  }

  /** An authority below this one. */
  Authority below(String below, Instant first, Instant last, Extension... extensions)
      throws Exception {
    KeyPair its = keys("secp256r1");
    X500Name subject = new X500Name(below);
    return new Authority(subject, its, issue(subject, its.getPublic(), first, last, extensions));
  }

  /** A certificate for an issuer of passes. */
  X509Certificate issue(PublicKey key, Instant first, Instant last) throws Exception {
    return issue(key, first, last, NO_CA, SIGNS);
  }

  X509Certificate issue(PublicKey key, Instant first, Instant last, Extension... extensions)
      throws Exception {
    return issue(new X500Name("CN=Issuer"), key, first, last, extensions);
  }

  private X509Certificate issue(
      X500Name subject, PublicKey key, Instant first, Instant last, Extension... extensions)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(SERIAL.incrementAndGet()),
            Date.from(first),
            Date.from(last),
            subject,
            key);
    for (Extension extension : extensions) {
      builder.addExtension(extension);
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  X509Certificate certificate() {
    return Optional.ofNullable(certificate).orElseThrow();
  }

  static String pem(X509Certificate... certificates) throws Exception {
    List<String> blocks = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      blocks.add(Pkcs8Files.pem("CERTIFICATE", certificate.getEncoded()));
    }
    return String.join("", blocks);
  }
}
