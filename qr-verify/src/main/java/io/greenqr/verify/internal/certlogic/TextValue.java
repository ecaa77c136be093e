package io.greenqr.verify.internal.certlogic;

/** A text. */
public abstract sealed class TextValue extends Value permits PlainText, TimeText {
  TextValue() {}

  /** A text that is known. */
  public static TextValue of(String text) {
    return new PlainText(text);
  }

  /** The text. */
  public abstract String text();

  /**
   * The instant that {@code plusTime} reads in it, in milliseconds since 1970.
   *
   * @throws Fault NOT_A_DATE, TOO_MANY_STEPS
   */
  abstract long millis(Scope scope);

  /**
   * The instant that {@code dccDateOfBirth} reads in it, in milliseconds since 1970.
   *
   * @throws Fault NOT_A_DATE
   */
  abstract long birthMillis();

  @Override
  final boolean isTruthy() {
    return !isEmpty();
  }

  abstract boolean isEmpty();

  @Override
  final boolean isComparable() {
    return true;
  }
}
