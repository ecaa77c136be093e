package io.greenqr.verify.internal.certlogic;

/** The forms of dates and date-times that {@code plusTime} and {@code dccDateOfBirth} read. */
final class DateText {
  private DateText() {}

  static long instant(String text) {
    throw Fault.NOT_A_DATE;
  }

  static long date(String text) {
    throw Fault.NOT_A_DATE;
  }
}
