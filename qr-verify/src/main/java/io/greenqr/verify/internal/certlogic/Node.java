package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/** An operation, a literal or a data access of a compiled expression. Immutable. */
abstract class Node {
  /**
   * The value.
   *
   * @throws Fault any of the faults of evaluations
   */
  abstract Value evaluate(Scope scope);

  /** The value as a condition. */
  boolean isTruthy(Scope scope) {
    return evaluate(scope).isTruthy();
  }

  /** The value as a date-time, in milliseconds since 1970; spares the object that would hold it. */
  long millis(Scope scope) {
    return dateTime(scope).millis();
  }

  final DateTimeValue dateTime(Scope scope) {
    if (evaluate(scope) instanceof DateTimeValue date) {
      return date;
    }
    throw new Fault(CertLogicFault.OPERAND_TYPE);
  }

  final long integer(Scope scope) {
    if (evaluate(scope) instanceof IntegerValue integer) {
      return integer.value();
    }
    throw new Fault(CertLogicFault.OPERAND_TYPE);
  }

  final TextValue text(Scope scope) {
    if (evaluate(scope) instanceof TextValue text) {
      return text;
    }
    throw new Fault(CertLogicFault.OPERAND_TYPE);
  }
}
