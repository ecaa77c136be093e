package io.greenqr.verify;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Instant;
import java.util.EnumSet;

/** Answers of a verifier, made without one: for what is done with answers. */
public final class TestVerifications {
  private static final TestIssuer ISSUER = TestIssuer.ed25519(61);
  private static final TrustedKey KEY = key();

  private TestVerifications() {}

  private static TrustedKey key() {
    try {
      return TrustedKey.of(ISSUER.statement(EnumSet.allOf(ClaimKind.class)).build());
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pass that was accepted at {@code at}, with pinned keys and without a status. */
  public static Accepted accepted(CwtClaims claims, Instant at) {
    return accepted(claims, at, Accepted.StatusKnowledge.NO_REFERENCE);
  }

  /** The same with another status. */
  public static Accepted accepted(CwtClaims claims, Instant at, Accepted.StatusKnowledge status) {
    return new Accepted(signed(claims), claims, KEY, status, at, null, TrustFreshness.UNDATED);
  }

  /** The same with a list that was the newest at {@code asOf}. */
  public static Accepted accepted(
      CwtClaims claims, Instant at, Instant asOf, TrustFreshness freshness) {
    Accepted.StatusKnowledge status = Accepted.StatusKnowledge.VALID;
    return new Accepted(signed(claims), claims, KEY, status, at, asOf, freshness);
  }

  /** A pass that was not accepted. */
  public static Rejected rejected(Rejection rejection) {
    return Rejected.of(rejection);
  }

  private static SignedPass signed(CwtClaims claims) {
    return SignedPass.of(
        SignatureAlgorithm.ED25519, ISSUER.key().keyId(), claims.encode(), new byte[64]);
  }
}
