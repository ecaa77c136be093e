package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import io.greenqr.verify.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 5 of the specification: which claims count. */
class EvidenceTest {
  private static final Instant NOW = TestPasses.NOW;
  private static final String TODAY = "2021-11-11T00:00:00Z";

  private static boolean isSeen(PolicyContent.Builder content, Verification... shown) {
    return Policies.ask(content, shown).rules().get(0).outcome() == RuleResult.Outcome.HOLDS;
  }

  private static PolicyContent.Builder exists(String path) {
    return Policies.content("{'!':[{'!':[{'var':'" + path + "'}]}]}");
  }

  private static final Map<ClaimKind, String> PATHS =
      new EnumMap<>(
          Map.of(
              ClaimKind.VACCINATION, "vaccination",
              ClaimKind.TEST, "tests.lastNegative",
              ClaimKind.DECLARATION, "declaration",
              ClaimKind.MONITORING, "released"));

  private static Accepted claim(ClaimKind kind, Assurance.Level level) {
    return switch (kind) {
      case VACCINATION ->
          Papers.doses(level, Papers.dose(VaccineProduct.JANSSEN, 1, 1, "2021-06-01"));
      case TEST -> Papers.tests(level, Papers.test(TestResult.NOT_DETECTED, TODAY));
      case DECLARATION -> Papers.declares(level, TODAY, 0, 0);
      case MONITORING -> Papers.released(level, "2021-11-01");
    };
  }

  @Test
  void claimsForThePersonNeedTheAssuranceOfTheirOwnKind() {
    for (ClaimKind kind : ClaimKind.values()) {
      for (ClaimKind asked : ClaimKind.values()) {
        for (Assurance.Level needed : Assurance.Level.values()) {
          for (Assurance.Level level : Assurance.Level.values()) {
            boolean counts = asked != kind || level.compareTo(needed) >= 0;
            // Nobody releases himself.
            counts &= kind != ClaimKind.MONITORING || level != Assurance.Level.SELF_DECLARED;
            Accepted other = Papers.dose("2021-06-01");
            assertEquals(
                counts,
                isSeen(
                    exists(PATHS.get(kind)).assurance(Assurance.NONE.with(asked, needed)),
                    kind == ClaimKind.VACCINATION
                        ? new Verification[] {claim(kind, level)}
                        : new Verification[] {claim(kind, level), other}),
                kind + " of " + level + " where " + asked + " needs " + needed);
          }
        }
      }
    }
  }

  @Test
  void findingsCountWhoeverStatesThem() {
    Assurance all = Papers.level(Assurance.Level.REGISTRY, ClaimKind.values());
    PolicyContent.Builder content = Policies.content("true").assurance(all);
    assertEquals(
        TrafficLight.RED, Policies.ask(content, Papers.positive("2021-11-01T00:00:00Z")).colour());
    assertEquals(TrafficLight.RED, Policies.ask(content, Papers.active("2021-11-01")).colour());
  }

  @ParameterizedTest
  @CsvSource({
    "2021-11-11T11:16:10Z, true",
    "2021-11-11T11:16:11Z, true",
    "2021-11-11T11:16:12Z, false",
    "2021-11-12T11:11:11Z, false",
  })
  void testsAndDeclarationsMayBeAheadByTheSkew(String at, boolean counts) {
    assertEquals(counts, isSeen(exists("tests.lastNegative"), Papers.negative(at)));
    assertEquals(
        counts,
        isSeen(exists("tests.last"), Papers.tests(Papers.test(TestResult.INCONCLUSIVE, at))));
    assertEquals(counts, isSeen(exists("declaration"), Papers.declares(at, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    // now, minutes from UTC, day, whether it is today or before
    "2021-11-11T16:59:59Z, 420, 2021-11-11, true",
    "2021-11-11T16:59:59Z, 420, 2021-11-12, false",
    "2021-11-11T17:00:00Z, 420, 2021-11-12, true",
    "2021-11-11T17:00:00Z, 420, 2021-11-13, false",
    "2021-11-11T11:59:59Z, -720, 2021-11-10, true",
    "2021-11-11T11:59:59Z, -720, 2021-11-11, false",
    "2021-11-11T12:00:00Z, -720, 2021-11-11, true",
    "2021-11-11T09:59:59Z, 840, 2021-11-12, false",
    "2021-11-11T10:00:00Z, 840, 2021-11-12, true",
    "2021-11-11T23:59:59Z, 0, 2021-11-12, false",
    "2021-11-12T00:00:00Z, 0, 2021-11-12, true",
  })
  void dosesAndReleasesCountFromTheirLocalDayOn(
      Instant now, int offset, String day, boolean counts) {
    Verification[] dose = {Papers.dose(day)};
    Verification[] release = {
      Papers.active("2021-11-01"), Papers.released(Assurance.Level.FACILITY, day)
    };
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset * 60);
    AdmissionPolicy policy =
        Policies.policy(
            now,
            Policies.document("P", "VN", exists("vaccination").build()).utcOffset(zone).build());
    assertEquals(
        counts ? TrafficLight.GREEN : TrafficLight.RED,
        policy.evaluate(Policies.SITE, dose).colour());
    policy =
        Policies.policy(
            now,
            Policies.document("P", "VN", Policies.content("true").build()).utcOffset(zone).build());
    assertEquals(
        counts ? TrafficLight.GREEN : TrafficLight.RED,
        policy.evaluate(Policies.SITE, release).colour());
  }

  @Test
  void findingsCountWheneverTheyAreDated() {
    PolicyContent.Builder content = Policies.content("true");
    Accepted release = Papers.released(Assurance.Level.REGISTRY, "2021-11-11");
    for (String day : List.of("1990-01-01", "2021-11-11", "2021-11-12", "2099-01-01")) {
      assertEquals(
          day.equals("1990-01-01") ? TrafficLight.GREEN : TrafficLight.RED,
          Policies.ask(content, release, Papers.positive(day + "T00:00:00Z")).colour());
      assertEquals(
          day.equals("1990-01-01") ? TrafficLight.GREEN : TrafficLight.RED,
          Policies.ask(content, release, Papers.active(day)).colour());
    }
  }

  /** 17:00Z is midnight in Hà Nội: a test before it is of the day of the release. */
  @ParameterizedTest
  @CsvSource({
    "2021-11-04T16:59:59Z, GREEN",
    "2021-11-04T17:00:00Z, RED",
    "2021-11-05T16:59:59Z, RED",
  })
  void aReleaseAnswersTestsOfEarlierLocalDays(String sampledAt, TrafficLight colour) {
    assertEquals(
        colour,
        Policies.ask(
                Policies.content("true"),
                Papers.released(Assurance.Level.FACILITY, "2021-11-05"),
                Papers.positive(sampledAt))
            .colour());
  }

  @Test
  void whatHasNoNameIsHeldAgainstThePerson() {
    TestRecord unknown = TestRecord.ofCodes(TestMethod.ANTIGEN.code(), 77, Instant.parse(TODAY));
    Admission test =
        Policies.ask(Policies.content("true"), Papers.tests(Assurance.Level.REGISTRY, unknown));
    assertEquals(Guard.POSITIVE_TEST, test.guards().get(0).guard());
    Accepted state =
        Papers.monitoring(
            Assurance.Level.REGISTRY, Monitoring.ofCode(77, LocalDate.parse("2021-11-01")));
    Admission monitoring = Policies.ask(Policies.content("true"), state);
    assertEquals(Guard.ACTIVE_MONITORING, monitoring.guards().get(0).guard());
    // The day on which it was to end does not end it.
    Accepted past =
        Papers.monitoring(
            Assurance.Level.REGISTRY,
            Monitoring.of(MonitoringState.CONTACT_IN_QUARANTINE, LocalDate.parse("2021-10-01"))
                .withUntil(LocalDate.parse("2021-10-15")));
    assertEquals(TrafficLight.RED, Policies.ask(Policies.content("true"), past).colour());
  }

  private static Accepted expiring(Pass.Builder pass, Instant expires) {
    return TestVerifications.accepted(
        CwtClaims.of(TestPasses.IAT, expires, pass.build()), NOW.minusSeconds(600));
  }

  private static Pass.Builder vaccinated() {
    return Papers.pass()
        .vaccination(
            Vaccination.of(List.of(Papers.dose(VaccineProduct.JANSSEN, 1, 1, "2021-06-01"))));
  }

  @Test
  void aPassThatHasExpiredSinceDoesNotCount() {
    for (int seconds = -1; seconds <= 1; seconds++) {
      boolean counts = seconds > 0;
      Accepted dose = expiring(vaccinated(), NOW.plusSeconds(seconds));
      Admission alone = Policies.ask(exists("vaccination"), dose);
      assertEquals(counts ? AdmissionCode.RULES : AdmissionCode.PASS_NONE, alone.code());
      assertEquals(counts ? TrafficLight.GREEN : TrafficLight.RED, alone.colour());
      assertEquals(counts, isSeen(exists("vaccination"), dose, Papers.negative(TODAY)));
    }
  }

  @Test
  void aPassThatIsShownTwiceIsShownOnce() {
    String[] people = {
      "Nguyễn Văn An, 1984",
      "Nguyễn Văn An, 1984-03",
      "Nguyễn Văn An, 1984-01-01",
      "Nguyễn Văn An, 1984-03-12",
      "7 Nguyễn Văn An, 1984"
    };
    for (String person : people) {
      Pass.Builder pass =
          Pass.builder(Subjects.of(person))
              .vaccination(
                  Vaccination.of(List.of(Papers.dose(VaccineProduct.JANSSEN, 1, 1, "2021-06-01"))));
      PolicyContent.Builder once = Policies.content(Policies.is("vaccination.count", "1"));
      Admission admission =
          Policies.ask(once, Papers.accept(pass), Papers.accept(pass), Papers.accept(pass));
      assertTrue(admission.guards().isEmpty(), person);
      assertEquals(TrafficLight.GREEN, admission.colour(), person);
      assertTrue(admission.view(ViewRole.SHOP).initials().isPresent(), person);
    }
  }

  @Test
  void aSecondScanOfAPassDoesNotHideWhatTheFirstOneSaid() {
    Accepted restricted =
        TestVerifications.accepted(
            Papers.claims(vaccinated()), NOW, Accepted.StatusKnowledge.RESTRICTED);
    Accepted valid =
        TestVerifications.accepted(
            Papers.claims(vaccinated()), NOW, Accepted.StatusKnowledge.VALID);
    PolicyContent.Builder content = Policies.content("true");
    assertEquals(TrafficLight.YELLOW, Policies.ask(content, restricted, valid).colour());
    assertEquals(TrafficLight.YELLOW, Policies.ask(content, valid, restricted).colour());
  }

  @Test
  void moreThanEightPassesAreNotLookedAt() {
    Verification[] shown = new Verification[AdmissionPolicy.MAX_PASSES];
    Arrays.fill(shown, Papers.dose("2021-06-01"));
    assertEquals(TrafficLight.GREEN, Policies.ask(Policies.content("true"), shown).colour());
    shown = Arrays.copyOf(shown, shown.length + 1);
    shown[shown.length - 1] = Papers.dose("2021-06-01");
    Admission admission = Policies.ask(Policies.content("true"), shown);
    assertEquals(AdmissionCode.PASS_TOO_MANY, admission.code());
    assertEquals(TrafficLight.RED, admission.colour());
    assertTrue(admission.holdsUntil().isEmpty());
    assertTrue(admission.greenFrom().isEmpty());
  }
}
