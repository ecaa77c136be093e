package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;
import org.jspecify.annotations.Nullable;

/** The amount and unit of a {@code plusTime}: months, or a length that is always the same. */
final class Duration {
  /**
   * More hours than the years 0000 to 9999 have: such an amount leads out of them from anywhere.
   */
  private static final long MAX_AMOUNT = 100_000_000;

  final long months;
  final long millis;

  private Duration(long months, long millis) {
    this.months = months;
    this.millis = millis;
  }

  /** Nothing. */
  static Duration zero() {
    return new Duration(0, 0);
  }

  /** An amount of a unit by its name, or null if there is no such unit. */
  static @Nullable Duration of(long amount, String unit) {
    long bounded = Math.max(-MAX_AMOUNT, Math.min(amount, MAX_AMOUNT));
    return switch (unit) {
      case "year" -> new Duration(bounded * 12, 0);
      case "month" -> new Duration(bounded, 0);
      case "day" -> new Duration(0, bounded * Dates.DAY);
      case "hour" -> new Duration(0, bounded * Dates.HOUR);
      default -> null;
    };
  }

  boolean isZero() {
    return months == 0 && millis == 0;
  }

  /**
   * An instant, this much later.
   *
   * @throws Fault DATE_RANGE
   */
  long addTo(long instant) {
    long sum = months == 0 ? instant + millis : Dates.plusMonths(instant, months);
    if (sum < Dates.MIN_MILLIS || sum > Dates.MAX_MILLIS) {
      throw new Fault(CertLogicFault.DATE_RANGE);
    }
    return sum;
  }
}
