package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;
import org.jspecify.annotations.Nullable;

/**
 * A text for rules that knows its instant: dates of a pass are compared far more often than they
 * are looked at, so the text is written only when an operation asks for it.
 *
 * <p>Two of its kinds say that they come from the clock of the evaluation, so that a {@link
 * ClockTrace} can tell when a result changes. Instants outside the years 0000 to 9999 become the
 * nearest one inside: a clock that is absurd must not make rules fail in a way of its own.
 */
public final class TimeText extends TextValue {
  private static final int NO_CLOCK = Integer.MIN_VALUE;

  private final long millis;
  private final boolean day;

  /** Minutes by which the clock was moved before the day was taken, or {@link #NO_CLOCK}. */
  private final int offsetMinutes;

  private @Nullable String text;

  private TimeText(long millis, boolean day, int offsetMinutes) {
    this.millis = millis;
    this.day = day;
    this.offsetMinutes = offsetMinutes;
  }

  /** {@code YYYY-MM-DDThh:mm:ssZ} of an instant, in seconds since 1970. */
  public static TimeText at(long epochSecond) {
    return new TimeText(clampedSecond(epochSecond), false, NO_CLOCK);
  }

  /** {@code YYYY-MM-DD} of a day since 1970-01-01; its instant is midnight UTC. */
  public static TimeText day(int epochDay) {
    return new TimeText(clampedDay(epochDay), true, NO_CLOCK);
  }

  /** {@link #at} of the clock: the second in which the instant of the evaluation lies. */
  public static TimeText clock(long epochSecond) {
    return new TimeText(clampedSecond(epochSecond), false, 0);
  }

  /**
   * {@link #day} of the clock: the day that it is where the time is this many minutes ahead of UTC.
   *
   * @param utcOffsetMinutes -1,440 to 1,440; a trace takes it to stay as it is
   */
  public static TimeText today(int epochDay, int utcOffsetMinutes) {
    if (Math.abs((long) utcOffsetMinutes) > 1440) {
      throw new IllegalArgumentException("offset");
    }
    return new TimeText(clampedDay(epochDay), true, utcOffsetMinutes);
  }

  private static long clampedSecond(long epochSecond) {
    return 1000 * Math.max(Dates.MIN_MILLIS / 1000, Math.min(epochSecond, Dates.MAX_MILLIS / 1000));
  }

  private static long clampedDay(int epochDay) {
    return Dates.clamp(epochDay * Dates.DAY);
  }

  @Override
  public String text() {
    @Nullable String known = text;
    if (known == null) {
      known = day ? Dates.dayText(millis) : Dates.secondText(millis);
      text = known;
    }
    return known;
  }

  /** The instant, in milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  @Override
  long millis(Scope scope) {
    return millis;
  }

  @Override
  long birthMillis() {
    if (!day) {
      throw new Fault(CertLogicFault.NOT_A_DATE);
    }
    return millis;
  }

  @Override
  boolean isEmpty() {
    return false;
  }

  @Override
  boolean isSame(Value other, Scope scope) {
    if (!(other instanceof TextValue that)) {
      return false;
    }
    if (scope.trace != null && (dependsOnClock() || that.dependsOnClock())) {
      scope.trace.markUntraceable();
    }
    if (that instanceof TimeText time) {
      return time.day == day && time.millis == millis;
    }
    return that.text().equals(text());
  }

  @Override
  boolean dependsOnClock() {
    return offsetMinutes != NO_CLOCK;
  }

  /** Milliseconds between two instants of the clock that give different values. */
  long quantum() {
    return day ? Dates.DAY : 1000;
  }

  /** Milliseconds by which the clock was moved. */
  long offsetMillis() {
    return offsetMinutes * 60_000L;
  }
}
