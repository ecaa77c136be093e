package io.greenqr.issue;

import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.trust.IssuerKey;
import java.time.Duration;
import java.time.Instant;

/** When a pass may be issued, and for how long: the clock, the scheme and the key decide. */
final class IssueTimes {
  private final Instant keyStart;
  private final Instant keyEnd;
  private final Duration maxValidity;

  IssueTimes(IssuerKey issuerKey, Duration maxValidity) {
    this.keyStart = issuerKey.notBefore().orElse(Instant.MIN);
    // notAfter is the last second in which the key may be used; this is the first in which not.
    this.keyEnd = issuerKey.notAfter().map(last -> last.plusSeconds(1)).orElse(Instant.MAX);
    this.maxValidity = maxValidity;
  }

  /** The claims, if they may be issued at {@code now}. */
  CwtClaims claims(Pass pass, Instant issuedAt, Instant expires, Instant now)
      throws IssueException {
    requireValidity(Duration.between(issuedAt, expires));
    if (issuedAt.isAfter(now.plus(PassIssuer.CLOCK_TOLERANCE))) {
      throw new IssueException(IssueFault.ISSUED_IN_FUTURE);
    }
    if (!expires.isAfter(now)) {
      throw new IssueException(IssueFault.EXPIRES_IN_PAST);
    }
    requireKeyUsable(issuedAt, expires, now);
    try {
      return CwtClaims.of(issuedAt, expires, pass);
    } catch (InvalidValueException e) {
      throw new IssueException(IssueFault.TIME_RANGE);
    }
  }

  void requireValidity(Duration validity) throws IssueException {
    if (validity.isNegative() || validity.isZero()) {
      throw new IssueException(IssueFault.EXPIRES_NOT_AFTER_ISSUED);
    }
    if (validity.compareTo(maxValidity) > 0) {
      throw new IssueException(IssueFault.VALIDITY_TOO_LONG);
    }
  }

  /**
   * Now as well as the time of issue, or a key past its end would go on to sign under old dates;
   * and the whole life of the pass, which gates would otherwise end early and without notice.
   */
  private void requireKeyUsable(Instant issuedAt, Instant expires, Instant now)
      throws IssueException {
    if (now.isBefore(keyStart) || issuedAt.isBefore(keyStart)) {
      throw new IssueException(IssueFault.KEY_NOT_YET_VALID);
    }
    if (!now.isBefore(keyEnd)) {
      throw new IssueException(IssueFault.KEY_EXPIRED);
    }
    if (expires.isAfter(keyEnd)) {
      throw new IssueException(IssueFault.PASS_OUTLIVES_KEY);
    }
  }
}
