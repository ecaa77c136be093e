package io.greenqr.format.fault;

import java.time.Instant;
import java.util.Objects;

/**
 * A caller built a value that the format cannot carry: a bug of the caller, or unchecked input.
 *
 * <p>The factories of the pass and the strict parser share these checks, so nothing can be built
 * that would not be read back. The value itself is never part of the message.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final FormatFault fault;
  private final String field;

  /**
   * A value that breaks a rule.
   *
   * @param fault the rule that was broken
   * @param field name of the field that holds the value, as in the JSON form
   */
  public InvalidValueException(FormatFault fault, String field) {
    super(fault.name() + ": " + field);
    this.fault = fault;
    this.field = Objects.requireNonNull(field);
  }

  /** The rule that was broken. */
  public FormatFault fault() {
    return fault;
  }

  /** Name of the field that holds the value, as in the JSON form. */
  public String field() {
    return field;
  }

  /**
   * Throws TIME_RANGE for {@code field} unless {@code time} is a NumericDate in whole seconds: a
   * fraction would not survive the encoding.
   */
  public static Instant requireNumericDate(Instant time, String field) {
    require(
        time.getNano() == 0
            && time.getEpochSecond() >= 0
            && time.getEpochSecond() <= FormatLimits.MAX_NUMERIC_DATE,
        FormatFault.TIME_RANGE,
        field);
    return time;
  }

  /** Throws for {@code field} unless the rule holds. */
  public static void require(boolean holds, FormatFault fault, String field) {
    if (!holds) {
      throw new InvalidValueException(fault, field);
    }
  }
}
