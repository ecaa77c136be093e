package io.greenqr.benchmarks;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.IssuedPass;
import io.greenqr.issue.PassIssuer;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

/** The one pass that all benchmarks use, of an invented person, under a key made for the run. */
final class SampleIssuer {
  static final Instant NOW = Instant.parse("2021-10-01T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration VALIDITY = Duration.ofDays(30);

  private final PassSigner signer;
  private final IssuerKey statement;
  private final PassIssuer issuer;

  SampleIssuer(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);
    signer = key.signer();
    statement =
        IssuerKey.builder("City Health Department", key.publicKey(), EnumSet.allOf(ClaimKind.class))
            .build();
    issuer = PassIssuer.of(signer, statement, CLOCK);
  }

  PassSigner signer() {
    return signer;
  }

  IssuerKey statement() {
    return statement;
  }

  IssuedPass issue(Pass pass) throws IssueException {
    return issuer.issue(pass, VALIDITY);
  }

  /** So many passes that differ in the date of birth and in their signatures, as QR texts. */
  String[] texts(int count) throws IssueException {
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = issue(pass(i)).text(PassText.QR);
    }
    return texts;
  }

  /** Two doses, a test and a declaration. */
  static Pass pass() {
    return pass(0);
  }

  /** The pass of a person born so many days later. */
  static Pass pass(int days) {
    LocalDate born = LocalDate.of(1984, 3, 12).plusDays(days);
    return Pass.builder(Subject.of("Trần Văn Minh Phương", Birth.of(born)))
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
                        NOW.minus(Duration.ofHours(20))))))
        .declaration(
            Declaration.of(
                NOW.minus(Duration.ofHours(1)),
                CodeSet.of(Symptom.class),
                CodeSet.of(Exposure.class)))
        .build();
  }
}
