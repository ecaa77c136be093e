package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;
import org.jspecify.annotations.Nullable;

/** An instant in milliseconds, as only {@code plusTime} and {@code dccDateOfBirth} make it. */
public final class DateTimeValue extends Value {
  private final long millis;

  /** How it follows from the clock; only while an evaluation is traced. */
  final @Nullable ClockShift shift;

  DateTimeValue(long millis, @Nullable ClockShift shift) {
    this.millis = millis;
    this.shift = shift;
  }

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  public long millis() {
    return millis;
  }

  /** {@code YYYY-MM-DDThh:mm:ss.SSSZ}. */
  public String text() {
    return Dates.milliText(millis);
  }

  @Override
  boolean isTruthy() {
    throw new Fault(CertLogicFault.NEITHER_TRUTHY_NOR_FALSY);
  }

  @Override
  boolean dependsOnClock() {
    return shift != null;
  }
}
