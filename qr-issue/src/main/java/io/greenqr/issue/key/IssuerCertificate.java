package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * An issuer's certificate whose path to an authority was checked (RFC 5280 section 6): how a key
 * comes into a trust list without anybody comparing fingerprints.
 *
 * <p>Revocation is not checked: that would need the network, and would answer for one moment only.
 * Once the key is in a trust list, taking it out there is what revokes it.
 */
public final class IssuerCertificate {
  /** Certificates of a path, and trust anchors. */
  public static final int MAX_CERTIFICATES = 8;

  /** Characters of a file. */
  public static final int MAX_CHARS = MAX_CERTIFICATES * Pem.MAX_CHARS;

  private final CoseKey publicKey;
  private final Validity validity;

  private IssuerCertificate(CoseKey publicKey, Validity validity) {
    this.publicKey = publicKey;
    this.validity = validity;
  }

  /**
   * Checks a certificate and its path.
   *
   * <p>A file has 1 to {@link #MAX_CERTIFICATES} PEM blocks {@code CERTIFICATE} and at most {@link
   * #MAX_CHARS} characters. Text around the blocks is passed over.
   *
   * @param chain the issuer's certificate first, then each one that signed the one before; the
   *     anchor may be left out
   * @param anchors certificates of authorities that are trusted for this; one of them must have
   *     signed the last of the chain
   * @param at all certificates, that of the authority too, must be valid at this time
   * @throws KeyException CERTIFICATE_ENCODING; KEY_TYPE or PUBLIC_KEY_VALUE if the issuer's key is
   *     not one of P-256 or Ed25519; CERTIFICATE_USAGE; CERTIFICATE_NOT_YET_VALID,
   *     CERTIFICATE_EXPIRED; CERTIFICATE_CHAIN
   */
  public static IssuerCertificate validate(String chain, String anchors, Instant at)
      throws KeyException {
    CertificatePath path = CertificatePath.of(Certificates.read(chain));
    List<X509Certificate> authorities = Certificates.read(anchors);
    CoseKey publicKey = SubjectPublicKeyInfo.of(path.target().getPublicKey());
    requireSigning(path.target());
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Validity validity = path.validity().require(second);
    return new IssuerCertificate(
        publicKey, validity.and(anchor(path, authorities, second)).require(second));
  }

  /**
   * RFC 5280 section 4.2.1.3: without key usage a key may be used for everything. But one that
   * signs certificates is kept elsewhere and longer than one that signs passes all day.
   */
  private static void requireSigning(X509Certificate target) throws KeyException {
    if (target.getBasicConstraints() >= 0
        || !Certificates.allows(target, Certificates.DIGITAL_SIGNATURE)) {
      throw new KeyException(KeyFault.CERTIFICATE_USAGE);
    }
  }

  /**
   * The validity of the authority that the path leads to. Authorities renew their certificates: of
   * several with one name and key, one that is valid is preferred to one that has ended.
   */
  private static Validity anchor(
      CertificatePath path, List<X509Certificate> authorities, Instant at) throws KeyException {
    KeyException refusal = null;
    for (X509Certificate authority : authorities) {
      if (path.leadsTo(authority, at)) {
        try {
          return Validity.of(authority).require(at);
        } catch (KeyException e) {
          refusal = e;
        }
      }
    }
    throw refusal == null ? new KeyException(KeyFault.CERTIFICATE_CHAIN) : refusal;
  }

  /** The key of the certificate. */
  public CoseKey publicKey() {
    return publicKey;
  }

  /** The first second at which the certificate and its whole path are valid, from 1970 on. */
  public Instant notBefore() {
    return validity.first();
  }

  /** The last second at which the certificate and its whole path are valid. */
  public Instant notAfter() {
    return validity.last();
  }

  /**
   * Starts the statement about the key, with the validity above. Names of certificates are not
   * taken over: what gates show is for the trust list to say.
   *
   * @param issuer as in {@link IssuerKey#builder}
   * @param claims likewise
   */
  public IssuerKey.Builder statement(String issuer, Set<ClaimKind> claims) {
    return IssuerKey.builder(issuer, publicKey, claims).notBefore(notBefore()).notAfter(notAfter());
  }

  /** Key and validity. */
  @Override
  public String toString() {
    return "IssuerCertificate[" + publicKey + ", " + validity + "]";
  }
}
