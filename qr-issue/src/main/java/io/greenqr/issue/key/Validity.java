package io.greenqr.issue.key;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** A time in which certificates are valid, in whole seconds, with its first and its last one. */
final class Validity {
  private final Instant first;
  private final Instant last;

  private Validity(Instant first, Instant last) {
    this.first = first;
    this.last = last;
  }

  /** From 1970 on, where the times of passes begin. */
  static Validity of(X509Certificate certificate) {
    Instant first = certificate.getNotBefore().toInstant();
    return new Validity(
        first.isBefore(Instant.EPOCH) ? Instant.EPOCH : first,
        certificate.getNotAfter().toInstant());
  }

  Instant first() {
    return first;
  }

  Instant last() {
    return last;
  }

  Validity and(Validity other) {
    return new Validity(
        first.isAfter(other.first) ? first : other.first,
        last.isBefore(other.last) ? last : other.last);
  }

  /** This validity, if it has begun and not ended, and is longer than a second. */
  Validity require(Instant at) throws KeyException {
    if (at.isBefore(first)) {
      throw new KeyException(KeyFault.CERTIFICATE_NOT_YET_VALID);
    }
    if (at.isAfter(last) || !last.isAfter(first)) {
      throw new KeyException(KeyFault.CERTIFICATE_EXPIRED);
    }
    return this;
  }

  @Override
  public String toString() {
    return first + " .. " + last;
  }
}
