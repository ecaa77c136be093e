package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;

/** The ranges of the simple values of a pass, shared by all records. */
final class Values {
  private Values() {}

  /** A table code, 1 to {@link FormatLimits#MAX_CODE}. */
  static int code(int code, String field) {
    InvalidValueException.require(
        code >= 1 && code <= FormatLimits.MAX_CODE, FormatFault.CODE_RANGE, field);
    return code;
  }

  /** A day from 1850-01-01 to 2199-12-31, as days since 1970-01-01. */
  static int day(LocalDate day, String field) {
    long number = day.toEpochDay();
    InvalidValueException.require(
        number >= FormatLimits.MIN_DAY && number <= FormatLimits.MAX_DAY,
        FormatFault.DAY_RANGE,
        field);
    return (int) number;
  }

  /** A time in whole seconds, as seconds since the epoch. */
  static long seconds(Instant time, String field) {
    return InvalidValueException.requireNumericDate(time, field).getEpochSecond();
  }

  /** A measurement from {@code min} to {@code max}. */
  static int measured(int value, int min, int max, String field) {
    InvalidValueException.require(value >= min && value <= max, FormatFault.READING_RANGE, field);
    return value;
  }
}
