package io.greenqr.verify.trust;

import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a trust list and its status lists can be relied on (docs/spec/trust.md section 9). */
final class TrustValidity {
  private final Instant asOf;
  private final Instant expires;
  private final Instant statusExpires;
  private final Instant closes;
  private final boolean superseded;

  TrustValidity(
      TrustListDocument list, RootDocument root, @Nullable FreshnessCard card, boolean superseded) {
    // No card lengthens this: its key is online, and would keep a list alive for whoever has it.
    this.closes = earlier(list.closes(), root.expires());
    this.asOf = card == null ? list.issuedAt() : later(list.issuedAt(), card.issuedAt());
    this.expires = earlier(closes, extended(list.expires(), card));
    this.statusExpires = earlier(closes, extended(list.statusExpires(), card));
    this.superseded = superseded;
  }

  private static Instant extended(Instant end, @Nullable FreshnessCard card) {
    return card == null ? end : later(end, card.expires());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** The last time at which the list is known to have been the newest. */
  Instant asOf() {
    return asOf;
  }

  Instant expires() {
    return expires;
  }

  Instant closes() {
    return closes;
  }

  /** No skew: the ends lie days ahead, and the stricter reading is the safe one. */
  TrustFreshness at(Instant now) {
    if (!now.isBefore(closes)) {
      return TrustFreshness.CLOSED;
    }
    return superseded || !now.isBefore(expires) ? TrustFreshness.STALE : TrustFreshness.FRESH;
  }

  boolean isStatusStaleAt(Instant now) {
    return !now.isBefore(statusExpires);
  }
}
