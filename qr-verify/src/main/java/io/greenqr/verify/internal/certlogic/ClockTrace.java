package io.greenqr.verify.internal.certlogic;

/**
 * Finds out until when the results of evaluations hold, while the clock moves on. Not for several
 * threads.
 *
 * <p>Every comparison of a date that follows from the clock with one that does not notes the next
 * instants at which its outcome could change. What else of the clock shows in a result makes the
 * trace incomplete. If it is complete, the traced results are the same for every clock from this
 * one up to {@link #next}.
 */
public final class ClockTrace {
  /** From the 29th of a month to the 3rd of the next are at most five days; and one more. */
  private static final int DAYS_BEFORE = 6;

  private static final int DAYS_AFTER = 1;

  private final long clock;
  private long next = Long.MAX_VALUE;
  private boolean complete = true;

  private ClockTrace(long clock) {
    this.clock = clock;
  }

  /** A trace for evaluations at this instant, in milliseconds since 1970. */
  public static ClockTrace from(long clockMillis) {
    return new ClockTrace(clockMillis);
  }

  /**
   * The first instant after the clock at which a result may be another, in milliseconds since 1970;
   * {@code Long.MAX_VALUE} if the clock does not matter.
   */
  public long next() {
    return next;
  }

  /** Whether {@link #next} can be relied on. */
  public boolean isComplete() {
    return complete;
  }

  /** Says that a result depends on the clock in a way that instants cannot tell. */
  public void markUntraceable() {
    complete = false;
  }

  /** Notes when the comparison of two date-times can have another outcome. */
  void compared(DateTimeValue left, DateTimeValue right) {
    if (left.shift != null && right.shift != null) {
      markUntraceable();
    } else if (left.shift != null) {
      meeting(left.shift, right.millis());
    } else if (right.shift != null) {
      meeting(right.shift, left.millis());
    }
  }

  /** Notes when a date-time that follows from the clock enters or leaves the range of dates. */
  void ranged(ClockShift shift) {
    if (!shift.amount.isZero()) {
      meeting(shift, Dates.MIN_MILLIS);
      meeting(shift, Dates.MAX_MILLIS);
    }
  }

  /**
   * Notes when a date-time that follows from the clock reaches, or passes, one that does not.
   *
   * <p>The clock is seen through a text that changes at whole seconds or whole local days. With an
   * amount of fixed length the two meet once. With months they may meet more than once, because the
   * last days of a month run ahead of the first of the next (January 31 and one month is March 3):
   * all days around the inverse count, each at its beginning and at the other's time of day.
   */
  private void meeting(ClockShift shift, long fixed) {
    Duration amount = shift.amount;
    if (amount.months == 0) {
      meets(shift.clock, fixed - amount.millis);
      return;
    }
    long day = Math.floorDiv(Dates.plusMonths(fixed, -amount.months), Dates.DAY);
    long timeOfDay = Math.floorMod(fixed, Dates.DAY);
    for (long near = day - DAYS_BEFORE; near <= day + DAYS_AFTER; near++) {
      at(shift.clock, near * Dates.DAY);
      meets(shift.clock, near * Dates.DAY + timeOfDay);
    }
  }

  /** The first values of the clock that are not before, and after, this instant. */
  private void meets(TimeText clock, long instant) {
    long quantum = clock.quantum();
    long notAfter = Math.floorDiv(instant, quantum) * quantum;
    if (notAfter == instant) {
      at(clock, instant);
    }
    at(clock, notAfter + quantum);
  }

  private void at(TimeText clock, long value) {
    long instant = value - clock.offsetMillis();
    if (instant > this.clock && instant < next) {
      next = instant;
    }
  }
}
