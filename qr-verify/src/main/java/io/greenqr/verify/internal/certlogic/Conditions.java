package io.greenqr.verify.internal.certlogic;

/** Operations that ask what counts as true. */
final class Conditions {
  private Conditions() {}

  /** {@code if}: one of two operands, and never both. */
  static final class If extends Node {
    private final Node guard;
    private final Node then;
    private final Node otherwise;

    If(Node[] operands) {
      guard = operands[0];
      then = operands[1];
      otherwise = operands[2];
    }

    @Override
    Value evaluate(Scope scope) {
      return chosen(scope).evaluate(scope);
    }

    @Override
    boolean isTruthy(Scope scope) {
      return chosen(scope).isTruthy(scope);
    }

    @Override
    long millis(Scope scope) {
      return chosen(scope).millis(scope);
    }

    private Node chosen(Scope scope) {
      return guard.isTruthy(scope) ? then : otherwise;
    }
  }

  /** {@code and}: the first operand that counts as false, or the last; none behind it is asked. */
  static final class And extends Node {
    private final Node[] operands;

    And(Node[] operands) {
      this.operands = operands;
    }

    @Override
    Value evaluate(Scope scope) {
      Value value = NullValue.NULL;
      for (Node operand : operands) {
        value = operand.evaluate(scope);
        if (!value.isTruthy()) {
          return value;
        }
      }
      return value;
    }

    @Override
    boolean isTruthy(Scope scope) {
      for (Node operand : operands) {
        if (!operand.isTruthy(scope)) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code !}. */
  static final class Not extends Node {
    private final Node operand;

    Not(Node[] operands) {
      operand = operands[0];
    }

    @Override
    Value evaluate(Scope scope) {
      return BooleanValue.of(isTruthy(scope));
    }

    @Override
    boolean isTruthy(Scope scope) {
      return !operand.isTruthy(scope);
    }
  }
}
