package io.greenqr.verify.internal.certlogic;

/**
 * Days and months of the proleptic Gregorian calendar in UTC, in milliseconds since 1970. Its own
 * arithmetic, because java.time makes an object of every step and rules compare millions of dates.
 */
final class Dates {
  static final long HOUR = 3_600_000L;
  static final long DAY = 24 * HOUR;

  /** 0000-01-01T00:00:00Z. */
  static final long MIN_MILLIS = day(0, 1, 1) * DAY;

  /** 9999-12-31T23:59:59.999Z. */
  static final long MAX_MILLIS = day(10_000, 1, 1) * DAY - 1;

  private static final long DAYS_OF_400_YEARS = 146_097;

  /** Days from 0000-03-01 to 1970-01-01. */
  private static final int EPOCH = 719_468;

  private Dates() {}

  static long clamp(long millis) {
    return Math.max(MIN_MILLIS, Math.min(millis, MAX_MILLIS));
  }

  /**
   * Days from 1970-01-01. Years are counted from March, so that the leap day ends them and the days
   * before a month follow from its number alone.
   */
  static long day(long year, int month, int day) {
    long marchYear = month > 2 ? year : year - 1;
    int marchMonth = month > 2 ? month - 3 : month + 9;
    return 365 * marchYear
        + Math.floorDiv(marchYear, 4L)
        - Math.floorDiv(marchYear, 100L)
        + Math.floorDiv(marchYear, 400L)
        + (153 * marchMonth + 2) / 5
        + day
        - 1
        - EPOCH;
  }

  /** Year, month and day of a number of days, as {@link #year}, {@link #month}, {@link #dayOf}. */
  static long civil(long epochDay) {
    long shifted = epochDay + EPOCH;
    long cycle = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
    int inCycle = (int) (shifted - cycle * DAYS_OF_400_YEARS);
    int yearOfCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365;
    int dayOfYear = inCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
    return year * 512 + month * 32L + day;
  }

  static long year(long civil) {
    return civil >> 9;
  }

  static int month(long civil) {
    return (int) (civil >> 5) & 15;
  }

  static int dayOf(long civil) {
    return (int) civil & 31;
  }

  /** Days of a month; months are 1 to 12. */
  static int lengthOfMonth(long year, int month) {
    if (month != 2) {
      return 30 + ((month + (month >> 3)) & 1);
    }
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  }

  /**
   * Months later, on the same day of the month; where that month is too short, as many days behind
   * its end (as setUTCMonth and setUTCFullYear of ECMAScript do).
   */
  static long plusMonths(long millis, long months) {
    long epochDay = Math.floorDiv(millis, DAY);
    long civil = civil(epochDay);
    long month = year(civil) * 12 + month(civil) - 1 + months;
    long first = day(Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    return millis + (first + dayOf(civil) - 1 - epochDay) * DAY;
  }

  /** {@code YYYY-MM-DD}. */
  static String dayText(long millis) {
    return day(new StringBuilder(10), millis).toString();
  }

  /** {@code YYYY-MM-DDThh:mm:ssZ}. */
  static String secondText(long millis) {
    return second(new StringBuilder(20), millis).append('Z').toString();
  }

  /** {@code YYYY-MM-DDThh:mm:ss.SSSZ}. */
  static String milliText(long millis) {
    StringBuilder out = second(new StringBuilder(24), millis).append('.');
    return digits(out, Math.floorMod(millis, 1000L), 100).append('Z').toString();
  }

  private static StringBuilder day(StringBuilder out, long millis) {
    long civil = civil(Math.floorDiv(millis, DAY));
    digits(out, year(civil), 1000).append('-');
    digits(out, month(civil), 10).append('-');
    return digits(out, dayOf(civil), 10);
  }

  private static StringBuilder second(StringBuilder out, long millis) {
    long second = Math.floorMod(millis, DAY) / 1000;
    day(out, millis).append('T');
    digits(out, second / 3600, 10).append(':');
    digits(out, second / 60 % 60, 10).append(':');
    return digits(out, second % 60, 10);
  }

  private static StringBuilder digits(StringBuilder out, long value, int highest) {
    for (int unit = highest; unit > 0; unit /= 10) {
      out.append((char) ('0' + value / unit % 10));
    }
    return out;
  }
}
