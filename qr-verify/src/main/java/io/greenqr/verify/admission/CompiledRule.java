package io.greenqr.verify.admission;

import io.greenqr.format.policy.PolicyRule;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.Value;
import org.jspecify.annotations.Nullable;

/** A rule whose conditions are compiled. */
final class CompiledRule {
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

  RuleAnswer evaluate(@Nullable String role, Value view, @Nullable ClockTrace trace) {
    if (!rule.roles().isEmpty() && !rule.roles().contains(role)) {
      return RuleAnswer.NOT_APPLICABLE;
    }
    if (when != null) {
      RuleAnswer applies = RuleAnswer.of(when.evaluate(view, trace));
      if (applies != RuleAnswer.HOLDS) {
        return applies == RuleAnswer.FAILS ? RuleAnswer.NOT_APPLICABLE : applies;
      }
    }
    return RuleAnswer.of(condition.evaluate(view, trace));
  }
}
