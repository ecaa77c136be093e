package io.greenqr.issue.key;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Certificates of which each is meant to be signed by the next. */
final class CertificatePath {
  private final List<X509Certificate> certificates;
  private final CertPath path;

  private CertificatePath(List<X509Certificate> certificates, CertPath path) {
    this.certificates = certificates;
    this.path = path;
  }

  static CertificatePath of(List<X509Certificate> certificates) throws KeyException {
    try {
      return new CertificatePath(
          certificates, Certificates.factory().generateCertPath(certificates));
    } catch (CertificateException e) {
      throw new KeyException(KeyFault.CERTIFICATE_CHAIN, e);
    }
  }

  X509Certificate target() {
    return certificates.get(0);
  }

  /** When all of them are valid. */
  Validity validity() {
    Validity all = Validity.of(target());
    for (X509Certificate certificate : certificates) {
      all = all.and(Validity.of(certificate));
    }
    return all;
  }

  /** Whether the path holds from this authority down (RFC 5280 section 6.1). */
  boolean leadsTo(X509Certificate authority, Instant at) {
    // That section takes an anchor for granted: name and key, whatever else its certificate says.
    if (authority.getBasicConstraints() < 0
        || !Certificates.allows(authority, Certificates.KEY_CERT_SIGN)) {
      return false;
    }
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return true;
    } catch (CertPathValidatorException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PKIX", e);
    }
  }
}
