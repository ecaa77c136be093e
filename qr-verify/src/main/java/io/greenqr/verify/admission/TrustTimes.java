package io.greenqr.verify.admission;

import io.greenqr.verify.Accepted;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How good the trust data are that an answer rests on, at one time. */
final class TrustTimes {
  private final boolean stale;
  private final boolean closed;
  private final ShownPasses shown;
  private final long nextChange;

  /**
   * Of the passes as they were verified, and of the list that the policies came with.
   *
   * @param now seconds since 1970
   */
  TrustTimes(ShownPasses shown, @Nullable TrustList list, long now) {
    TrustFreshness freshness =
        list == null ? TrustFreshness.UNDATED : list.freshnessAt(Instant.ofEpochSecond(now));
    this.closed = freshness == TrustFreshness.CLOSED || freshness == TrustFreshness.MISSING;
    this.stale = freshness == TrustFreshness.STALE || shown.isTrustStale();
    this.shown = shown;
    this.nextChange =
        list == null
            ? Long.MAX_VALUE
            : Math.min(after(now, list.freshUntil()), after(now, list.closes()));
  }

  private static long after(long now, Optional<Instant> time) {
    long seconds = time.isPresent() ? time.get().getEpochSecond() : Long.MAX_VALUE;
    return seconds > now ? seconds : Long.MAX_VALUE;
  }

  boolean isStale() {
    return stale;
  }

  boolean isClosed() {
    return closed;
  }

  /** Seconds since 1970, of the oldest data; null if one pass was verified with data of no age. */
  @Nullable Long asOf() {
    Long oldest = null;
    for (Accepted pass : shown.accepted()) {
      Optional<Duration> age = pass.trustAge();
      if (!age.isPresent()) {
        return null;
      }
      long time = pass.verifiedAt().minus(age.get()).getEpochSecond();
      oldest = oldest == null ? time : Math.min(oldest, time);
    }
    return oldest;
  }

  /** The next second at which one of these differs; {@code Long.MAX_VALUE}: never. */
  long nextChange() {
    return nextChange;
  }
}
