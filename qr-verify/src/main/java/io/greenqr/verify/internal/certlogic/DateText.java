package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/**
 * The forms of dates and date-times that {@code plusTime} and {@code dccDateOfBirth} read. Digits
 * are those of ASCII; a day or time that does not exist is none, where evaluators in ECMAScript
 * would roll over or not as their engine likes.
 */
final class DateText {
  private static final int DATE_LENGTH = 10;
  private static final int SECOND_LENGTH = 19;

  private DateText() {}

  /**
   * A date as {@link #date}, or {@code YYYY-MM-DDThh:mm:ss} with any number of decimals, of which
   * three count, and an offset of {@code Z}, {@code ±h}, {@code ±hh}, {@code ±hmm}, {@code ±hhmm},
   * {@code ±h:mm} or {@code ±hh:mm}, without which it is UTC.
   *
   * @return milliseconds since 1970
   * @throws Fault NOT_A_DATE
   */
  static long instant(String text) {
    if (text.length() <= DATE_LENGTH) {
      return date(text);
    }
    require(text.length() >= SECOND_LENGTH);
    require(text.charAt(DATE_LENGTH) == 'T' && text.charAt(13) == ':' && text.charAt(16) == ':');
    int hour = pair(text, 11, 23);
    int minute = pair(text, 14, 59);
    int second = pair(text, 17, 59);
    long instant = fullDate(text) + hour * Dates.HOUR + (minute * 60L + second) * 1000;
    int at = SECOND_LENGTH;
    if (at < text.length() && text.charAt(at) == '.') {
      int decimals = at + 1;
      at = decimals;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      require(at > decimals);
      instant += millis(text, decimals, at);
    }
    return instant - offset(text, at);
  }

  private static int millis(String text, int from, int to) {
    int millis = 0;
    for (int i = from; i < from + 3; i++) {
      millis = millis * 10 + (i < to ? text.charAt(i) - '0' : 0);
    }
    return millis;
  }

  /** Milliseconds ahead of UTC. */
  private static long offset(String text, int from) {
    int length = text.length() - from;
    if (length == 0 || (length == 1 && text.charAt(from) == 'Z')) {
      return 0;
    }
    char sign = text.charAt(from);
    require(sign == '+' || sign == '-');
    boolean colon = length > 4 && text.charAt(text.length() - 3) == ':';
    int digits = length - 1 - (colon ? 1 : 0);
    require(digits >= (colon ? 3 : 1) && digits <= 4);
    int hourEnd = from + 1 + (digits == 1 || digits == 3 ? 1 : 2);
    int hour = digits % 2 == 1 ? digit(text, from + 1) : pair(text, from + 1, 23);
    int minute = digits > 2 ? pair(text, hourEnd + (colon ? 1 : 0), 59) : 0;
    long offset = hour * Dates.HOUR + minute * 60_000L;
    return sign == '+' ? offset : -offset;
  }

  /**
   * {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}: the last day that it can mean, at midnight
   * UTC.
   *
   * @return milliseconds since 1970
   * @throws Fault NOT_A_DATE
   */
  static long date(String text) {
    return switch (text.length()) {
      case 4 -> Dates.day(year(text), 12, 31) * Dates.DAY;
      case 7 -> lastOfMonth(year(text), month(text));
      case DATE_LENGTH -> fullDate(text);
      default -> throw new Fault(CertLogicFault.NOT_A_DATE);
    };
  }

  private static long lastOfMonth(int year, int month) {
    return Dates.day(year, month, Dates.lengthOfMonth(year, month)) * Dates.DAY;
  }

  private static long fullDate(String text) {
    int year = year(text);
    int month = month(text);
    require(text.charAt(7) == '-');
    int day = pair(text, 8, Dates.lengthOfMonth(year, month));
    require(day > 0);
    return Dates.day(year, month, day) * Dates.DAY;
  }

  private static int year(String text) {
    return pair(text, 0, 99) * 100 + pair(text, 2, 99);
  }

  private static int month(String text) {
    require(text.charAt(4) == '-');
    int month = pair(text, 5, 12);
    require(month > 0);
    return month;
  }

  private static int pair(String text, int at, int max) {
    int value = digit(text, at) * 10 + digit(text, at + 1);
    require(value <= max);
    return value;
  }

  private static int digit(String text, int at) {
    char character = text.charAt(at);
    require(isDigit(character));
    return character - '0';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new Fault(CertLogicFault.NOT_A_DATE);
    }
  }
}
