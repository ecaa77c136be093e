package io.greenqr.issue.key;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** X.509 certificates (RFC 5280) as the platform reads them. */
final class Certificates {
  /** Bits of the extension for key usage. */
  static final int DIGITAL_SIGNATURE = 0;

  static final int KEY_CERT_SIGN = 5;

  private static final String KEY_USAGE = "2.5.29.15";

  private Certificates() {}

  /** All certificates of a PEM file, in their order. */
  static List<X509Certificate> read(String pem) throws KeyException {
    List<byte[]> blocks =
        Pem.decodeAll(pem, "CERTIFICATE", IssuerCertificate.MAX_CERTIFICATES)
            .orElseThrow(() -> new KeyException(KeyFault.CERTIFICATE_ENCODING));
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : blocks) {
      certificates.add(decode(der));
    }
    return certificates;
  }

  static X509Certificate decode(byte[] der) throws KeyException {
    try {
      X509Certificate certificate =
          (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
      // The factory stops behind the certificate, whatever follows it.
      if (Arrays.equals(certificate.getEncoded(), der)) {
        return certificate;
      }
    } catch (CertificateException e) {
      // Without the cause: the parser's messages may quote what it read.
      throw new KeyException(KeyFault.CERTIFICATE_ENCODING);
    }
    throw new KeyException(KeyFault.CERTIFICATE_ENCODING);
  }

  static CertificateFactory factory() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }

  /** Whether the key may be used so; without the extension it may be used for everything. */
  static boolean allows(X509Certificate certificate, int usage) {
    boolean[] usages = certificate.getKeyUsage();
    // The platform says null for no extension and for one that it could not read.
    return usages == null
        ? certificate.getExtensionValue(KEY_USAGE) == null
        : usages.length > usage && usages[usage];
  }
}
