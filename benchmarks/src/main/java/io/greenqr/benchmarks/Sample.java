package io.greenqr.benchmarks;

import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.PassIssuer;
import io.greenqr.issue.key.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

/** One pass with two doses and a test, its issuer and its text. */
final class Sample {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2021-09-20T01:00:00Z"), ZoneOffset.UTC);

  private final IssuerKey statement;
  private final PassIssuer issuer;
  private final Pass pass;

  Sample(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);
    this.statement =
        IssuerKey.builder("Benchmark", key.publicKey(), EnumSet.allOf(ClaimKind.class)).build();
    this.issuer = PassIssuer.of(key.signer(), statement, CLOCK);
    this.pass =
        Pass.builder(Subject.of("Trần Văn Minh Phương", Birth.of(LocalDate.of(1984, 3, 12))))
            .vaccination(
                Vaccination.of(
                    List.of(
                        Dose.of(VaccineProduct.VAXZEVRIA, 1, 2, LocalDate.of(2021, 6, 1)),
                        Dose.of(VaccineProduct.VAXZEVRIA, 2, 2, LocalDate.of(2021, 8, 24)))))
            .tests(
                Tests.of(
                    List.of(
                        TestRecord.of(
                            TestMethod.ANTIGEN,
                            TestResult.NOT_DETECTED,
                            Instant.parse("2021-09-19T08:00:00Z")))))
            .build();
  }

  IssuerKey statement() {
    return statement;
  }

  String issue() throws IssueException {
    return issuer.issue(pass, Duration.ofDays(30)).text(PassText.QR);
  }
}
