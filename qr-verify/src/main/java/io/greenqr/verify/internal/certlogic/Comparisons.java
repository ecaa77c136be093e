package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/** Operations that compare two or three operands. */
final class Comparisons {
  private Comparisons() {}

  /** The order that neighbours must have. */
  enum Order {
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST;

    boolean holds(long left, long right) {
      return switch (this) {
        case LESS -> left < right;
        case GREATER -> left > right;
        case AT_MOST -> left <= right;
        case AT_LEAST -> left >= right;
      };
    }
  }

  /** A comparison whose value is a boolean. */
  abstract static class Relation extends Node {
    @Override
    final Value evaluate(Scope scope) {
      return BooleanValue.of(isTruthy(scope));
    }

    @Override
    abstract boolean isTruthy(Scope scope);
  }

  /** {@code ===}. */
  static final class Same extends Relation {
    private final Node left;
    private final Node right;

    Same(Node[] operands) {
      left = operands[0];
      right = operands[1];
    }

    @Override
    boolean isTruthy(Scope scope) {
      Value value = left.evaluate(scope);
      return value.isSame(right.evaluate(scope), scope);
    }
  }

  /** {@code in}. */
  static final class In extends Relation {
    private final Node element;
    private final Node array;

    In(Node[] operands) {
      element = operands[0];
      array = operands[1];
    }

    @Override
    boolean isTruthy(Scope scope) {
      Value wanted = element.evaluate(scope);
      if (!(array.evaluate(scope) instanceof ArrayView values)) {
        throw new Fault(CertLogicFault.OPERAND_TYPE);
      }
      int size = values.size();
      for (int i = 0; i < size; i++) {
        scope.charge(1);
        if (wanted.isSame(values.at(i), scope)) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code <}, {@code >}, {@code <=} and {@code >=} of integers. */
  static final class Integers extends Relation {
    private final Order order;
    private final Node[] operands;

    Integers(Order order, Node[] operands) {
      this.order = order;
      this.operands = operands;
    }

    @Override
    boolean isTruthy(Scope scope) {
      long first = operands[0].integer(scope);
      long second = operands[1].integer(scope);
      if (operands.length == 2) {
        return order.holds(first, second);
      }
      long third = operands[2].integer(scope);
      return order.holds(first, second) && order.holds(second, third);
    }
  }

  /** {@code after}, {@code before}, {@code not-after} and {@code not-before} of date-times. */
  static final class DateTimes extends Relation {
    private final Order order;
    private final Node[] operands;

    DateTimes(Order order, Node[] operands) {
      this.order = order;
      this.operands = operands;
    }

    @Override
    boolean isTruthy(Scope scope) {
      if (scope.trace != null) {
        return isTruthy(scope, scope.trace);
      }
      long first = operands[0].millis(scope);
      long second = operands[1].millis(scope);
      if (operands.length == 2) {
        return order.holds(first, second);
      }
      long third = operands[2].millis(scope);
      return order.holds(first, second) && order.holds(second, third);
    }

    private boolean isTruthy(Scope scope, ClockTrace trace) {
      DateTimeValue[] values = new DateTimeValue[operands.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = operands[i].dateTime(scope);
      }
      for (int i = 1; i < values.length; i++) {
        trace.compared(values[i - 1], values[i]);
        if (!order.holds(values[i - 1].millis(), values[i].millis())) {
          return false;
        }
      }
      return true;
    }
  }
}
