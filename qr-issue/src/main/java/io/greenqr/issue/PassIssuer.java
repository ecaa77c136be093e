package io.greenqr.issue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Issues passes: builds the content, checks it, signs it, and verifies what it signed before anyone
 * sees it.
 *
 * <p>It signs passes and never a hash or bytes that a caller made. It holds no state, so one issuer
 * serves any number of threads.
 */
public final class PassIssuer {
  /** How far a time of issue may be ahead of the clock: clocks of two servers differ. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /** The longest validity, where the builder is not told another. */
  public static final Duration MAX_VALIDITY = Duration.ofDays(366);

  private final PassSigner signer;
  private final IssuerKey issuerKey;
  private final Clock clock;
  private final IssueTimes times;
  private final SelfCheck selfCheck;

  private PassIssuer(Builder builder) {
    this.signer = builder.signer;
    this.issuerKey = builder.issuerKey;
    this.clock = builder.clock;
    this.times = new IssueTimes(issuerKey, builder.maxValidity);
    this.selfCheck = new SelfCheck(issuerKey.key());
  }

  /**
   * An issuer with the defaults of the builder.
   *
   * @param issuerKey what the scheme says about the signer's key: the statement that verifiers pin
   * @throws IllegalArgumentException if the statement is about another key than the signer's
   */
  public static PassIssuer of(PassSigner signer, IssuerKey issuerKey, Clock clock) {
    return builder(signer, issuerKey, clock).build();
  }

  /**
   * Starts an issuer.
   *
   * @param issuerKey what the scheme says about the signer's key: the statement that verifiers pin
   * @throws IllegalArgumentException if the statement is about another key than the signer's
   */
  public static Builder builder(PassSigner signer, IssuerKey issuerKey, Clock clock) {
    return new Builder(signer, issuerKey, clock);
  }

  /** What the scheme says about the key of this issuer. */
  public IssuerKey issuerKey() {
    return issuerKey;
  }

  /**
   * Issues a pass that is valid from now on.
   *
   * @param validity rounded down so that the pass ends with a whole second
   * @throws IssueException as {@link #issue(Pass, Instant, Instant)} does
   */
  public IssuedPass issue(Pass pass, Duration validity) throws IssueException {
    // Before the addition, which overflows for durations that nobody means.
    times.requireValidity(validity);
    Instant now = clock.instant();
    Instant issuedAt = wholeSeconds(now);
    return issue(pass, issuedAt, issuedAt.plus(validity), now);
  }

  /**
   * Issues a pass.
   *
   * @param issuedAt rounded down to whole seconds; at most {@link #CLOCK_TOLERANCE} ahead of the
   *     clock
   * @param expires rounded down to whole seconds; from this second on the pass does not hold
   * @throws IssueException if the pass must not be issued, or could not be; nothing was signed
   *     unless the fault is SELF_CHECK
   */
  public IssuedPass issue(Pass pass, Instant issuedAt, Instant expires) throws IssueException {
    return issue(pass, issuedAt, expires, clock.instant());
  }

  private IssuedPass issue(Pass pass, Instant issuedAt, Instant expires, Instant now)
      throws IssueException {
    CwtClaims claims = times.claims(pass, wholeSeconds(issuedAt), wholeSeconds(expires), now);
    for (ClaimKind kind : pass.kinds()) {
      if (!issuerKey.claims().contains(kind)) {
        throw new IssueException(IssueFault.CLAIM_NOT_ALLOWED, "/" + kind.jsonName());
      }
    }
    ClaimDates.check(claims);
    return sign(claims);
  }

  private static Instant wholeSeconds(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond());
  }

  private IssuedPass sign(CwtClaims claims) throws IssueException {
    CoseKey key = issuerKey.key();
    byte[] payload = payload(claims, key);
    byte[] signature;
    try {
      signature = signer.sign(SignedPass.toBeSigned(key.algorithm(), key.keyId(), payload));
    } catch (SigningException e) {
      throw new IssueException(IssueFault.SIGNING, e);
    }
    SignedPass signed;
    try {
      signed = SignedPass.of(key.algorithm(), key.keyId(), payload, signature);
    } catch (InvalidValueException e) {
      throw new IssueException(IssueFault.SELF_CHECK);
    }
    selfCheck.require(signed, claims);
    return new IssuedPass(signed, claims);
  }

  /** The payload of a pass that is short enough, which is asked before the key is used. */
  private static byte[] payload(CwtClaims claims, CoseKey key) throws IssueException {
    byte[] placeholder = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    Arrays.fill(placeholder, (byte) 1);
    try {
      byte[] payload = claims.encode();
      SignedPass.of(key.algorithm(), key.keyId(), payload, placeholder);
      return payload;
    } catch (InvalidValueException e) {
      if (e.fault() == FormatFault.BYTES_TOO_LONG) {
        throw new IssueException(IssueFault.PASS_TOO_LONG);
      }
      throw e;
    }
  }

  /** The key. */
  @Override
  public String toString() {
    return "PassIssuer[" + issuerKey + "]";
  }

  /** Collects what an issuer may be told. */
  public static final class Builder {
    private final PassSigner signer;
    private final IssuerKey issuerKey;
    private final Clock clock;
    private Duration maxValidity = MAX_VALIDITY;

    private Builder(PassSigner signer, IssuerKey issuerKey, Clock clock) {
      this.signer = Objects.requireNonNull(signer);
      this.issuerKey = Objects.requireNonNull(issuerKey);
      this.clock = Objects.requireNonNull(clock);
      if (!signer.publicKey().equals(issuerKey.key())) {
        throw new IllegalArgumentException("the statement is about another key");
      }
    }

    /**
     * The longest validity of a pass, instead of {@link #MAX_VALIDITY}.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public Builder maxValidity(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("maxValidity " + longest);
      }
      maxValidity = longest;
      return this;
    }

    /** The issuer. */
    public PassIssuer build() {
      return new PassIssuer(this);
    }
  }
}
