package io.greenqr.cli;

import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A pass that says nothing for anybody: an old test that gave no result. */
final class NothingShown {
  private static final Duration LONG_AGO = Duration.ofDays(1000);

  private NothingShown() {}

  static Pass at(Instant now) {
    TestRecord test =
        TestRecord.of(TestMethod.ANTIGEN, TestResult.INCONCLUSIVE, now.minus(LONG_AGO));
    return Pass.builder(Subject.of("Nobody", Birth.of(LocalDate.of(1980, 1, 1))))
        .tests(Tests.of(List.of(test)))
        .build();
  }
}
