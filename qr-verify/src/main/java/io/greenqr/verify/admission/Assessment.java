package io.greenqr.verify.admission;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policies say of what a person showed, at one time (docs/spec/policy.md section 8). */
final class Assessment {
  private static final Guard[] GUARDS = Guard.values();
  private static final RuleAnswer[] NO_RULES = {};

  private final AdmissionCode code;
  private final TrafficLight colour;
  private final @Nullable CompiledPolicy policy;

  /** Bits by the code of the guard. */
  private final int raised;

  private final int lifted;

  /** What each rule of the policy said. */
  private final RuleAnswer[] rules;

  /** The next second at which this may be another, but for what a trace knows. */
  private final long nextChange;

  private Assessment(
      AdmissionCode code,
      TrafficLight colour,
      @Nullable CompiledPolicy policy,
      int raised,
      int lifted,
      RuleAnswer[] rules,
      long nextChange) {
    this.code = code;
    this.colour = colour;
    this.policy = policy;
    this.raised = raised;
    this.lifted = lifted;
    this.rules = rules;
    this.nextChange = nextChange;
  }

  /**
   * Asks at {@code now}, in seconds since 1970.
   *
   * @param trace learns when conditions may say something else; null if nobody asks
   */
  static Assessment make(
      AdmissionPolicy policies,
      ShownPasses shown,
      Site site,
      long now,
      @Nullable ClockTrace trace) {
    TrustTimes trust = new TrustTimes(shown, policies.trust(), now);
    AdmissionCode code = beforePolicies(policies, shown, trust, now);
    if (code != AdmissionCode.RULES) {
      return undecided(code, null, trust.nextChange());
    }
    PolicyChoice choice = PolicyChoice.of(policies.policies(), site, Instant.ofEpochSecond(now));
    CompiledPolicy policy = choice.policy();
    PolicyContent content = policy == null ? null : policy.content();
    if (policy == null || content == null || choice.code() != AdmissionCode.RULES) {
      return undecided(choice.code(), policy, trust.nextChange());
    }
    return byRules(policy, content.assurance(), shown, site, trust, now, trace);
  }

  private static AdmissionCode beforePolicies(
      AdmissionPolicy policies, ShownPasses shown, TrustTimes trust, long now) {
    if (trust.isClosed()) {
      return AdmissionCode.TRUST_CLOSED;
    }
    if (!policies.isAvailable()) {
      return AdmissionCode.POLICY_UNAVAILABLE;
    }
    if (shown.match() == PersonMatch.DIFFERENT) {
      return AdmissionCode.PERSONS_DIFFER;
    }
    return shown.anyHoldsAt(now) ? AdmissionCode.RULES : AdmissionCode.PASS_NONE;
  }

  private static Assessment byRules(
      CompiledPolicy policy,
      Assurance needed,
      ShownPasses shown,
      Site site,
      TrustTimes trust,
      long now,
      @Nullable ClockTrace trace) {
    int offset = policy.document().utcOffset().getTotalSeconds();
    Evidence evidence = new Evidence(shown, needed, now, offset);
    EvidenceView view = new EvidenceView(shown, evidence, site, trust, now, offset / 60);
    TrafficLight colour = TrafficLight.GREEN;
    int raised = 0;
    int lifted = 0;
    for (Guard guard : GUARDS) {
      if (isRaised(guard, shown, evidence, trust)) {
        raised |= 1 << guard.code();
        if (isLifted(guard, policy, evidence, view, trace)) {
          lifted |= 1 << guard.code();
        } else {
          colour = colour.worse(guard.colour());
        }
      }
    }
    List<CompiledRule> compiled = policy.rules();
    RuleAnswer[] rules = new RuleAnswer[compiled.size()];
    AdmissionCode code = AdmissionCode.RULES;
    for (int i = 0; i < rules.length; i++) {
      CompiledRule rule = compiled.get(i);
      rules[i] = rule.evaluate(site.roleOrNull(), view, trace);
      colour = colour.worse(rules[i].colour(rule.rule().otherwise()));
      if (rules[i].outcome() == RuleResult.Outcome.ERROR) {
        code = AdmissionCode.RULE_ERROR;
      }
    }
    long next = Math.min(trust.nextChange(), evidence.nextChange());
    return new Assessment(code, colour, policy, raised, lifted, rules, next);
  }

  /**
   * Of several states each must be lifted: the most favourable one must not speak for the others.
   */
  private static boolean isLifted(
      Guard guard,
      CompiledPolicy policy,
      Evidence evidence,
      EvidenceView view,
      @Nullable ClockTrace trace) {
    if (guard != Guard.ACTIVE_MONITORING) {
      return policy.lifts(guard, view, trace);
    }
    boolean lifted = true;
    for (MonitoringView state : evidence.monitoring().standing()) {
      lifted &= policy.lifts(guard, view.with(state), trace);
    }
    return lifted;
  }

  private static boolean isRaised(
      Guard guard, ShownPasses shown, Evidence evidence, TrustTimes trust) {
    return switch (guard) {
      case POSITIVE_TEST -> evidence.isPositive();
      case ACTIVE_MONITORING -> !evidence.monitoring().standing().isEmpty();
      case STATUS_RESTRICTED -> shown.has(Accepted.StatusKnowledge.RESTRICTED);
      case STATUS_UNCHECKED -> shown.has(Accepted.StatusKnowledge.UNCHECKED);
      case TRUST_STALE -> trust.isStale();
      case PERSON_DOUBTFUL -> shown.match() == PersonMatch.DOUBTFUL;
      case PASS_REJECTED -> shown.hasRejected();
    };
  }

  /** An answer that no rule gave: red, whatever else is known. */
  static Assessment undecided(
      AdmissionCode code, @Nullable CompiledPolicy policy, long nextChange) {
    return new Assessment(code, TrafficLight.RED, policy, 0, 0, NO_RULES, nextChange);
  }

  AdmissionCode code() {
    return code;
  }

  TrafficLight colour() {
    return colour;
  }

  @Nullable CompiledPolicy policy() {
    return policy;
  }

  boolean isRaised(Guard guard) {
    return (raised >>> guard.code() & 1) != 0;
  }

  boolean isLifted(Guard guard) {
    return (lifted >>> guard.code() & 1) != 0;
  }

  /** How many rules the policy has that was asked. */
  int ruleCount() {
    return rules.length;
  }

  /** What a rule said. */
  RuleAnswer rule(int index) {
    return rules[index];
  }

  long nextChange() {
    return nextChange;
  }
}
