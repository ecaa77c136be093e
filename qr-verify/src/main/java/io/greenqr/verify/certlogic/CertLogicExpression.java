package io.greenqr.verify.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import io.greenqr.verify.internal.certlogic.FaultValue;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.ResultJson;
import io.greenqr.verify.internal.certlogic.Value;
import org.jspecify.annotations.Nullable;

/**
 * A CertLogic expression (specification 1.3.2), compiled once and evaluated often. Immutable; may
 * be shared between threads.
 *
 * <p>An evaluation always ends, with a value or a fault, whatever the data: nothing is thrown, and
 * time and memory have limits. {@code docs/policies-operators.md} describes the operations, the
 * limits, and what this library decides where the specification leaves it open.
 */
public final class CertLogicExpression {
  private final JsonValue source;
  private final Program program;

  private CertLogicExpression(JsonValue source, Program program) {
    this.source = source;
    this.program = program;
  }

  /**
   * Compiles an expression.
   *
   * @throws CertLogicException if it is none, with the place of the first fault
   */
  public static CertLogicExpression compile(JsonValue expression) throws CertLogicException {
    return new CertLogicExpression(expression, Program.compile(expression));
  }

  /** What the expression gives for the data. */
  public CertLogicResult evaluate(JsonValue data) {
    Value value = program.evaluate(Value.of(data), null);
    if (value instanceof FaultValue stopped) {
      return CertLogicResult.of(stopped.fault());
    }
    @Nullable JsonValue json = ResultJson.of(value);
    return json == null
        ? CertLogicResult.of(CertLogicFault.RESULT_TOO_LARGE)
        : CertLogicResult.of(json);
  }

  /** The expression as it was given. */
  public JsonValue source() {
    return source;
  }

  /** Whether the other is the same expression; the order of members does not matter. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CertLogicExpression that && that.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The type only: a rule may name a person or a facility. */
  @Override
  public String toString() {
    return "CertLogicExpression";
  }
}
