package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a person was born, as exactly as the papers say it: many ID cards carry a year only.
 *
 * <pre>{@code
 * birth = day / [ year ] / [ year, month ]   ; day: days since 1970-01-01, RFC 8943
 * }</pre>
 */
public final class Birth {
  private enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  /** Days since 1970-01-01; the first of the month or year where the rest is not known. */
  private final int firstDay;

  private final Precision precision;

  private Birth(long firstDay, Precision precision) {
    InvalidValueException.require(
        firstDay >= FormatLimits.MIN_DAY && firstDay <= FormatLimits.MAX_DAY,
        FormatFault.BIRTH_RANGE,
        "birth");
    this.firstDay = (int) firstDay;
    this.precision = precision;
  }

  /**
   * A full date.
   *
   * @throws InvalidValueException BIRTH_RANGE before 1850 or after 2199, as all factories here
   */
  public static Birth of(LocalDate date) {
    return ofDay(date.toEpochDay());
  }

  /** A full date, as days since 1970-01-01. */
  static Birth ofDay(long day) {
    return new Birth(day, Precision.DAY);
  }

  /** A month whose day is not known. */
  public static Birth of(YearMonth month) {
    return new Birth(month.atDay(1).toEpochDay(), Precision.MONTH);
  }

  /** A year whose month and day are not known. */
  public static Birth ofYear(int year) {
    // Checked before there is a date: a LocalDate refuses most numbers in a way of its own.
    InvalidValueException.require(
        year >= FormatLimits.MIN_YEAR && year <= FormatLimits.MAX_YEAR,
        FormatFault.BIRTH_RANGE,
        "birth");
    return new Birth(LocalDate.of(year, 1, 1).toEpochDay(), Precision.YEAR);
  }

  private LocalDate first() {
    return LocalDate.ofEpochDay(firstDay);
  }

  /** The year. */
  public int year() {
    return first().getYear();
  }

  /** The month, 1 to 12, where it is known. */
  public OptionalInt month() {
    return precision == Precision.YEAR
        ? OptionalInt.empty()
        : OptionalInt.of(first().getMonthValue());
  }

  /** The full date, where it is known. */
  public Optional<LocalDate> date() {
    return precision == Precision.DAY ? Optional.of(first()) : Optional.empty();
  }

  /** ISO 8601 with the parts that are known: {@code 1984}, {@code 1984-03}, {@code 1984-03-12}. */
  public String iso() {
    return switch (precision) {
      case DAY -> first().toString();
      case MONTH -> YearMonth.from(first()).toString();
      case YEAR -> Integer.toString(year());
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Birth that && that.firstDay == firstDay && that.precision == precision;
  }

  @Override
  public int hashCode() {
    return firstDay;
  }

  /** Shows nothing: a birth date is personal data; {@link #iso()} is for where it belongs. */
  @Override
  public String toString() {
    return "Birth";
  }
}
