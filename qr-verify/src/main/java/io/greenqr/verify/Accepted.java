package io.greenqr.verify;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustedKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass whose every check was passed. Only {@link PassVerifier} makes one, so a method that takes
 * this type cannot be handed unverified content.
 */
public final class Accepted extends Verification {
  /** What is known about whether the pass was stopped after it was issued. */
  public enum StatusKnowledge {
    /** The pass stands in no status list: it cannot be stopped, only expire. */
    NO_REFERENCE,
    /** The pass names a status list that was not looked at, as the application chose to allow. */
    UNCHECKED,
    /** The status list in force holds nothing against the pass. */
    VALID,
    /** The pass holds in some places only; the application chose to be told. */
    RESTRICTED
  }

  private final SignedPass signed;
  private final CwtClaims claims;
  private final TrustedKey key;
  private final StatusKnowledge status;
  private final Instant verifiedAt;
  private final @Nullable Instant trustAsOf;
  private final TrustFreshness trustFreshness;

  Accepted(
      SignedPass signed,
      CwtClaims claims,
      TrustedKey key,
      StatusKnowledge status,
      Instant verifiedAt,
      @Nullable Instant trustAsOf,
      TrustFreshness trustFreshness) {
    this.signed = signed;
    this.claims = claims;
    this.key = key;
    this.status = status;
    this.verifiedAt = verifiedAt;
    this.trustAsOf = trustAsOf;
    this.trustFreshness = trustFreshness;
  }

  /** What was signed. */
  public CwtClaims claims() {
    return claims;
  }

  /** The content of what was signed. */
  public Pass pass() {
    return claims.pass();
  }

  /** The authority that signed, by the name that the trust list gives it. */
  public String issuer() {
    return key.issuer();
  }

  /** The key that signed. */
  public TrustedKey key() {
    return key;
  }

  /** What is known about the status of the pass. */
  public StatusKnowledge status() {
    return status;
  }

  /** The time for which all this holds. */
  public Instant verifiedAt() {
    return verifiedAt;
  }

  /**
   * Whether the trust list was as new as its publisher wants it: FRESH, STALE or, for keys pinned
   * by hand, UNDATED. Its status lists are of the same time.
   */
  public TrustFreshness trustFreshness() {
    return trustFreshness;
  }

  /**
   * How long before it the trust list was known to be the newest; absent where that is not known,
   * as for keys pinned by hand.
   */
  public Optional<Duration> trustAge() {
    return trustAsOf == null
        ? Optional.empty()
        : Optional.of(Duration.between(trustAsOf, verifiedAt));
  }

  /**
   * The identity of the pass: SHA-256 of its payload, 32 bytes. Two texts of one pass have the
   * same; nothing derived from the signature or the text would.
   */
  public byte[] identity() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(signed.unverifiedPayload());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String code() {
    return "ACCEPTED";
  }

  /** Issuer, times and kinds of claims. */
  @Override
  public String toString() {
    return "Accepted[" + issuer() + ", " + claims + "]";
  }
}
