package io.greenqr.verify.admission;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;

/** Passes that people show. Claims are vouched for by a facility where nothing else is said. */
final class Papers {
  static final Subject AN = Subjects.of("7 Nguyễn Văn An, 1984-03-12");

  private Papers() {}

  static Pass.Builder pass() {
    return Pass.builder(AN);
  }

  static Accepted accept(Pass.Builder pass) {
    return TestVerifications.accepted(claims(pass), TestPasses.NOW);
  }

  static CwtClaims claims(Pass.Builder pass) {
    return TestPasses.claims(pass.build());
  }

  static Assurance level(Assurance.Level level, Collection<ClaimKind> kinds) {
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : kinds) {
      assurance = assurance.with(kind, level);
    }
    return assurance;
  }

  static Assurance level(Assurance.Level level, ClaimKind... kinds) {
    return level(level, Arrays.asList(kinds));
  }

  static TestRecord test(TestResult result, String at) {
    return TestRecord.of(TestMethod.ANTIGEN, result, Instant.parse(at));
  }

  static Accepted tests(Assurance.Level level, TestRecord... tests) {
    return accept(
        pass().tests(Tests.of(Arrays.asList(tests))).assurance(level(level, ClaimKind.TEST)));
  }

  static Accepted tests(TestRecord... tests) {
    return tests(Assurance.Level.FACILITY, tests);
  }

  static Accepted negative(String at) {
    return tests(test(TestResult.NOT_DETECTED, at));
  }

  static Accepted positive(String at) {
    return tests(Assurance.Level.SELF_DECLARED, test(TestResult.DETECTED, at));
  }

  static Accepted monitoring(Assurance.Level level, Monitoring monitoring) {
    return accept(pass().monitoring(monitoring).assurance(level(level, ClaimKind.MONITORING)));
  }

  static Accepted state(Assurance.Level level, MonitoringState state, String since) {
    return monitoring(level, Monitoring.of(state, LocalDate.parse(since)));
  }

  static Accepted active(String since) {
    return state(Assurance.Level.SELF_DECLARED, MonitoringState.CASE_AT_HOME, since);
  }

  static Accepted released(Assurance.Level level, String since) {
    return state(level, MonitoringState.RELEASED, since);
  }

  static Dose dose(VaccineProduct product, int number, int of, String day) {
    return Dose.of(product, number, of, LocalDate.parse(day));
  }

  static Accepted doses(Assurance.Level level, Dose... doses) {
    return accept(
        pass()
            .vaccination(Vaccination.of(Arrays.asList(doses)))
            .assurance(level(level, ClaimKind.VACCINATION)));
  }

  static Accepted doses(Dose... doses) {
    return doses(Assurance.Level.FACILITY, doses);
  }

  static Accepted dose(String day) {
    return doses(dose(VaccineProduct.VAXZEVRIA, 1, 2, day));
  }

  static Accepted declares(Assurance.Level level, String at, long symptoms, long exposures) {
    return accept(
        pass()
            .declaration(
                Declaration.of(
                    Instant.parse(at),
                    CodeSet.ofBits(Symptom.class, symptoms),
                    CodeSet.ofBits(Exposure.class, exposures)))
            .assurance(level(level, ClaimKind.DECLARATION)));
  }

  static Accepted declares(String at, long symptoms, long exposures) {
    return declares(Assurance.Level.FACILITY, at, symptoms, exposures);
  }
}
