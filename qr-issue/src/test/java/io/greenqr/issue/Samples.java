package io.greenqr.issue;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;

/** An issuer, a moment, and passes as they were issued in Ho Chi Minh City in October 2021. */
final class Samples {
  static final Instant NOW = Instant.parse("2021-10-04T03:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration MONTH = Duration.ofDays(30);

  /** Twenty letters with diacritics, and spaces. */
  static final String NAME = "Trần Văn Minh Phương";

  static final SigningKey P256 = SigningKey.generate(SignatureAlgorithm.ESP256);
  static final SigningKey ED25519 = SigningKey.generate(SignatureAlgorithm.ED25519);

  private Samples() {}

  static Subject subject() {
    return Subject.of(NAME, Birth.of(LocalDate.parse("1984-03-12")));
  }

  static Dose dose(int number, String day) {
    return Dose.of(VaccineProduct.VAXZEVRIA, number, 2, LocalDate.parse(day));
  }

  static Pass vaccinated(Dose... doses) {
    return Pass.builder(subject()).vaccination(Vaccination.of(Arrays.asList(doses))).build();
  }

  static Pass oneDose() {
    return vaccinated(dose(1, "2021-06-20"));
  }

  static Pass twoDoses() {
    return vaccinated(dose(1, "2021-06-20"), dose(2, "2021-09-12"));
  }

  /** All four claims, two doses, person and status: what the sizes of the format speak of. */
  static Pass allClaims() {
    return allClaims(monitoring()).build();
  }

  /** The same with every measurement, and with who vouches. */
  static Pass full() {
    Reading reading =
        Reading.builder(Instant.parse("2021-10-04T00:30:00Z"), 367, 97)
            .respiratoryRate(16)
            .pulse(84)
            .symptoms(CodeSet.of(Symptom.class, Symptom.COUGH, Symptom.LOSS_OF_SMELL))
            .build();
    return allClaims(monitoring().withReading(reading))
        .assurance(Assurance.NONE.with(ClaimKind.VACCINATION, Assurance.Level.REGISTRY))
        .build();
  }

  private static Monitoring monitoring() {
    return Monitoring.of(MonitoringState.CASE_AT_HOME, LocalDate.parse("2021-09-25"));
  }

  private static Pass.Builder allClaims(Monitoring monitoring) {
    byte[] person = {1, 2, 3, 4, 5, 6, 7, 8};
    return Pass.builder(subject().withPerson(PersonId.of(person)))
        .declaration(
            Declaration.of(
                Instant.parse("2021-10-03T23:10:00Z"),
                CodeSet.of(Symptom.class, Symptom.COUGH),
                CodeSet.of(Exposure.class)))
        .vaccination(Vaccination.of(Arrays.asList(dose(1, "2021-06-20"), dose(2, "2021-09-12"))))
        .tests(
            Tests.of(
                Arrays.asList(
                    TestRecord.of(
                        TestMethod.ANTIGEN,
                        TestResult.NOT_DETECTED,
                        Instant.parse("2021-10-03T08:00:00Z")))))
        .monitoring(monitoring)
        .status(StatusReference.of(17, 100_000));
  }

  static IssuerKey.Builder statement(SigningKey key) {
    return IssuerKey.builder(
        "Sở Y tế TP. Hồ Chí Minh", key.publicKey(), EnumSet.allOf(ClaimKind.class));
  }

  static PassIssuer issuer(SigningKey key) {
    return issuer(key.signer(), key);
  }

  static PassIssuer issuer(PassSigner signer, SigningKey key) {
    return PassIssuer.of(signer, statement(key).build(), CLOCK);
  }
}
