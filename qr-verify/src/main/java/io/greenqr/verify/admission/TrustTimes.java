package io.greenqr.verify.admission;

import io.greenqr.verify.Accepted;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How good the trust data are that an answer rests on, at one time. */
final class TrustTimes {
  private final boolean stale;
  private final boolean closed;
  private final @Nullable Long asOf;
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
    this.asOf = asOf(shown.accepted());
    this.nextChange =
        list == null
            ? Long.MAX_VALUE
            : Math.min(after(now, list.freshUntil()), after(now, list.closes()));
  }

  private static long after(long now, Optional<Instant> time) {
    long seconds = time.isPresent() ? time.get().getEpochSecond() : Long.MAX_VALUE;
    return seconds > now ? seconds : Long.MAX_VALUE;
  }

  /** Of the oldest data; null if one pass was verified with data of unknown age. */
  private static @Nullable Long asOf(List<Accepted> accepted) {
    Long oldest = null;
    for (int i = 0; i < accepted.size(); i++) {
      Optional<Duration> age = accepted.get(i).trustAge();
      if (!age.isPresent()) {
        return null;
      }
      long time = accepted.get(i).verifiedAt().minus(age.get()).getEpochSecond();
      oldest = oldest == null ? time : Math.min(oldest, time);
    }
    return oldest;
  }

  boolean isStale() {
    return stale;
  }

  boolean isClosed() {
    return closed;
  }

  /** Seconds since 1970; null if unknown. */
  @Nullable Long asOf() {
    return asOf;
  }

  /** The next second at which one of these differs; {@code Long.MAX_VALUE}: never. */
  long nextChange() {
    return nextChange;
  }
}
