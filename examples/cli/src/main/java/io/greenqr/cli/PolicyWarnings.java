package io.greenqr.cli;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.admission.RuleResult;
import io.greenqr.verify.admission.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a policy may say, and its author will regret. */
final class PolicyWarnings {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Pattern FILLED = Pattern.compile("\\{(date|time)}");

  private final PolicyDocument policy;
  private final PolicyContent content;
  private final List<String> warnings = new ArrayList<>();

  private PolicyWarnings(PolicyDocument policy, PolicyContent content) {
    this.policy = policy;
    this.content = content;
  }

  /** About the policy as it is; its conditions compile. */
  static List<String> of(PolicyDocument policy, PolicyContent content) {
    PolicyWarnings found = new PolicyWarnings(policy, content);
    found.nothingShown();
    found.liftedAlways();
    found.words();
    found.rolesForNothing();
    return found.warnings;
  }

  /** About what the cases left untried. */
  static List<String> of(PolicyDocument policy, PolicyContent content, CaseRun cases) {
    PolicyWarnings found = new PolicyWarnings(policy, content);
    found.untried(cases);
    return found.warnings;
  }

  private void nothingShown() {
    Instant first =
        policy.validFrom().isBefore(PassVerifier.FORMAT_EPOCH)
            ? PassVerifier.FORMAT_EPOCH
            : policy.validFrom();
    if (!first.isBefore(policy.validUntil())) {
      return;
    }
    Verification nothing =
        SimulatedGate.pinned(first)
            .verify(CwtClaims.of(first, policy.validUntil(), NothingShown.at(first)));
    AdmissionPolicy asked =
        AdmissionPolicy.unverified(List.of(policy), Clock.fixed(first, ZoneOffset.UTC));
    List<String> open = new ArrayList<>();
    Set<String> errors = new LinkedHashSet<>();
    for (Site site : sites()) {
      Admission admission = asked.evaluate(site, nothing);
      if (admission.colour() == TrafficLight.GREEN) {
        open.add(site.place() + site.role().map(role -> "/" + role).orElse(""));
      }
      for (RuleResult rule : admission.rules()) {
        if (rule.outcome() == RuleResult.Outcome.ERROR) {
          errors.add(rule.rule() + rule.fault().map(it -> " (" + it + ")").orElse(""));
        }
      }
    }
    if (!open.isEmpty()) {
      warnings.add("green for a pass without any useful claim: " + String.join(", ", open));
    }
    for (String error : errors) {
      warnings.add("cannot be evaluated for a pass without any useful claim: rule " + error);
    }
  }

  private List<Site> sites() {
    List<String> places = policy.places().isEmpty() ? List.of("any") : policy.places();
    List<Site> sites = new ArrayList<>();
    for (String place : places) {
      Site site = Site.of(policy.jurisdiction(), place);
      if (content.roles().isEmpty()) {
        sites.add(site);
      }
      content.roles().forEach(role -> sites.add(site.withRole(role)));
    }
    return sites;
  }

  private void liftedAlways() {
    content
        .lifts()
        .forEach(
            (guard, condition) -> {
              if (condition.equals(JsonValue.of(true))) {
                warnings.add("the guard " + guard.jsonName() + " is lifted for everybody");
              }
            });
  }

  private void words() {
    unfilled("the title", content.title());
    for (PolicyRule rule : content.rules()) {
      String name = "rule " + rule.name();
      unfilled("the reason of " + name, rule.reason());
      unfilled("the remedy of " + name, rule.remedy());
      rule.waiting().ifPresent(wait -> waiting(name, wait));
    }
  }

  private void unfilled(String what, Words words) {
    for (Language language : Language.values()) {
      if (PLACEHOLDER.matcher(words.in(language)).find()) {
        warnings.add(what + " has a placeholder that is not filled there: " + language.tag());
      }
    }
  }

  private void waiting(String name, Words words) {
    for (Language language : Language.values()) {
      String text = words.in(language);
      if (!FILLED.matcher(text).find()) {
        warnings.add("the wait of " + name + " does not say {date} or {time}: " + language.tag());
      }
      if (PLACEHOLDER.matcher(FILLED.matcher(text).replaceAll("")).find()) {
        warnings.add(
            "the wait of " + name + " has a placeholder that is not filled: " + language.tag());
      }
    }
  }

  private void rolesForNothing() {
    if (!content.roles().isEmpty()
        && content.rules().stream().allMatch(rule -> rule.roles().isEmpty())
        && !conditions().contains("site.role")) {
      warnings.add("asks in which role a person enters, and no rule depends on it");
    }
  }

  private String conditions() {
    StringBuilder all = new StringBuilder();
    content.lifts().values().forEach(it -> all.append(it.toJson()));
    for (PolicyRule rule : content.rules()) {
      rule.when().ifPresent(it -> all.append(it.toJson()));
      all.append(rule.condition().toJson());
    }
    return all.toString();
  }

  private void untried(CaseRun cases) {
    for (PolicyRule rule : content.rules()) {
      if (!cases.tried(rule.name(), RuleResult.Outcome.HOLDS)) {
        warnings.add("rule " + rule.name() + " holds in no case");
      }
      if (!cases.tried(rule.name(), RuleResult.Outcome.FAILS)) {
        warnings.add("rule " + rule.name() + " fails in no case");
      }
    }
    content.roles().stream()
        .filter(role -> !cases.triedRole(role))
        .forEach(role -> warnings.add("no case is about the role " + role));
    policy.places().stream()
        .filter(place -> !cases.triedPlace(place))
        .forEach(place -> warnings.add("no case is about the place " + place));
  }
}
