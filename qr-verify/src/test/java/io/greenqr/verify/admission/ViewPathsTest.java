package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustFreshness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6 of the specification: what conditions see, path by path. */
class ViewPathsTest {
  private static final Accepted DOSE = Papers.dose("2021-06-01");

  /** Rows are a path and its value as JSON; "absent" for none. */
  private static void assertSees(String[][] rows, Verification... shown) {
    for (String[] row : rows) {
      assertSees(row[0], row[1], shown);
    }
  }

  private static void assertSees(String path, String value, Verification... shown) {
    String condition = value.equals("absent") ? Policies.absent(path) : Policies.is(path, value);
    Admission admission = Policies.ask(Policies.content(condition), shown);
    assertEquals(
        RuleResult.Outcome.HOLDS, admission.rules().get(0).outcome(), path + " is " + value);
  }

  @Test
  void theClockAndTheSite() {
    String[][] rows = {
      {"external.validationClock", "'2021-11-11T11:11:11Z'"},
      {"external.today", "'2021-11-11'"},
      {"external.other", "absent"},
      {"site.jurisdiction", "'VN'"},
      {"site.place", "'market'"},
      {"site.role", "absent"},
      {"person.birth", "'1984-03-12'"},
      {"person.name", "absent"},
      {"status", "'none'"},
      {"trust.freshness", "'undated'"},
      {"trust.asOf", "absent"},
      {"declaration", "absent"},
      {"tests", "absent"},
      {"monitoring", "absent"},
      {"released", "absent"},
    };
    assertSees(rows, DOSE);
  }

  @Test
  void theRoleIsTheOneThatTheSiteNames() {
    AdmissionPolicy policy =
        Policies.policy(
            TestPasses.NOW,
            Policies.document(Policies.content(Policies.is("site.role", "'seller'"))));
    assertEquals(
        RuleResult.Outcome.HOLDS,
        policy.evaluate(Policies.SITE.withRole("seller"), DOSE).rules().get(0).outcome());
    assertEquals(
        RuleResult.Outcome.FAILS, policy.evaluate(Policies.SITE, DOSE).rules().get(0).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "2021-11-11T16:59:59Z, +07:00, 2021-11-11", "2021-11-11T17:00:00Z, +07:00, 2021-11-12",
    "2021-11-11T11:59:59Z, -12:00, 2021-11-10", "2021-11-11T12:00:00Z, -12:00, 2021-11-11",
    "2021-11-11T09:59:59Z, +14:00, 2021-11-11", "2021-11-11T10:00:00Z, +14:00, 2021-11-12",
    "2021-12-31T23:59:59Z, Z,      2021-12-31", "2022-01-01T00:00:00Z, Z,      2022-01-01",
    "2021-11-11T18:29:59Z, +05:30, 2021-11-11", "2021-11-11T18:30:00Z, +05:30, 2021-11-12",
  })
  void todayIsTheLocalDay(Instant now, ZoneOffset offset, String today) {
    Admission admission =
        Policies.policy(
                now,
                Policies.document(
                        "P",
                        "VN",
                        Policies.content(
                                Policies.is("external.today", "'" + today + "'"),
                                Policies.is("external.validationClock", "'" + now + "'"))
                            .build())
                    .utcOffset(offset)
                    .build())
            .evaluate(Policies.SITE, DOSE);
    for (RuleResult rule : admission.rules()) {
      assertEquals(RuleResult.Outcome.HOLDS, rule.outcome());
    }
  }

  @Test
  void births() {
    for (String birth : List.of("1984", "1984-03", "1984-03-12", "1984-01-01")) {
      Accepted pass =
          Papers.accept(
              Pass.builder(Subjects.of("An, " + birth))
                  .vaccination(DOSE.pass().vaccination().orElseThrow()));
      assertSees("person.birth", "'" + birth + "'", pass);
    }
  }

  @Test
  void dosesByTheirDay() {
    Dose first = Papers.dose(VaccineProduct.VAXZEVRIA, 1, 2, "2021-06-01");
    Dose second = Papers.dose(VaccineProduct.COMIRNATY, 2, 2, "2021-08-24");
    Dose booster = Dose.ofCode(77, 3, 2, LocalDate.parse("2021-11-01"));
    String[][] rows = {
      {"vaccination.count", "3"},
      {"vaccination.first.day", "'2021-06-01'"},
      {"vaccination.first.product", "'vaxzevria'"},
      {"vaccination.first.number", "1"},
      {"vaccination.first.of", "2"},
      {"vaccination.first.assurance", "1"},
      {"vaccination.first.lot", "absent"},
      {"vaccination.doses.1.product", "'comirnaty'"},
      {"vaccination.doses.3", "absent"},
      {"vaccination.completed.day", "'2021-08-24'"},
      {"vaccination.completed.product", "'comirnaty'"},
      {"vaccination.last.day", "'2021-11-01'"},
      {"vaccination.last.product", "'code-77'"},
      {"vaccination.last.number", "3"},
    };
    assertSees(rows, Papers.doses(booster, first, second));
    assertSees(rows, Papers.doses(booster), Papers.doses(second, first.withLot("A1")));
    assertSees(rows, Papers.doses(first), Papers.doses(second, booster), Papers.doses(first));
    // A lot says which vial a dose came from, not that it is another.
    assertSees(rows, Papers.doses(first, second), Papers.doses(first.withLot("B"), booster));
  }

  @Test
  void coursesThatAreComplete() {
    Dose first = Papers.dose(VaccineProduct.VAXZEVRIA, 1, 2, "2021-06-01");
    Dose janssen = Papers.dose(VaccineProduct.JANSSEN, 1, 1, "2021-07-01");
    Dose booster = Papers.dose(VaccineProduct.JANSSEN, 2, 1, "2021-10-01");
    assertSees("vaccination.completed", "absent", Papers.doses(first));
    assertSees("vaccination.completed.day", "'2021-07-01'", Papers.doses(janssen));
    assertSees("vaccination.completed.day", "'2021-07-01'", Papers.doses(first, janssen));
    assertSees("vaccination.completed.day", "'2021-07-01'", Papers.doses(booster, janssen));
    assertSees("vaccination.last.day", "'2021-10-01'", Papers.doses(booster, janssen));
    assertSees("vaccination.completed.day", "'2021-10-01'", Papers.doses(booster));
  }

  @Test
  void testsTheNewestFirst() {
    TestRecord old =
        TestRecord.of(
                TestMethod.NUCLEIC_ACID,
                TestResult.NOT_DETECTED,
                Instant.parse("2021-09-01T01:00:00Z"))
            .withFacility("HCM-12");
    TestRecord positive = Papers.test(TestResult.DETECTED, "2021-10-01T02:00:00Z");
    TestRecord unknown = TestRecord.ofCodes(99, 77, Instant.parse("2021-10-02T02:00:00Z"));
    TestRecord negative = Papers.test(TestResult.NOT_DETECTED, "2021-11-10T03:00:00Z");
    TestRecord open = Papers.test(TestResult.INCONCLUSIVE, "2021-11-11T04:00:00Z");
    String[][] rows = {
      {"tests.all.0.result", "'inconclusive'"},
      {"tests.all.1.result", "'not-detected'"},
      {"tests.all.2.result", "'code-77'"},
      {"tests.all.2.method", "'code-99'"},
      {"tests.all.3.result", "'detected'"},
      {"tests.all.4.sampledAt", "'2021-09-01T01:00:00Z'"},
      {"tests.all.5", "absent"},
      {"tests.last.sampledAt", "'2021-11-11T04:00:00Z'"},
      {"tests.last.facility", "absent"},
      {"tests.last.assurance", "2"},
      {"tests.lastNegative.sampledAt", "'2021-11-10T03:00:00Z'"},
      {"tests.lastNegative.method", "'antigen'"},
      {"tests.negative.antigen.sampledAt", "'2021-11-10T03:00:00Z'"},
      {"tests.negative.nucleic-acid.sampledAt", "'2021-09-01T01:00:00Z'"},
      {"tests.negative.nucleic-acid.facility", "'HCM-12'"},
      {"tests.negative.other", "absent"},
      {"tests.firstPositive.sampledAt", "'2021-10-01T02:00:00Z'"},
      {"tests.lastPositive.sampledAt", "'2021-10-02T02:00:00Z'"},
    };
    Assurance.Level registry = Assurance.Level.REGISTRY;
    assertSees(
        rows,
        Papers.tests(registry, open, old),
        Papers.tests(registry, negative, unknown, positive));
    assertSees("tests.lastNegative", "absent", Papers.tests(open, positive));
    assertSees("tests.firstPositive", "absent", Papers.tests(open, negative));
    assertSees("tests.negative.antigen", "absent", Papers.tests(open, old));
  }

  @Test
  void theNewestDeclaration() {
    Accepted older = Papers.declares("2021-11-01T00:00:00Z", 1, 1);
    Accepted newer =
        Papers.accept(
            Papers.pass()
                .declaration(
                    Declaration.of(
                            Instant.parse("2021-11-10T05:06:07Z"),
                            CodeSet.ofBits(Symptom.class, 1 << 1 | 1 << 17 | 1L << 31),
                            CodeSet.of(Exposure.class, Exposure.ABROAD))
                        .withArea("79-760")));
    String[][] rows = {
      {"declaration.at", "'2021-11-10T05:06:07Z'"},
      {"declaration.symptoms.0", "'cough'"},
      {"declaration.symptoms.1", "'bit-17'"},
      {"declaration.symptoms.2", "'bit-31'"},
      {"declaration.symptoms.3", "absent"},
      {"declaration.exposures.0", "'abroad'"},
      {"declaration.exposures.1", "absent"},
      {"declaration.area", "'79-760'"},
      {"declaration.assurance", "0"},
    };
    assertSees(rows, older, newer);
    assertSees(rows, newer, older);
    assertSees("declaration.area", "absent", older);
    assertSees("declaration.assurance", "1", older);
  }

  @Test
  void theStateThatBeganLast() {
    Accepted active =
        Papers.monitoring(
            Assurance.Level.REGISTRY,
            Monitoring.of(MonitoringState.CASE_IN_FACILITY, LocalDate.parse("2021-10-01"))
                .withUntil(LocalDate.parse("2021-10-15"))
                .withReading(
                    Reading.builder(Instant.parse("2021-10-02T01:02:03Z"), 385, 94)
                        .respiratoryRate(22)
                        .pulse(101)
                        .symptoms(CodeSet.of(Symptom.class, Symptom.FEVER))
                        .build()));
    String[][] rows = {
      {"monitoring.state", "'case-in-facility'"},
      {"monitoring.since", "'2021-10-01'"},
      {"monitoring.until", "'2021-10-15'"},
      {"monitoring.assurance", "2"},
      {"monitoring.reading.at", "'2021-10-02T01:02:03Z'"},
      {"monitoring.reading.temperature", "385"},
      {"monitoring.reading.spo2", "94"},
      {"monitoring.reading.respiratoryRate", "22"},
      {"monitoring.reading.pulse", "101"},
      {"monitoring.reading.symptoms.0", "'fever'"},
      {"released.since", "'2021-09-20'"},
      {"released.assurance", "1"},
    };
    Accepted older = Papers.released(Assurance.Level.FACILITY, "2021-09-20");
    assertSees(rows, active, older);
    assertSees(rows, older, active);
    Accepted release = Papers.released(Assurance.Level.FACILITY, "2021-10-16");
    assertSees("monitoring.state", "'released'", active, release, older);
    assertSees("monitoring.until", "absent", active, release);
    assertSees("monitoring.reading", "absent", active, release);
    assertSees("released.since", "'2021-10-16'", active, release, older);
    assertSees("released", "absent", Papers.released(Assurance.Level.SELF_DECLARED, "2021-10-16"));
  }

  @Test
  void theWorstStatusAndTheOldestData() {
    Accepted.StatusKnowledge[] order = {
      Accepted.StatusKnowledge.VALID, Accepted.StatusKnowledge.NO_REFERENCE,
      Accepted.StatusKnowledge.UNCHECKED, Accepted.StatusKnowledge.RESTRICTED
    };
    String[] names = {"valid", "none", "unchecked", "restricted"};
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        Accepted one = TestVerifications.accepted(DOSE.claims(), TestPasses.NOW, order[i]);
        Accepted other = TestVerifications.accepted(DOSE.claims(), TestPasses.NOW, order[j]);
        assertSees("status", "'" + names[Math.max(i, j)] + "'", one, other);
      }
    }
    Instant now = TestPasses.NOW;
    Accepted fresh =
        TestVerifications.accepted(DOSE.claims(), now, now.minusSeconds(11), TrustFreshness.FRESH);
    Accepted older =
        TestVerifications.accepted(
            DOSE.claims(), now.minusSeconds(60), now.minusSeconds(71), TrustFreshness.STALE);
    assertSees(
        new String[][] {{"trust.freshness", "'fresh'"}, {"trust.asOf", "'2021-11-11T11:11:00Z'"}},
        fresh);
    assertSees(
        new String[][] {{"trust.freshness", "'stale'"}, {"trust.asOf", "'2021-11-11T11:10:00Z'"}},
        fresh,
        older);
    assertSees(
        new String[][] {{"trust.freshness", "'undated'"}, {"trust.asOf", "absent"}}, fresh, DOSE);
  }
}
