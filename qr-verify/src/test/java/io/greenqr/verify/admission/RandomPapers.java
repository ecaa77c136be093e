package io.greenqr.verify.admission;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Passes with claims of few days, so that many fall on one. */
final class RandomPapers {
  private static final Accepted.StatusKnowledge[] STATUS = Accepted.StatusKnowledge.values();

  private static final Assurance.Level[] LEVELS = Assurance.Level.values();

  private final Random random;
  private final LocalDate first;
  private final int days;

  RandomPapers(Random random, LocalDate first, int days) {
    this.random = random;
    this.first = first;
    this.days = days;
  }

  private LocalDate day() {
    return first.plusDays(random.nextInt(days));
  }

  private Instant time() {
    return day().atTime(random.nextInt(2) * 17, 0).toInstant(ZoneOffset.UTC);
  }

  private Assurance.Level level() {
    return LEVELS[random.nextInt(LEVELS.length)];
  }

  private Tests tests() {
    List<TestRecord> records = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int result = random.nextInt(12) == 0 ? 77 : 1 + random.nextInt(3);
      TestRecord test = TestRecord.ofCodes(1 + random.nextInt(2), result, time());
      records.add(random.nextBoolean() ? test : test.withFacility("F" + random.nextInt(2)));
    }
    return Tests.of(records);
  }

  private Vaccination vaccination() {
    List<Dose> doses = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      doses.add(
          Dose.ofCode(3 + random.nextInt(2), 1 + random.nextInt(3), 1 + random.nextInt(2), day()));
    }
    return Vaccination.of(doses);
  }

  private Declaration declaration() {
    Declaration made =
        Declaration.of(
            time(),
            CodeSet.ofBits(Symptom.class, random.nextInt(3)),
            CodeSet.ofBits(Exposure.class, random.nextInt(3)));
    return random.nextBoolean() ? made : made.withArea("A" + random.nextInt(2));
  }

  private Monitoring monitoring() {
    int state = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 4;
    Monitoring monitoring = Monitoring.ofCode(state, day());
    if (random.nextInt(3) == 0) {
      monitoring = monitoring.withUntil(first.plusDays(days + random.nextInt(2)));
    }
    return random.nextInt(3) == 0
        ? monitoring.withReading(Reading.builder(time(), 365 + random.nextInt(2), 97).build())
        : monitoring;
  }

  /** A pass of {@code subject} with some claims. */
  Pass pass(Subject subject) {
    Pass.Builder pass = Pass.builder(subject);
    int kinds = 1 + random.nextInt(15);
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : ClaimKind.values()) {
      if ((kinds >> (kind.code() - 1) & 1) != 0) {
        assurance = assurance.with(kind, level());
        switch (kind) {
          case DECLARATION -> pass.declaration(declaration());
          case VACCINATION -> pass.vaccination(vaccination());
          case TEST -> pass.tests(tests());
          case MONITORING -> pass.monitoring(monitoring());
        }
      }
    }
    return pass.assurance(assurance).build();
  }

  Accepted accepted(Subject subject, Instant expires) {
    return TestVerifications.accepted(
        CwtClaims.of(TestPasses.IAT, expires, pass(subject)),
        TestPasses.NOW,
        random.nextInt(6) == 0
            ? STATUS[random.nextInt(STATUS.length)]
            : Accepted.StatusKnowledge.VALID);
  }

  Accepted[] several(int count, Subject... subjects) {
    Accepted[] shown = new Accepted[count];
    Arrays.setAll(shown, i -> accepted(subjects[random.nextInt(subjects.length)], TestPasses.EXP));
    return shown;
  }
}
