package io.greenqr.verify.admission;

import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.fault.CertLogicFault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one rule of the policy said. */
public final class RuleResult {
  /** What a rule can say. */
  public enum Outcome {
    /** The condition holds. */
    HOLDS,
    /** The condition does not hold. */
    FAILS,
    /** The rule is for others. */
    NOT_APPLICABLE,
    /** The rule could not be evaluated. */
    ERROR
  }

  private final PolicyRule rule;
  private final RuleAnswer answer;
  private final @Nullable Instant holdsFrom;
  private final ZoneOffset utcOffset;

  RuleResult(
      PolicyRule rule, RuleAnswer answer, @Nullable Instant holdsFrom, ZoneOffset utcOffset) {
    this.rule = rule;
    this.answer = answer;
    this.holdsFrom = holdsFrom;
    this.utcOffset = utcOffset;
  }

  /** Name of the rule in the policy. */
  public String rule() {
    return rule.name();
  }

  /** What it said. */
  public Outcome outcome() {
    return answer.outcome();
  }

  /** The colour that it gives: green unless it fails or is in error. */
  public TrafficLight colour() {
    return answer.colour(rule.otherwise());
  }

  /** Why it could not be evaluated; for {@link Outcome#ERROR}, absent for a result of no sense. */
  public Optional<CertLogicFault> fault() {
    return Optional.ofNullable(answer.fault());
  }

  /**
   * From when on a rule that fails will hold with the same passes; absent if waiting does not help,
   * and where that cannot be computed.
   */
  public Optional<Instant> holdsFrom() {
    return Optional.ofNullable(holdsFrom);
  }

  /** Why the rule says no. */
  public Words reason() {
    return rule.reason();
  }

  /** What would make the rule hold: what to do, or until when to wait. */
  public Words remedy() {
    Words wait = rule.waiting().orElse(null);
    Instant from = holdsFrom;
    return from == null || wait == null ? rule.remedy() : wait.at(from, utcOffset);
  }

  /** Name and outcome. */
  @Override
  public String toString() {
    return "RuleResult[" + rule() + ", " + outcome() + "]";
  }
}
