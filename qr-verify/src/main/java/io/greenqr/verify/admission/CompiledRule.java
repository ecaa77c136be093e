package io.greenqr.verify.admission;

import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import io.greenqr.verify.internal.certlogic.ArrayView;
import io.greenqr.verify.internal.certlogic.BooleanValue;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import io.greenqr.verify.internal.certlogic.FaultValue;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.Value;
import org.jspecify.annotations.Nullable;

/** A rule whose conditions are compiled. */
final class CompiledRule {
  private static final RuleResult.Outcome[] OUTCOMES = RuleResult.Outcome.values();

  private final PolicyRule rule;
  private final @Nullable Program when;
  private final Program condition;

  CompiledRule(PolicyRule rule) throws CertLogicException {
    this.rule = rule;
    this.when = rule.when().isPresent() ? Program.compile(rule.when().get()) : null;
    this.condition = Program.compile(rule.condition());
  }

  PolicyRule rule() {
    return rule;
  }

  /** What the rule says, as {@link #outcome} and {@link #fault} read it. */
  int evaluate(@Nullable String role, Value view, @Nullable ClockTrace trace) {
    if (!rule.roles().isEmpty() && !rule.roles().contains(role)) {
      return RuleResult.Outcome.NOT_APPLICABLE.ordinal();
    }
    if (when != null) {
      int applies = outcome(when.evaluate(view, trace));
      if (applies != RuleResult.Outcome.HOLDS.ordinal()) {
        return applies == RuleResult.Outcome.FAILS.ordinal()
            ? RuleResult.Outcome.NOT_APPLICABLE.ordinal()
            : applies;
      }
    }
    return outcome(condition.evaluate(view, trace));
  }

  /**
   * Only true is yes. A value that merely counts as true would let a rule that was written wrongly,
   * such as one that gives back a text, let everybody in.
   */
  private static int outcome(Value value) {
    if (value == BooleanValue.TRUE) {
      return RuleResult.Outcome.HOLDS.ordinal();
    }
    if (isFalsy(value)) {
      return RuleResult.Outcome.FAILS.ordinal();
    }
    int fault = value instanceof FaultValue error ? error.fault().ordinal() + 1 : 0;
    return RuleResult.Outcome.ERROR.ordinal() + fault * OUTCOMES.length;
  }

  private static boolean isFalsy(Value value) {
    return value == BooleanValue.FALSE
        || value == NullValue.NULL
        || (value instanceof IntegerValue number && number.value() == 0)
        || (value instanceof TextValue text && text.text().isEmpty())
        || (value instanceof ArrayView array && array.size() == 0)
        || (value instanceof ObjectView object && object.isEmpty());
  }

  static RuleResult.Outcome outcome(int evaluated) {
    return OUTCOMES[evaluated % OUTCOMES.length];
  }

  static @Nullable CertLogicFault fault(int evaluated) {
    int fault = evaluated / OUTCOMES.length;
    return fault == 0 ? null : CertLogicFault.values()[fault - 1];
  }

  TrafficLight colour(int evaluated) {
    return switch (outcome(evaluated)) {
      case HOLDS, NOT_APPLICABLE -> TrafficLight.GREEN;
      case FAILS -> rule.otherwise();
      case ERROR -> TrafficLight.RED;
    };
  }
}
