package io.greenqr.verify.internal.certlogic;

import org.jspecify.annotations.Nullable;

/** Operations that make a date-time from a text. */
final class DateOperations {
  private DateOperations() {}

  /** Either of them. */
  abstract static class FromText extends Node {
    final Node operand;
    private final Duration amount;

    FromText(Node operand, Duration amount) {
      this.operand = operand;
      this.amount = amount;
    }

    /** The instant that the text means before it is moved. */
    abstract long read(TextValue text, Scope scope);

    @Override
    final Value evaluate(Scope scope) {
      TextValue text = operand.text(scope);
      @Nullable ClockShift shift = shift(text, scope);
      return new DateTimeValue(amount.addTo(read(text, scope)), shift);
    }

    @Override
    final long millis(Scope scope) {
      return amount.addTo(read(operand.text(scope), scope));
    }

    /** How the date-time follows from the clock, if it does and someone wants to know. */
    private @Nullable ClockShift shift(TextValue text, Scope scope) {
      if (scope.trace != null && text instanceof TimeText time && time.dependsOnClock()) {
        ClockShift shift = new ClockShift(time, amount);
        scope.trace.ranged(shift);
        return shift;
      }
      return null;
    }
  }

  /** {@code plusTime}. */
  static final class PlusTime extends FromText {
    PlusTime(Node operand, Duration amount) {
      super(operand, amount);
    }

    @Override
    long read(TextValue text, Scope scope) {
      return text.millis(scope);
    }
  }

  /** {@code dccDateOfBirth}. */
  static final class BirthDate extends FromText {
    BirthDate(Node operand) {
      super(operand, Duration.zero());
    }

    @Override
    long read(TextValue text, Scope scope) {
      return text.birthMillis();
    }
  }
}
