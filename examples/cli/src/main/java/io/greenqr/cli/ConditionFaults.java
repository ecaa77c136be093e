package io.greenqr.cli;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.verify.certlogic.CertLogicExpression;
import io.greenqr.verify.fault.CertLogicException;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a policy that no gate of this release could evaluate. */
final class ConditionFaults {
  private final List<CliException> faults = new ArrayList<>();

  private ConditionFaults() {}

  /** Every fault, named by code and JSON Pointer into the policy. */
  static List<CliException> of(PolicyContent content) {
    ConditionFaults found = new ConditionFaults();
    content
        .lifts()
        .forEach((guard, condition) -> found.compile(condition, "/lifts/" + guard.jsonName()));
    for (int i = 0; i < content.rules().size(); i++) {
      PolicyRule rule = content.rules().get(i);
      String place = "/rules/" + i;
      rule.when().ifPresent(when -> found.compile(when, place + "/when"));
      found.compile(rule.condition(), place + "/condition");
    }
    return found.faults;
  }

  private void compile(JsonValue condition, String place) {
    try {
      CertLogicExpression.compile(condition);
    } catch (CertLogicException e) {
      faults.add(
          new CliException(
              GreenQr.UNREADABLE,
              e.fault().name(),
              "condition that cannot be evaluated: " + place + e.place()));
    }
  }
}
