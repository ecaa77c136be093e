package io.greenqr.cli;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionCode;
import io.greenqr.verify.admission.GuardResult;
import io.greenqr.verify.admission.RuleResult;
import io.greenqr.verify.admission.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a table of cases: a visit, and what the answer must be. */
final class PolicyCase {
  /** Far from the end of the times that passes can state. */
  private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59Z");

  private static final String NEVER = "never";
  private static final String ALWAYS = "always";
  private static final Set<String> MEMBERS =
      Set.of(
          "case",
          "at",
          "site",
          "passes",
          "expect",
          "code",
          "failed",
          "guards",
          "greenFrom",
          "holdsUntil");
  private static final Set<String> SITE = Set.of("jurisdiction", "place", "role");

  private final String name;
  private final Instant at;
  private final Site site;
  private final List<ShownPass> passes;
  private final TrafficLight expected;
  private final String code;
  private final List<String> failed;
  private final List<String> guards;
  private final @Nullable String greenFrom;
  private final @Nullable String holdsUntil;

  private PolicyCase(CaseFields json, String place, EvidenceTable evidence) throws FormatException {
    this.name = json.text("case");
    this.at = json.time("at");
    if (at.isBefore(PassVerifier.FORMAT_EPOCH) || at.isAfter(LATEST)) {
      throw json.fault(FormatFault.JSON_DATE, "at", true);
    }
    CaseFields where = CaseFields.of(json.value("site", Kind.OBJECT), place + "/site", SITE);
    Site anybody = Site.of(where.text("jurisdiction"), where.text("place"));
    String role = where.textOrNull("role");
    this.site = role == null ? anybody : anybody.withRole(role);
    this.passes = evidence.passes(json.value("passes", Kind.ARRAY), place + "/passes");
    String colour = json.text("expect");
    this.expected =
        TableCode.find(TrafficLight.class, colour)
            .orElseThrow(() -> CaseFields.fault(FormatFault.JSON_CODE, place + "/expect"));
    String stated = json.textOrNull("code");
    this.code = stated == null ? AdmissionCode.RULES.name() : stated;
    this.failed = json.texts("failed");
    this.guards = json.texts("guards");
    this.greenFrom = json.expectedTime("greenFrom", NEVER);
    this.holdsUntil = json.expectedTime("holdsUntil", ALWAYS);
  }

  static PolicyCase read(JsonValue json, String place, EvidenceTable evidence)
      throws FormatException {
    return new PolicyCase(CaseFields.of(json, place, MEMBERS), place, evidence);
  }

  String name() {
    return name;
  }

  Instant at() {
    return at;
  }

  Site site() {
    return site;
  }

  List<ShownPass> passes() {
    return passes;
  }

  /** What is not as it must be, each as {@code expected ..., got ...}; empty if all is. */
  List<String> differences(Admission admission) {
    List<String> differences = new ArrayList<>();
    compare(differences, "", expected.jsonName(), admission.colour().jsonName());
    compare(differences, "code ", code, admission.code().name());
    compare(differences, "failed ", list(failed), list(failedRules(admission)));
    compare(
        differences,
        "guards ",
        list(guards),
        list(
            // One that is lifted says nothing against the person.
            admission.guards().stream()
                .filter(it -> !it.isLifted())
                .map(GuardResult::guard)
                .map(TableCode::jsonName)
                .toList()));
    // A green answer has no greenFrom: it is green.
    if (greenFrom != null && admission.colour() != TrafficLight.GREEN) {
      compare(
          differences,
          "greenFrom ",
          greenFrom,
          admission.greenFrom().map(Instant::toString).orElse(NEVER));
    }
    if (holdsUntil != null) {
      compare(
          differences,
          "holdsUntil ",
          holdsUntil,
          admission.holdsUntil().map(Instant::toString).orElse(ALWAYS));
    }
    return differences;
  }

  private static List<String> failedRules(Admission admission) {
    return admission.rules().stream()
        .filter(it -> it.outcome() == RuleResult.Outcome.FAILS)
        .map(RuleResult::rule)
        .toList();
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join(" + ", names);
  }

  private static void compare(List<String> differences, String what, String expected, String got) {
    if (!expected.equals(got)) {
      differences.add("expected " + what + expected + ", got " + got);
    }
  }
}
