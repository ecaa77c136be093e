package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Operations of integers, arrays and identifiers. */
final class Operations {
  private Operations() {}

  /** {@code +} of integers. */
  static final class Add extends Node {
    private final Node left;
    private final Node right;

    Add(Node[] operands) {
      left = operands[0];
      right = operands[1];
    }

    @Override
    Value evaluate(Scope scope) {
      long first = left.integer(scope);
      long second = right.integer(scope);
      long sum = first + second;
      if (((first ^ sum) & (second ^ sum)) < 0) {
        throw new Fault(CertLogicFault.INTEGER_RANGE);
      }
      return IntegerValue.of(sum);
    }
  }

  /** {@code reduce}: a fold of an array from its first element on. */
  static final class Reduce extends Node {
    private final Node operand;
    private final Node lambda;
    private final Node initial;
    private final int stepsPerItem;

    Reduce(Node operand, Node lambda, Node initial, int stepsPerItem) {
      this.operand = operand;
      this.lambda = lambda;
      this.initial = initial;
      this.stepsPerItem = stepsPerItem;
    }

    @Override
    Value evaluate(Scope scope) {
      Value items = operand.evaluate(scope);
      if (items instanceof NullValue) {
        return initial.evaluate(scope);
      }
      if (!(items instanceof ArrayView array)) {
        throw new Fault(CertLogicFault.OPERAND_TYPE);
      }
      Value accumulator = initial.evaluate(scope);
      Value outside = scope.data;
      int size = array.size();
      for (int i = 0; i < size; i++) {
        scope.charge(stepsPerItem);
        scope.data = new LambdaData(array.at(i), accumulator);
        accumulator = lambda.evaluate(scope);
      }
      scope.data = outside;
      return accumulator;
    }
  }

  /** What the paths of a lambda begin at. */
  static final class LambdaData extends ObjectView {
    private static final String CURRENT = "current";
    private static final String ACCUMULATOR = "accumulator";
    static final List<String> NAMES =
        Collections.unmodifiableList(Arrays.asList(CURRENT, ACCUMULATOR));

    private final Value current;
    private final Value accumulator;

    LambdaData(Value current, Value accumulator) {
      this.current = current;
      this.accumulator = accumulator;
    }

    @Override
    public Value member(String name) {
      return switch (name) {
        case CURRENT -> current;
        case ACCUMULATOR -> accumulator;
        default -> NullValue.NULL;
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** {@code extractFromUVCI}: a part of the identifier of a certificate. */
  static final class Fragment extends Node {
    private static final String PREFIX = "URN:UVCI:";

    private final Node operand;
    private final long index;

    Fragment(Node operand, long index) {
      this.operand = operand;
      this.index = index;
    }

    @Override
    Value evaluate(Scope scope) {
      Value value = operand.evaluate(scope);
      if (value instanceof NullValue) {
        return value;
      }
      if (!(value instanceof TextValue text)) {
        throw new Fault(CertLogicFault.OPERAND_TYPE);
      }
      if (scope.trace != null && text.dependsOnClock()) {
        scope.trace.markUntraceable();
      }
      if (index < 0) {
        return NullValue.NULL;
      }
      String identifier = text.text();
      scope.charge(identifier);
      int start = identifier.startsWith(PREFIX) ? PREFIX.length() : 0;
      for (long skipped = 0; skipped < index; skipped++) {
        start = end(identifier, start) + 1;
        if (start > identifier.length()) {
          return NullValue.NULL;
        }
      }
      return TextValue.of(identifier.substring(start, end(identifier, start)));
    }

    private static int end(String identifier, int start) {
      int end = start;
      while (end < identifier.length() && !isSeparator(identifier.charAt(end))) {
        end++;
      }
      return end;
    }

    private static boolean isSeparator(char character) {
      return character == '/' || character == '#' || character == ':';
    }
  }
}
