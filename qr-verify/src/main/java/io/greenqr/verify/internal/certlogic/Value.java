package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicFault;

/** A value during an evaluation. Immutable. */
public abstract sealed class Value
    permits NullValue,
        BooleanValue,
        IntegerValue,
        FractionValue,
        TextValue,
        DateTimeValue,
        ArrayView,
        ObjectView,
        FaultValue {
  Value() {}

  /** A view of JSON: nothing is converted before it is asked for. */
  public static Value of(JsonValue json) {
    return switch (json.kind()) {
      case NULL -> NullValue.NULL;
      case BOOLEAN -> BooleanValue.of(json.booleanValue());
      case INTEGER -> IntegerValue.of(json.integerValue());
      case NUMBER -> new FractionValue(json);
      case STRING -> TextValue.of(json.text());
      case ARRAY -> new JsonArray(json.elements());
      case OBJECT -> new JsonObject(json);
    };
  }

  /**
   * Whether it counts as true; the other values count as false.
   *
   * @throws Fault NEITHER_TRUTHY_NOR_FALSY for date-times and fractions
   */
  abstract boolean isTruthy();

  /**
   * Whether the two are one null, boolean, integer or text. Values of other types differ from
   * those, and cannot be compared among themselves: the evaluators of the specification disagree
   * about them, and a rule that holds on one device must hold on the next.
   *
   * @throws Fault OPERAND_TYPE if both are dates, arrays, objects or fractions; TOO_MANY_STEPS
   */
  boolean isSame(Value other, Scope scope) {
    if (!other.isComparable()) {
      throw new Fault(CertLogicFault.OPERAND_TYPE);
    }
    return false;
  }

  /** Whether {@code ===} and {@code in} can find it equal to anything. */
  boolean isComparable() {
    return false;
  }

  /** Whether it may be another value at another time of the clock. */
  boolean dependsOnClock() {
    return false;
  }

  /** The type only: values may be a person's health. */
  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
