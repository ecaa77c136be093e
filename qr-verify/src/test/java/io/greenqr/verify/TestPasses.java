package io.greenqr.verify;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Passes of every kind, all issued at {@link #IAT} until {@link #EXP}. */
public final class TestPasses {
  /** When the passes were issued. */
  public static final Instant IAT = Instant.parse("2021-10-04T00:00:00Z");

  /** When they expire. */
  public static final Instant EXP = Instant.parse("2022-04-04T00:00:00Z");

  /** A time between the two, when they are shown. */
  public static final Instant NOW = Instant.parse("2021-11-11T11:11:11Z");

  private TestPasses() {}

  /** A clock that stands at {@code time}. */
  public static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  /** A pass with a statement of each of {@code kinds}. */
  public static Pass.Builder pass(Set<ClaimKind> kinds) {
    Pass.Builder pass =
        Pass.builder(
            Subject.of("Nguyễn Thị Minh Khai", Birth.ofYear(1984))
                .withPerson(PersonId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})));
    for (ClaimKind kind : kinds) {
      add(kind, pass);
    }
    return pass;
  }

  private static void add(ClaimKind kind, Pass.Builder pass) {
    LocalDate day = LocalDate.parse("2021-09-15");
    switch (kind) {
      case DECLARATION ->
          pass.declaration(
              Declaration.of(
                      IAT,
                      CodeSet.of(Symptom.class, Symptom.COUGH),
                      CodeSet.of(Exposure.class, Exposure.EPIDEMIC_AREA))
                  .withArea("79-760"));
      case VACCINATION ->
          pass.vaccination(
              Vaccination.of(
                  List.of(
                      Dose.of(VaccineProduct.VAXZEVRIA, 1, 2, day.minusDays(84)).withLot("ABW1639"),
                      Dose.of(VaccineProduct.VAXZEVRIA, 2, 2, day))));
      case TEST ->
          pass.tests(
              Tests.of(
                  List.of(
                      TestRecord.of(TestMethod.ANTIGEN, TestResult.NOT_DETECTED, IAT)
                          .withFacility("HCM-12"))));
      case MONITORING ->
          pass.monitoring(
              Monitoring.of(MonitoringState.CASE_AT_HOME, day)
                  .withReading(Reading.builder(IAT, 372, 97).pulse(80).build()));
    }
  }

  /** The claims set of {@link #pass}. */
  public static CwtClaims claims(Set<ClaimKind> kinds) {
    return claims(pass(kinds).build());
  }

  /** A claims set with {@link #IAT} and {@link #EXP}. */
  public static CwtClaims claims(Pass pass) {
    return CwtClaims.of(IAT, EXP, pass);
  }

  /** A pass of one dose. */
  public static CwtClaims vaccination() {
    return claims(EnumSet.of(ClaimKind.VACCINATION));
  }

  /** Each kind alone, and all four in one. */
  public static List<CwtClaims> samples() {
    List<CwtClaims> samples = new ArrayList<>();
    for (ClaimKind kind : ClaimKind.values()) {
      samples.add(claims(EnumSet.of(kind)));
    }
    samples.add(claims(EnumSet.allOf(ClaimKind.class)));
    return samples;
  }
}
