package io.greenqr.issue;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.PassSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each reason not to issue, on both sides of its border. SIGNING, SELF_CHECK: SelfCheckTest. */
class IssueFaultTest {
  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plus(Samples.MONTH);

  private final PassIssuer issuer = Samples.issuer(Samples.P256);

  private static void refuses(IssueFault fault, String field, Executable issue) {
    IssueException e = assertThrows(IssueException.class, issue);
    assertEquals(fault, e.fault());
    assertEquals(field, e.field().orElse(""));
    assertEquals(field.isEmpty() ? fault.name() : fault + " in " + field, e.getMessage());
  }

  private static void refuses(IssueFault fault, Executable issue) {
    refuses(fault, "", issue);
  }

  private void refusesPass(IssueFault fault, String field, Pass pass) {
    refuses(fault, field, () -> issuer.issue(pass, Samples.MONTH));
  }

  private void issues(Pass pass) {
    assertDoesNotThrow(() -> issuer.issue(pass, Samples.MONTH));
  }

  private static PassIssuer issuerAt(String now) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return PassIssuer.of(Samples.P256.signer(), Samples.statement(Samples.P256).build(), clock);
  }

  @Test
  void timeBeforeTheEpoch() {
    PassIssuer early = issuerAt("1969-12-31T23:59:59Z");
    Pass pass = Samples.oneDose();
    refuses(IssueFault.TIME_RANGE, () -> early.issue(pass, Samples.MONTH));
  }

  @Test
  void issuedAheadOfTheClock() {
    Pass pass = Samples.oneDose();
    Instant edge = NOW.plus(PassIssuer.CLOCK_TOLERANCE);
    assertDoesNotThrow(() -> issuer.issue(pass, edge, LATER));
    refuses(IssueFault.ISSUED_IN_FUTURE, () -> issuer.issue(pass, edge.plusSeconds(1), LATER));
  }

  @Test
  void endsBeforeItBegins() {
    Pass pass = Samples.oneDose();
    IssueFault fault = IssueFault.EXPIRES_NOT_AFTER_ISSUED;
    refuses(fault, () -> issuer.issue(pass, NOW, NOW));
    refuses(fault, () -> issuer.issue(pass, NOW, NOW.minusSeconds(1)));
    refuses(fault, () -> issuer.issue(pass, Duration.ZERO));
    refuses(fault, () -> issuer.issue(pass, Duration.ofSeconds(Long.MIN_VALUE)));
    refuses(fault, () -> issuer.issue(pass, Duration.ofMillis(999)));
    assertDoesNotThrow(() -> issuer.issue(pass, Duration.ofMillis(1999)));
  }

  @Test
  void endedAlready() {
    Pass pass = Samples.oneDose();
    Instant before = NOW.minusSeconds(3600);
    refuses(IssueFault.EXPIRES_IN_PAST, () -> issuer.issue(pass, before, NOW));
    assertDoesNotThrow(() -> issuer.issue(pass, before, NOW.plusSeconds(1)));
  }

  @Test
  void validForTooLong() {
    Pass pass = Samples.oneDose();
    IssueFault fault = IssueFault.VALIDITY_TOO_LONG;
    Duration longest = PassIssuer.MAX_VALIDITY;
    assertDoesNotThrow(() -> issuer.issue(pass, longest));
    refuses(fault, () -> issuer.issue(pass, longest.plusSeconds(1)));
    refuses(fault, () -> issuer.issue(pass, Duration.ofSeconds(Long.MAX_VALUE)));
    refuses(fault, () -> issuer.issue(pass, NOW.minusSeconds(1), NOW.plus(longest)));

    PassIssuer strict =
        PassIssuer.builder(
                Samples.P256.signer(), Samples.statement(Samples.P256).build(), Samples.CLOCK)
            .maxValidity(Duration.ofDays(3))
            .build();
    assertDoesNotThrow(() -> strict.issue(pass, Duration.ofDays(3)));
    refuses(fault, () -> strict.issue(pass, Duration.ofDays(3).plusSeconds(1)));
  }

  @Test
  void keyNotYetValid() {
    Pass pass = Samples.oneDose();
    PassIssuer issuing = issuer(Samples.statement(Samples.P256).notBefore(NOW).build());
    assertDoesNotThrow(() -> issuing.issue(pass, NOW, LATER));
    refuses(IssueFault.KEY_NOT_YET_VALID, () -> issuing.issue(pass, NOW.minusSeconds(1), LATER));
    PassIssuer tomorrow =
        issuer(Samples.statement(Samples.P256).notBefore(NOW.plusSeconds(10)).build());
    // Within the clock's tolerance the pass could claim a time at which the key is valid.
    refuses(IssueFault.KEY_NOT_YET_VALID, () -> tomorrow.issue(pass, NOW.plusSeconds(10), LATER));
  }

  @Test
  void keyExpiredOrOutlived() {
    Pass pass = Samples.oneDose();
    PassIssuer issuing = issuer(Samples.statement(Samples.P256).notAfter(LATER).build());
    assertDoesNotThrow(() -> issuing.issue(pass, NOW, LATER.plusSeconds(1)));
    refuses(IssueFault.PASS_OUTLIVES_KEY, () -> issuing.issue(pass, NOW, LATER.plusSeconds(2)));
    PassIssuer past = issuer(Samples.statement(Samples.P256).notAfter(NOW.minusSeconds(1)).build());
    refuses(IssueFault.KEY_EXPIRED, () -> past.issue(pass, NOW.minusSeconds(100), LATER));
  }

  private static PassIssuer issuer(IssuerKey statement) {
    return PassIssuer.of(Samples.P256.signer(), statement, Samples.CLOCK);
  }

  @Test
  void claimThatTheKeyMayNotSign() {
    for (ClaimKind kind : ClaimKind.values()) {
      EnumSet<ClaimKind> others = EnumSet.complementOf(EnumSet.of(kind));
      PassIssuer limited =
          issuer(IssuerKey.builder("CDC", Samples.P256.publicKey(), others).build());
      refuses(
          IssueFault.CLAIM_NOT_ALLOWED,
          "/" + kind.jsonName(),
          () -> limited.issue(Samples.full(), Samples.MONTH));
    }
  }

  @Test
  void doseOfTomorrow() {
    // 03:00 UTC is 17:00 at UTC+14; at 10:00 UTC the next day begins there.
    issues(Samples.vaccinated(Samples.dose(1, "2021-10-04")));
    refusesPass(
        IssueFault.DAY_IN_FUTURE,
        "/vaccination/1/day",
        Samples.vaccinated(Samples.dose(1, "2021-10-04"), Samples.dose(2, "2021-10-05")));
    Pass tomorrow = Samples.vaccinated(Samples.dose(1, "2021-10-05"));
    assertDoesNotThrow(() -> issuerAt("2021-10-04T10:00:00Z").issue(tomorrow, Samples.MONTH));
    refuses(
        IssueFault.DAY_IN_FUTURE,
        "/vaccination/0/day",
        () -> issuerAt("2021-10-04T09:59:59Z").issue(tomorrow, Samples.MONTH));
  }

  @Test
  void monitoringSinceTomorrow() {
    LocalDate today = LocalDate.parse("2021-10-04");
    issues(monitored(Monitoring.of(MonitoringState.CASE_AT_HOME, today)));
    issues(
        monitored(
            Monitoring.of(MonitoringState.CASE_AT_HOME, today).withUntil(today.plusDays(14))));
    refusesPass(
        IssueFault.DAY_IN_FUTURE,
        "/monitoring/since",
        monitored(Monitoring.of(MonitoringState.CASE_AT_HOME, today.plusDays(1))));
  }

  private static Pass monitored(Monitoring monitoring) {
    return Pass.builder(Samples.subject()).monitoring(monitoring).build();
  }

  @Test
  void readingSampleOrDeclarationOfLater() {
    issues(monitored(reading(NOW)));
    issues(tested(NOW));
    issues(declared(NOW));
    Instant after = NOW.plusSeconds(1);
    IssueFault fault = IssueFault.TIME_IN_FUTURE;
    refusesPass(fault, "/monitoring/reading/at", monitored(reading(after)));
    refusesPass(fault, "/test/1/sampledAt", tested(NOW, after));
    refusesPass(fault, "/declaration/at", declared(after));
  }

  private static Monitoring reading(Instant at) {
    return Monitoring.of(MonitoringState.CASE_AT_HOME, LocalDate.parse("2021-10-01"))
        .withReading(Reading.builder(at, 370, 98).build());
  }

  private static Pass tested(Instant... times) {
    List<TestRecord> tests =
        Arrays.stream(times)
            .map(at -> TestRecord.of(TestMethod.ANTIGEN, TestResult.NOT_DETECTED, at))
            .toList();
    return Pass.builder(Samples.subject()).tests(Tests.of(tests)).build();
  }

  private static Pass declared(Instant at) {
    return Pass.builder(Samples.subject())
        .declaration(Declaration.of(at, CodeSet.of(Symptom.class), CodeSet.of(Exposure.class)))
        .build();
  }

  @Test
  void beforeBirth() {
    issues(born(Birth.of(LocalDate.parse("2021-06-20"))));
    issues(born(Birth.of(YearMonth.parse("2021-06"))));
    issues(born(Birth.ofYear(2021)));
    IssueFault fault = IssueFault.BEFORE_BIRTH;
    String field = "/vaccination/0/day";
    refusesPass(fault, field, born(Birth.of(LocalDate.parse("2021-06-21"))));
    refusesPass(fault, field, born(Birth.of(YearMonth.parse("2021-07"))));
    refusesPass(fault, field, born(Birth.ofYear(2022)));
    Subject unborn = Subject.of(Samples.NAME, Birth.of(LocalDate.parse("2021-10-05")));
    refusesPass(
        fault,
        "/declaration/at",
        Pass.builder(unborn)
            .declaration(Declaration.of(NOW, CodeSet.of(Symptom.class), CodeSet.of(Exposure.class)))
            .build());
  }

  private static Pass born(Birth birth) {
    return Pass.builder(Subject.of(Samples.NAME, birth))
        .vaccination(Vaccination.of(Arrays.asList(Samples.dose(1, "2021-06-20"))))
        .build();
  }

  @Test
  void tooLongBeforeTheKeyIsUsed() throws Exception {
    AtomicInteger signatures = new AtomicInteger();
    PassSigner counting =
        new ScriptedSigner(
            Samples.P256,
            message -> {
              signatures.incrementAndGet();
              return Samples.P256.signer().sign(message);
            });
    PassIssuer counted = Samples.issuer(counting, Samples.P256);
    int length = counted.issue(extended(800), Samples.MONTH).bytes().length;
    int fits = 800 + FormatLimits.MAX_PASS_BYTES - length;
    assertEquals(
        FormatLimits.MAX_PASS_BYTES, counted.issue(extended(fits), Samples.MONTH).bytes().length);
    assertEquals(2, signatures.get());
    for (int size : new int[] {fits + 1, 1100}) {
      refuses(IssueFault.PASS_TOO_LONG, () -> counted.issue(extended(size), Samples.MONTH));
    }
    assertEquals(2, signatures.get());
  }

  /** With an extension whose value is a byte string of {@code size}, 256 or more. */
  private static Pass extended(int size) {
    byte[] value = new byte[size + 3];
    value[0] = 0x59;
    value[1] = (byte) (size >> 8);
    value[2] = (byte) size;
    return Pass.builder(Samples.subject())
        .vaccination(Vaccination.of(Arrays.asList(Samples.dose(1, "2021-06-20"))))
        .extensions(Extensions.NONE.with(0, value))
        .build();
  }
}
