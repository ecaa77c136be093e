package io.greenqr.cli;

import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.admission.RuleResult;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a policy about cases, and remembers what the cases tried. */
final class CaseRun {
  private final PolicyDocument policy;
  private final Map<String, Set<RuleResult.Outcome>> outcomes = new HashMap<>();
  private final Set<String> roles = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private int ok;
  private int failed;

  CaseRun(PolicyDocument policy) {
    this.policy = policy;
  }

  /** The line that tells how a case went. */
  String run(PolicyCase row) throws CliException {
    List<Verification> shown = shown(row);
    Admission admission =
        AdmissionPolicy.unverified(List.of(policy), Clock.fixed(row.at(), ZoneOffset.UTC))
            .evaluate(row.site(), shown);
    for (RuleResult rule : admission.rules()) {
      outcomes
          .computeIfAbsent(rule.rule(), ignored -> EnumSet.noneOf(RuleResult.Outcome.class))
          .add(rule.outcome());
    }
    row.site().role().ifPresent(roles::add);
    places.add(row.site().place());
    List<String> differences = row.differences(admission);
    if (differences.isEmpty()) {
      ok++;
      return "ok      " + row.name();
    }
    failed++;
    return "FAILED  " + row.name() + ": " + String.join("; ", differences);
  }

  private static List<Verification> shown(PolicyCase row) throws CliException {
    List<Verification> shown = new ArrayList<>();
    try {
      for (ShownPass pass : row.passes()) {
        shown.add(pass.verify(row.at()));
      }
    } catch (InvalidValueException e) {
      throw new CliException(
          GreenQr.UNREADABLE,
          e.fault().name(),
          "the case '" + row.name() + "' shows what no pass can hold");
    }
    return shown;
  }

  boolean isOk() {
    return failed == 0;
  }

  String summary() {
    return (ok + failed) + " cases: " + ok + " ok, " + failed + " FAILED";
  }

  boolean tried(String rule, RuleResult.Outcome outcome) {
    return outcomes.getOrDefault(rule, Set.of()).contains(outcome);
  }

  boolean triedRole(String role) {
    return roles.contains(role);
  }

  boolean triedPlace(String place) {
    return places.contains(place);
  }
}
