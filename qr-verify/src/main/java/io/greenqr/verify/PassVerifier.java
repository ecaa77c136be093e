package io.greenqr.verify;

import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.trust.StatusAnswer;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies passes offline: text in, {@link Verification} out, whatever the text.
 *
 * <p>Thread-safe without locks: each verification works on one immutable snapshot of the trust,
 * which {@link #replaceTrust} swaps whole. One instance serves a whole application.
 */
public final class PassVerifier {
  /** Skew unless another is set: 5 minutes. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

  /** Largest skew: 1 hour. */
  public static final Duration MAX_SKEW = Duration.ofHours(1);

  /**
   * No pass of this format was issued before 2021-01-01T00:00:00Z: a device that has lost its clock
   * usually shows 1970, 2000 or the year it was built.
   */
  public static final Instant FORMAT_EPOCH = Instant.parse("2021-01-01T00:00:00Z");

  private static final ClaimKind[] KINDS = ClaimKind.values();

  private final Clock clock;
  private final Duration skew;
  private final SignatureCheck signatureCheck;
  private final Instant clockNotBefore;
  private final boolean uncheckedStatusAllowed;
  private final boolean restrictedStatusAllowed;
  private volatile Snapshot snapshot;

  private PassVerifier(Builder builder) {
    this.clock = builder.clock;
    this.skew = builder.skew;
    this.signatureCheck = builder.signatureCheck;
    this.clockNotBefore = builder.clockNotBefore;
    this.uncheckedStatusAllowed = builder.uncheckedStatusAllowed;
    this.restrictedStatusAllowed = builder.restrictedStatusAllowed;
    this.snapshot = new Snapshot(builder.trust, signatureCheck);
  }

  /**
   * Starts a verifier.
   *
   * @param trust the keys
   * @param clock the time; a device whose clock is set by its user gives no sound verdicts
   */
  public static Builder builder(TrustList trust, Clock clock) {
    return new Builder(trust, clock);
  }

  /** A verifier with all defaults. */
  public static PassVerifier of(TrustList trust, Clock clock) {
    return builder(trust, clock).build();
  }

  /**
   * Verifies from now on with {@code trust}; verifications under way finish with the old list.
   *
   * <p>Of two signed lists the one with the later version stays: two threads that hand over what
   * they updated may come here in the other order.
   *
   * @throws IllegalArgumentException if the implementation of signatures cannot use a key; the old
   *     list then stays in force
   */
  public synchronized void replaceTrust(TrustList trust) {
    Snapshot next = new Snapshot(trust, signatureCheck);
    if (!isOlder(trust, snapshot.trust())) {
      snapshot = next;
    }
  }

  private static boolean isOlder(TrustList trust, TrustList held) {
    TrustVersion version = trust.version().orElse(null);
    TrustVersion heldVersion = held.version().orElse(null);
    return version != null && heldVersion != null && version.compareTo(heldVersion) < 0;
  }

  /**
   * Verifies a QR text or SMS text exactly as given; what hardware scanners add is taken off by
   * {@link io.greenqr.verify.reader.ScannerInput} before.
   *
   * @return the answer; this method never throws, and null is a text like any other
   */
  public Verification verify(@Nullable String text) {
    SignedPass signed;
    try {
      signed = SignedPass.parseText(text == null ? "" : text);
    } catch (FormatException e) {
      return Rejected.of(rejectionOfText(e.fault()), e);
    }
    return verify(signed);
  }

  /**
   * Verifies the bytes of a pass, for channels that carry bytes.
   *
   * @return the answer; this method never throws, and null is no bytes
   */
  public Verification verify(byte @Nullable [] bytes) {
    try {
      return verify(SignedPass.parse(bytes == null ? new byte[0] : bytes));
    } catch (FormatException e) {
      return Rejected.of(Rejection.ENVELOPE, e);
    }
  }

  private static Rejection rejectionOfText(FormatFault fault) {
    return switch (fault.layer()) {
      case TEXT_FORM -> Rejection.TEXT_FORM;
      case TEXT_ENCODING -> Rejection.TEXT_ENCODING;
      default -> Rejection.ENVELOPE;
    };
  }

  private Verification verify(SignedPass signed) {
    Snapshot held = snapshot;
    Instant now = clock.instant();
    TrustFreshness freshness = held.trust().freshnessAt(now);
    if (freshness == TrustFreshness.MISSING) {
      return Rejected.of(Rejection.TRUST_MISSING);
    }
    if (freshness == TrustFreshness.CLOSED) {
      return Rejected.of(Rejection.TRUST_CLOSED);
    }
    KeyId keyId = signed.keyId();
    Rejection furthest = Rejection.KEY_UNKNOWN;
    // Identifiers collide: a key that does not fit never stands in the way of one that does, nor
    // the other way round. Of several failures the one that came furthest is told.
    for (Snapshot.Key key : held.find(keyId)) {
      Rejection rejection = checkKey(signed, key, held, now);
      if (rejection == null) {
        return verifyContent(signed, key, held, now, freshness);
      }
      furthest = rejection.compareTo(furthest) > 0 ? rejection : furthest;
    }
    return Rejected.of(furthest);
  }

  /** The steps that concern the key, up to the signature. */
  private @Nullable Rejection checkKey(
      SignedPass signed, Snapshot.Key key, Snapshot held, Instant now) {
    if (!isForAlgorithm(signed, key)) {
      return Rejection.KEY_ALGORITHM;
    }
    if (isClockSuspect(held, now)) {
      return Rejection.CLOCK_SUSPECT;
    }
    if (key.trusted().isNotYetValidAt(now.plus(skew))) {
      return Rejection.KEY_NOT_YET_VALID;
    }
    if (key.trusted().isExpiredAt(now.minus(skew))) {
      return Rejection.KEY_EXPIRED;
    }
    return isSigned(signed, key) ? null : Rejection.SIGNATURE;
  }

  /** The steps that concern the content, which the signature has made worth reading. */
  private Verification verifyContent(
      SignedPass signed, Snapshot.Key key, Snapshot held, Instant now, TrustFreshness freshness) {
    CwtClaims claims;
    try {
      claims = signed.unverifiedClaims();
    } catch (FormatException e) {
      return Rejected.of(Rejection.PAYLOAD, e);
    }
    Rejection rejection = checkContent(claims, key, now);
    if (rejection != null) {
      return Rejected.of(rejection);
    }
    StatusReference reference = claims.pass().status().orElse(null);
    StatusAnswer answer = reference == null ? null : held.trust().status(reference, now);
    rejection = answer == null ? null : rejectionOfStatus(answer);
    if (rejection != null) {
      return Rejected.of(rejection);
    }
    return new Accepted(
        signed, claims, key.trusted(), knowledge(answer), now, held.asOf(), freshness);
  }

  private @Nullable Rejection checkContent(CwtClaims claims, Snapshot.Key key, Instant now) {
    if (isNotYetValid(claims, now)) {
      return Rejection.NOT_YET_VALID;
    }
    if (isExpired(claims, now)) {
      return Rejection.EXPIRED;
    }
    if (isIssuedOutsideKeyValidity(claims, key)) {
      return Rejection.ISSUED_OUTSIDE_KEY_VALIDITY;
    }
    Rejection ended = rejectionOfKeyState(claims, key);
    if (ended != null) {
      return ended;
    }
    if (!isKeyAllowedForClaims(claims, key)) {
      return Rejection.KEY_CLAIM_KIND;
    }
    return hasCriticalExtension(claims) ? Rejection.EXTENSION_CRITICAL : null;
  }

  private static boolean isForAlgorithm(SignedPass signed, Snapshot.Key key) {
    return signed.algorithm() == key.trusted().key().algorithm();
  }

  /**
   * A clock behind a time that is known to have passed would accept what has expired. It is told
   * apart, because the person who shows the pass cannot help it.
   */
  private boolean isClockSuspect(Snapshot held, Instant now) {
    Instant latest = now.plus(skew);
    Instant asOf = held.asOf();
    return latest.isBefore(clockNotBefore) || (asOf != null && latest.isBefore(asOf));
  }

  private static boolean isSigned(SignedPass signed, Snapshot.Key key) {
    return key.prepared().verifies(signed.toBeSigned(), signed.signature());
  }

  private boolean isNotYetValid(CwtClaims claims, Instant now) {
    return claims.issuedAt().isAfter(now.plus(skew));
  }

  /** RFC 8392 section 3.1.4: on or after {@code exp} the pass must not be accepted. */
  private boolean isExpired(CwtClaims claims, Instant now) {
    return !now.minus(skew).isBefore(claims.expires());
  }

  /** A stolen key that was retired must not be of use by writing its good days into {@code iat}. */
  private static boolean isIssuedOutsideKeyValidity(CwtClaims claims, Snapshot.Key key) {
    return key.trusted().isNotYetValidAt(claims.issuedAt())
        || key.trusted().isExpiredAt(claims.issuedAt());
  }

  /** Without skew: both times are written by the scheme, not read from clocks that differ. */
  private static @Nullable Rejection rejectionOfKeyState(CwtClaims claims, Snapshot.Key key) {
    KeyState state = key.trusted().statement().state().orElse(null);
    if (state == null || claims.issuedAt().isBefore(state.since())) {
      return null;
    }
    return state.isRevoked() ? Rejection.KEY_REVOKED : Rejection.KEY_RETIRED;
  }

  /** For every kind in the pass: elsewhere a key for tests alone could sign vaccinations. */
  private static boolean isKeyAllowedForClaims(CwtClaims claims, Snapshot.Key key) {
    Set<ClaimKind> stated = claims.pass().kinds();
    Set<ClaimKind> allowed = key.trusted().claims();
    // Without an iterator, which would be the only object here that nobody keeps.
    for (ClaimKind kind : KINDS) {
      if (stated.contains(kind) && !allowed.contains(kind)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasCriticalExtension(CwtClaims claims) {
    Extensions extensions = claims.pass().extensions();
    if (extensions.isEmpty()) {
      return false;
    }
    for (int extension : extensions.keys()) {
      if (extension < 0) {
        return true;
      }
    }
    return false;
  }

  /** Every answer but "valid" is a rejection, unless the application has said otherwise. */
  private @Nullable Rejection rejectionOfStatus(StatusAnswer answer) {
    return switch (answer) {
      case VALID -> null;
      case UNCHECKED -> uncheckedStatusAllowed ? null : Rejection.STATUS_UNCHECKED;
      case MISSING -> Rejection.STATUS_MISSING;
      case OUTDATED -> Rejection.STATUS_OUTDATED;
      case STALE -> Rejection.STATUS_STALE;
      case OUT_OF_RANGE -> Rejection.STATUS_OUT_OF_RANGE;
      case REVOKED -> Rejection.STATUS_REVOKED;
      case SUSPENDED -> Rejection.STATUS_SUSPENDED;
      case RESTRICTED -> restrictedStatusAllowed ? null : Rejection.STATUS_RESTRICTED;
    };
  }

  private static Accepted.StatusKnowledge knowledge(@Nullable StatusAnswer answer) {
    if (answer == null) {
      return Accepted.StatusKnowledge.NO_REFERENCE;
    }
    return switch (answer) {
      case VALID -> Accepted.StatusKnowledge.VALID;
      case RESTRICTED -> Accepted.StatusKnowledge.RESTRICTED;
      default -> Accepted.StatusKnowledge.UNCHECKED;
    };
  }

  /** Collects the settings. */
  public static final class Builder {
    private final TrustList trust;
    private final Clock clock;
    private Duration skew = DEFAULT_SKEW;
    private SignatureCheck signatureCheck = SignatureCheck.bouncyCastle();
    private Instant clockNotBefore = FORMAT_EPOCH;
    private boolean uncheckedStatusAllowed;
    private boolean restrictedStatusAllowed;

    private Builder(TrustList trust, Clock clock) {
      this.trust = trust;
      this.clock = clock;
    }

    /**
     * How far this clock and an issuer's may be apart, for all times alike.
     *
     * @param tolerance 0 to {@link #MAX_SKEW}
     * @throws IllegalArgumentException if it is outside
     */
    public Builder skew(Duration tolerance) {
      if (tolerance.isNegative() || tolerance.compareTo(MAX_SKEW) > 0) {
        throw new IllegalArgumentException("skew " + tolerance);
      }
      skew = tolerance;
      return this;
    }

    /** The implementation that checks signatures. */
    public Builder signatureCheck(SignatureCheck check) {
      signatureCheck = check;
      return this;
    }

    /**
     * A time that has certainly passed, such as that of the application's build or of its last
     * contact with a server: a clock that shows less is suspect. Never lowered below {@link
     * #FORMAT_EPOCH}.
     */
    public Builder clockNotBefore(Instant passed) {
      clockNotBefore = passed.isAfter(FORMAT_EPOCH) ? passed : FORMAT_EPOCH;
      return this;
    }

    /**
     * Accepts passes that name a status list although pinned keys come without any: a pass that its
     * issuer has revoked is then accepted until it expires. A signed trust list is not loosened by
     * this: there a list that is not at hand stays a rejection.
     */
    public Builder allowUncheckedStatus() {
      uncheckedStatusAllowed = true;
      return this;
    }

    /**
     * Accepts passes that hold in some places only; the application then looks at {@link
     * Accepted#status} and decides whether this is one of them.
     */
    public Builder allowRestrictedStatus() {
      restrictedStatusAllowed = true;
      return this;
    }

    /**
     * The verifier.
     *
     * @throws IllegalArgumentException if the implementation of signatures cannot use a key
     */
    public PassVerifier build() {
      return new PassVerifier(this);
    }
  }
}
