package io.greenqr.verify;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.KeyState;
import io.greenqr.verify.trust.StatusAnswer;
import io.greenqr.verify.trust.TrustFreshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a verification around the signature. Immutable.
 *
 * <p>Times are compared without the skew first, which is 0 or more: what holds without it holds
 * with it, and no object is made for it that nobody keeps.
 */
final class PassChecks {
  private final Duration skew;
  private final Instant clockNotBefore;
  private final boolean uncheckedStatusAllowed;
  private final boolean restrictedStatusAllowed;

  PassChecks(
      Duration skew,
      Instant clockNotBefore,
      boolean uncheckedStatusAllowed,
      boolean restrictedStatusAllowed) {
    this.skew = skew;
    this.clockNotBefore = clockNotBefore;
    this.uncheckedStatusAllowed = uncheckedStatusAllowed;
    this.restrictedStatusAllowed = restrictedStatusAllowed;
  }

  /** The steps that concern the key, but for the signature, which comes after them. */
  @Nullable Rejection ofKey(SignedPass signed, Snapshot.Key key, Snapshot held, Instant now) {
    if (!isForAlgorithm(signed, key)) {
      return Rejection.KEY_ALGORITHM;
    }
    if (isClockSuspect(held, now)) {
      return Rejection.CLOCK_SUSPECT;
    }
    if (key.trusted().isNotYetValidAt(now) && key.trusted().isNotYetValidAt(now.plus(skew))) {
      return Rejection.KEY_NOT_YET_VALID;
    }
    if (key.trusted().isExpiredAt(now) && key.trusted().isExpiredAt(now.minus(skew))) {
      return Rejection.KEY_EXPIRED;
    }
    return null;
  }

  /** The steps that concern the content, which the signature has made worth reading. */
  Verification ofContent(
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
    Instant asOf = held.asOf();
    return isEarlier(now, clockNotBefore) || (asOf != null && isEarlier(now, asOf));
  }

  private boolean isEarlier(Instant now, Instant time) {
    return now.isBefore(time) && now.plus(skew).isBefore(time);
  }

  private boolean isNotYetValid(CwtClaims claims, Instant now) {
    return isEarlier(now, claims.issuedAt());
  }

  /** RFC 8392 section 3.1.4: on or after {@code exp} the pass must not be accepted. */
  private boolean isExpired(CwtClaims claims, Instant now) {
    Instant expires = claims.expires();
    return !now.isBefore(expires) && !now.minus(skew).isBefore(expires);
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
    for (ClaimKind kind : key.refusedClaims()) {
      if (stated.contains(kind)) {
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
}
