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
  private final int year;
  private final int month;
  private final int day;

  private Birth(int year, int month, int day) {
    InvalidValueException.require(
        year >= FormatLimits.MIN_YEAR && year <= FormatLimits.MAX_YEAR,
        FormatFault.BIRTH_RANGE,
        "birth");
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * A full date.
   *
   * @throws InvalidValueException BIRTH_RANGE before 1850 or after 2199, as all factories here
   */
  public static Birth of(LocalDate date) {
    return new Birth(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** A month whose day is not known. */
  public static Birth of(YearMonth month) {
    return new Birth(month.getYear(), month.getMonthValue(), 0);
  }

  /** A year whose month and day are not known. */
  public static Birth ofYear(int year) {
    return new Birth(year, 0, 0);
  }

  /** The year. */
  public int year() {
    return year;
  }

  /** The month, 1 to 12, where it is known. */
  public OptionalInt month() {
    return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /** The full date, where it is known. */
  public Optional<LocalDate> date() {
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /** ISO 8601 with the parts that are known: {@code 1984}, {@code 1984-03}, {@code 1984-03-12}. */
  public String iso() {
    return day != 0
        ? LocalDate.of(year, month, day).toString()
        : month != 0 ? YearMonth.of(year, month).toString() : Integer.toString(year);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Birth that
        && that.year == year
        && that.month == month
        && that.day == day;
  }

  @Override
  public int hashCode() {
    return (year * 16 + month) * 32 + day;
  }

  /** Shows nothing: a birth date is personal data; {@link #iso()} is for where it belongs. */
  @Override
  public String toString() {
    return "Birth";
  }
}
