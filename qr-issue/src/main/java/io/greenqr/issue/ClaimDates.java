package io.greenqr.issue;

import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.TestRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a pass states happened between the person's birth and the time of issue.
 *
 * <p>A day has no time zone. A dose given today in Ho Chi Minh City may be tomorrow's in UTC, so a
 * day counts as past as soon as it has begun anywhere: at UTC+14, the easternmost zone there is.
 * Times are exact, and what is signed never lies after its own signature.
 */
final class ClaimDates {
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private final Instant issuedAt;
  private final LocalDate lastDay;
  private final LocalDate birth;

  private ClaimDates(Instant issuedAt, LocalDate birth) {
    this.issuedAt = issuedAt;
    this.lastDay = LocalDate.ofInstant(issuedAt, EASTERNMOST);
    this.birth = birth;
  }

  static void check(CwtClaims claims) throws IssueException {
    Pass pass = claims.pass();
    new ClaimDates(claims.issuedAt(), earliest(pass.subject().birth())).check(pass);
  }

  /** The first day that the birth can have been on. */
  private static LocalDate earliest(Birth birth) {
    return birth.date().orElseGet(() -> LocalDate.of(birth.year(), birth.month().orElse(1), 1));
  }

  private void check(Pass pass) throws IssueException {
    Optional<Declaration> declaration = pass.declaration();
    if (declaration.isPresent()) {
      requirePast(declaration.get().at(), "/declaration/at");
    }
    if (pass.vaccination().isPresent()) {
      List<Dose> doses = pass.vaccination().get().doses();
      for (int i = 0; i < doses.size(); i++) {
        requirePast(doses.get(i).day(), "/vaccination/" + i + "/day");
      }
    }
    if (pass.tests().isPresent()) {
      List<TestRecord> tests = pass.tests().get().records();
      for (int i = 0; i < tests.size(); i++) {
        requirePast(tests.get(i).sampledAt(), "/test/" + i + "/sampledAt");
      }
    }
    Optional<Monitoring> monitoring = pass.monitoring();
    if (monitoring.isPresent()) {
      requirePast(monitoring.get().since(), "/monitoring/since");
      Optional<Reading> reading = monitoring.get().reading();
      if (reading.isPresent()) {
        requirePast(reading.get().at(), "/monitoring/reading/at");
      }
    }
  }

  private void requirePast(LocalDate day, String field) throws IssueException {
    if (day.isAfter(lastDay)) {
      throw new IssueException(IssueFault.DAY_IN_FUTURE, field);
    }
    if (day.isBefore(birth)) {
      throw new IssueException(IssueFault.BEFORE_BIRTH, field);
    }
  }

  private void requirePast(Instant time, String field) throws IssueException {
    if (time.isAfter(issuedAt)) {
      throw new IssueException(IssueFault.TIME_IN_FUTURE, field);
    }
    if (LocalDate.ofInstant(time, EASTERNMOST).isBefore(birth)) {
      throw new IssueException(IssueFault.BEFORE_BIRTH, field);
    }
  }
}
