package io.greenqr.verify.admission;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.fault.CertLogicFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may enter a place, and why; the answer of {@link AdmissionPolicy#evaluate}.
 *
 * <p>Shows nothing of the person but through {@link #view}. Immutable; what changes with time is
 * computed when it is first asked for, and takes as long as some dozens of evaluations.
 */
public final class Admission {
  private final AdmissionPolicy policies;
  private final ShownPasses shown;
  private final Site site;
  private final long now;
  private final Assessment assessment;
  private @Nullable Outlook outlook;

  Admission(
      AdmissionPolicy policies, ShownPasses shown, Site site, long now, Assessment assessment) {
    this.policies = policies;
    this.shown = shown;
    this.site = site;
    this.now = now;
    this.assessment = assessment;
  }

  /** The answer: only green is yes. */
  public TrafficLight colour() {
    return assessment.colour();
  }

  /** What the answer rests on. */
  public AdmissionCode code() {
    return assessment.code();
  }

  /** The place that was asked about. */
  public Site site() {
    return site;
  }

  /** The time for which it holds, in whole seconds. */
  public Instant evaluatedAt() {
    return Instant.ofEpochSecond(now);
  }

  /** The policy in force, also one that could not be asked; absent if there is none. */
  public Optional<PolicyDocument> policy() {
    CompiledPolicy policy = assessment.policy();
    return policy == null ? Optional.empty() : Optional.of(policy.document());
  }

  /** Why this release cannot evaluate the policy in force, where its conditions are the reason. */
  public Optional<CertLogicFault> unreadable() {
    CompiledPolicy policy = assessment.policy();
    return policy == null ? Optional.empty() : policy.fault().map(it -> it.fault());
  }

  /** The guards that are raised, in their order, also those that the policy lifts. */
  public List<GuardResult> guards() {
    List<GuardResult> guards = new ArrayList<>();
    for (Guard guard : Guard.values()) {
      if (assessment.isRaised(guard)) {
        guards.add(new GuardResult(guard, assessment.isLifted(guard)));
      }
    }
    return Collections.unmodifiableList(guards);
  }

  /** What each rule of the policy said, in its order; empty unless the rules decided. */
  public List<RuleResult> rules() {
    CompiledPolicy policy = assessment.policy();
    if (policy == null || assessment.ruleCount() == 0) {
      return Collections.emptyList();
    }
    List<RuleResult> rules = new ArrayList<>(assessment.ruleCount());
    for (int i = 0; i < assessment.ruleCount(); i++) {
      RuleAnswer answer = assessment.rule(i);
      rules.add(
          new RuleResult(
              policy.rules().get(i).rule(),
              answer,
              answer == RuleAnswer.FAILS ? outlook().ruleFrom(i) : null,
              policy.document().utcOffset()));
    }
    return Collections.unmodifiableList(rules);
  }

  /**
   * Why it is not green: what the code says unless the rules decided, and what each guard and rule
   * says that is not green. Empty for green.
   */
  public List<Words> reasons() {
    List<Words> reasons = new ArrayList<>();
    if (code() != AdmissionCode.RULES) {
      reasons.add(code().words());
    }
    for (GuardResult guard : guards()) {
      if (guard.colour() != TrafficLight.GREEN) {
        reasons.add(guard.reason());
      }
    }
    for (RuleResult rule : rules()) {
      if (rule.outcome() == RuleResult.Outcome.FAILS) {
        reasons.add(rule.reason());
      }
    }
    return Collections.unmodifiableList(reasons);
  }

  /** What would make it green, in the order of {@link #reasons}; empty for green. */
  public List<Words> remedies() {
    List<Words> remedies = new ArrayList<>();
    for (GuardResult guard : guards()) {
      if (guard.colour() != TrafficLight.GREEN) {
        remedies.add(guard.remedy());
      }
    }
    for (RuleResult rule : rules()) {
      if (rule.outcome() == RuleResult.Outcome.FAILS) {
        remedies.add(rule.remedy());
      }
    }
    return Collections.unmodifiableList(remedies);
  }

  private Outlook outlook() {
    Outlook known = outlook;
    if (known == null) {
      known = Outlook.of(policies, shown, site, now, assessment);
      outlook = known;
    }
    return known;
  }

  /**
   * Until when, exclusive, the colour is known to be this with the same passes, policies and trust
   * data: the first time at which it is another, or that up to which was looked, two years and 128
   * changes at most. Absent where the clock is used in a way that tells nothing about later.
   */
  public Optional<Instant> holdsUntil() {
    return Optional.ofNullable(outlook().holdsUntil());
  }

  /**
   * From when on it is green with the same passes, policies and trust data; absent if waiting does
   * not help, and where that is not known.
   */
  public Optional<Instant> greenFrom() {
    return Optional.ofNullable(outlook().greenFrom());
  }

  /**
   * How old the trust and status data are that it rests on: those of the pass with the oldest.
   * Absent where that is not known, as for keys pinned by hand.
   */
  public Optional<Duration> dataAge() {
    Long asOf = new TrustTimes(shown, policies.trust(), now).asOf();
    return asOf == null ? Optional.empty() : Optional.of(Duration.ofSeconds(now - asOf));
  }

  /** How well claims must be vouched for to count; all self-declared where no policy was asked. */
  public Assurance assuranceNeeded() {
    CompiledPolicy policy = assessment.policy();
    PolicyContent content = policy == null ? null : policy.content();
    return content == null ? Assurance.NONE : content.assurance();
  }

  /** How well the claims that were shown are vouched for: of each kind the best. */
  public Assurance assuranceShown() {
    Assurance best = Assurance.NONE;
    for (Accepted pass : shown.accepted()) {
      for (ClaimKind kind : pass.pass().kinds()) {
        Assurance.Level level = pass.pass().assurance().level(kind);
        if (level.compareTo(best.level(kind)) > 0) {
          best = best.with(kind, level);
        }
      }
    }
    return best;
  }

  /** What somebody in {@code role} may see. */
  public AdmissionView view(ViewRole role) {
    // Of several people, or perhaps several, none is shown as the one who may or may not enter.
    boolean one = shown.match() == PersonMatch.SAME;
    return new AdmissionView(this, one ? shown.subject() : null, role);
  }

  /** Colour and code. */
  @Override
  public String toString() {
    return "Admission[" + colour() + ", " + code() + "]";
  }
}
