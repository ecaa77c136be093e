package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.internal.signature.CurvePoints;
import java.time.Instant;
import java.util.Set;

/**
 * An issuer's key that was checked: a point of the right order on its curve, in its one spelling.
 */
public final class TrustedKey {
  private final IssuerKey statement;
  private final Instant notBefore;
  private final Instant end;

  private TrustedKey(IssuerKey statement) {
    this.statement = statement;
    this.notBefore = statement.notBefore().orElse(Instant.MIN);
    this.end = statement.notAfter().map(last -> last.plusSeconds(1)).orElse(Instant.MAX);
  }

  /**
   * Trusts the key of {@code statement} for what the statement says.
   *
   * @throws TrustException KEY_NOT_ON_CURVE, KEY_NOT_OF_ORDER
   */
  public static TrustedKey of(IssuerKey statement) throws TrustException {
    if (!CurvePoints.isSound(statement.key())) {
      throw new TrustException(
          statement.key().algorithm() == SignatureAlgorithm.ESP256
              ? TrustFault.KEY_NOT_ON_CURVE
              : TrustFault.KEY_NOT_OF_ORDER);
    }
    return new TrustedKey(statement);
  }

  /** What the key is trusted for. */
  public IssuerKey statement() {
    return statement;
  }

  /** Name of the authority. */
  public String issuer() {
    return statement.issuer();
  }

  /** The key. */
  public CoseKey key() {
    return statement.key();
  }

  /** The kinds of claims the key may sign. */
  public Set<ClaimKind> claims() {
    return statement.claims();
  }

  /** Whether {@code time} is before the key's validity. */
  public boolean isNotYetValidAt(Instant time) {
    return time.isBefore(notBefore);
  }

  /** Whether {@code time} is after the key's validity, whose last second is part of it. */
  public boolean isExpiredAt(Instant time) {
    return !time.isBefore(end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustedKey that && that.statement.equals(statement);
  }

  @Override
  public int hashCode() {
    return statement.hashCode();
  }

  @Override
  public String toString() {
    return "TrustedKey[" + statement + "]";
  }
}
