package io.greenqr.issue.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a trust list is made, and for how long it is fresh and used (docs/spec/trust.md section 9).
 */
public final class ListTimes {
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Instant issuedAt;
  private final Instant expires;
  private final Instant statusExpires;
  private final Instant closes;

  private ListTimes(Instant issuedAt, Instant expires, Instant statusExpires, Instant closes) {
    this.issuedAt = issuedAt;
    this.expires = expires;
    this.statusExpires = statusExpires;
    this.closes = closes;
  }

  /**
   * Times of a list whose status lists are good for as long as it is fresh.
   *
   * @param issuedAt rounded down to whole seconds, as the ends are; not in the future when the list
   *     is published
   * @param fresh how long gates call it fresh
   * @param used how long gates use it at all; not shorter than {@code fresh}
   * @throws IllegalArgumentException for more than a hundred years
   */
  public static ListTimes of(Instant issuedAt, Duration fresh, Duration used) {
    Instant expires = end(issuedAt, fresh);
    return new ListTimes(
        issuedAt.truncatedTo(ChronoUnit.SECONDS), expires, expires, end(issuedAt, used));
  }

  /**
   * The same with another end of what the status lists say.
   *
   * @param statusFresh not longer than the list is used
   */
  public ListTimes withStatusFresh(Duration statusFresh) {
    return new ListTimes(issuedAt, expires, end(issuedAt, statusFresh), closes);
  }

  private static Instant end(Instant start, Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration " + duration);
    }
    return start.plus(duration).truncatedTo(ChronoUnit.SECONDS);
  }

  /** When the list is made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** From this second on it is stale. */
  public Instant expires() {
    return expires;
  }

  /** From this second on its status lists say nothing. */
  public Instant statusExpires() {
    return statusExpires;
  }

  /** From this second on it is not used. */
  public Instant closes() {
    return closes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListTimes that
        && that.issuedAt.equals(issuedAt)
        && that.expires.equals(expires)
        && that.statusExpires.equals(statusExpires)
        && that.closes.equals(closes);
  }

  @Override
  public int hashCode() {
    return issuedAt.hashCode();
  }

  @Override
  public String toString() {
    return "ListTimes[" + issuedAt + ", " + expires + ", " + statusExpires + ", " + closes + "]";
  }
}
