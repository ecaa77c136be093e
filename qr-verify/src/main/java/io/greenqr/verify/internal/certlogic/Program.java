package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import org.jspecify.annotations.Nullable;

/** A compiled expression. Immutable; may be shared between threads. */
public final class Program {
  private final Node root;

  private Program(Node root) {
    this.root = root;
  }

  /**
   * Compiles an expression.
   *
   * @throws CertLogicException if it is none
   */
  public static Program compile(JsonValue expression) throws CertLogicException {
    return new Program(Compiler.compile(expression));
  }

  /**
   * The value for the data, or a {@link FaultValue}. Throws nothing.
   *
   * @param trace learns when the value could change with the clock; null if nobody asks
   */
  public Value evaluate(Value data, @Nullable ClockTrace trace) {
    Value value;
    try {
      value = root.evaluate(new Scope(data, trace));
    } catch (Fault stop) {
      return new FaultValue(stop.code);
    }
    if (trace != null && showsClock(value)) {
      trace.markUntraceable();
    }
    return value;
  }

  /** What is inside an array or object is not looked at: no rule of passes gives one. */
  private static boolean showsClock(Value value) {
    return value instanceof ArrayView || value instanceof ObjectView || value.dependsOnClock();
  }
}
