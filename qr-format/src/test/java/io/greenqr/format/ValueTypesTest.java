package io.greenqr.format;

import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all public types promise: equality of all that they hold, and silence about persons. */
class ValueTypesTest {
  private static final Instant AT = Instant.parse("2021-09-20T00:15:00Z");
  private static final LocalDate DAY = LocalDate.of(2021, 9, 14);
  private static final Birth BIRTH = Birth.of(LocalDate.of(1984, 5, 25));
  private static final CodeSet<Symptom> FEVER = CodeSet.of(Symptom.class, Symptom.FEVER);
  private static final CodeSet<Symptom> COUGH = CodeSet.of(Symptom.class, Symptom.COUGH);
  private static final CodeSet<Exposure> ABROAD = CodeSet.of(Exposure.class, Exposure.ABROAD);

  private static PersonId person(String hex) {
    return PersonId.of(Bytes.hex(hex));
  }

  private static Subject subject() {
    return Subject.of("Nguyễn Văn Nam", BIRTH);
  }

  private static Declaration declaration() {
    return Declaration.of(AT, FEVER, ABROAD);
  }

  private static Dose dose() {
    return Dose.of(VaccineProduct.ABDALA, 1, 3, DAY);
  }

  private static TestRecord test() {
    return TestRecord.of(TestMethod.ANTIGEN, TestResult.DETECTED, AT);
  }

  private static Monitoring monitoring() {
    return Monitoring.of(MonitoringState.CASE_AT_HOME, DAY);
  }

  private static Reading.Builder reading() {
    return Reading.builder(AT, 368, 97);
  }

  private static Pass.Builder pass() {
    return Pass.builder(subject()).declaration(declaration()).monitoring(monitoring());
  }

  private static SignedPass signed(int keyId) {
    byte[] signature = Bytes.hex("00*31 01 00*31 01");
    return SignedPass.of(
        SignatureAlgorithm.ESP256,
        KeyId.of(new byte[] {0, 0, 0, (byte) keyId}),
        CwtClaims.of(AT, AT.plusSeconds(9), pass().build()).encode(),
        signature);
  }

  /** Each group holds values of one type that differ from each other in one part. */
  static Stream<List<Supplier<Object>>> groups() {
    return Stream.of(
        List.of(() -> BIRTH, () -> Birth.ofYear(1984), () -> Birth.of(YearMonth.of(1984, 5))),
        List.of(() -> person("01*8"), () -> person("02*8")),
        List.of(
            () -> subject(),
            () -> Subject.of("Nguyễn Văn Nâm", BIRTH),
            () -> Subject.of("Nguyễn Văn Nam", Birth.ofYear(1984)),
            () -> subject().withPerson(person("01*8")),
            () -> subject().withPerson(person("02*8"))),
        List.of(
            () -> declaration(),
            () -> Declaration.of(AT.plusSeconds(1), FEVER, ABROAD),
            () -> Declaration.of(AT, COUGH, ABROAD),
            () -> Declaration.of(AT, FEVER, CodeSet.of(Exposure.class)),
            () -> declaration().withArea("VN-79"),
            () -> declaration().withArea("VN-48")),
        List.of(
            () -> dose(),
            () -> Dose.of(VaccineProduct.COVAXIN, 1, 3, DAY),
            () -> Dose.of(VaccineProduct.ABDALA, 2, 3, DAY),
            () -> Dose.of(VaccineProduct.ABDALA, 1, 2, DAY),
            () -> Dose.of(VaccineProduct.ABDALA, 1, 3, DAY.plusDays(1)),
            () -> dose().withLot("L-1"),
            () -> dose().withLot("L-2")),
        List.of(
            () -> Vaccination.of(List.of(dose())),
            () -> Vaccination.of(List.of(dose(), dose())),
            () -> Vaccination.of(List.of(dose().withLot("L-1")))),
        List.of(
            () -> test(),
            () -> TestRecord.of(TestMethod.NUCLEIC_ACID, TestResult.DETECTED, AT),
            () -> TestRecord.of(TestMethod.ANTIGEN, TestResult.NOT_DETECTED, AT),
            () -> TestRecord.of(TestMethod.ANTIGEN, TestResult.DETECTED, AT.plusSeconds(1)),
            () -> test().withFacility("H1"),
            () -> test().withFacility("H2")),
        List.of(() -> Tests.of(List.of(test())), () -> Tests.of(List.of(test(), test()))),
        List.of(
            () -> reading().build(),
            () -> Reading.builder(AT.plusSeconds(1), 368, 97).build(),
            () -> Reading.builder(AT, 369, 97).build(),
            () -> Reading.builder(AT, 368, 98).build(),
            () -> reading().respiratoryRate(16).build(),
            () -> reading().pulse(16).build(),
            () -> reading().symptoms(FEVER).build(),
            () -> reading().symptoms(CodeSet.of(Symptom.class)).build()),
        List.of(
            () -> monitoring(),
            () -> Monitoring.of(MonitoringState.RELEASED, DAY),
            () -> Monitoring.of(MonitoringState.CASE_AT_HOME, DAY.plusDays(1)),
            () -> monitoring().withUntil(DAY),
            () -> monitoring().withReading(reading().build()),
            () -> monitoring().withUntil(DAY).withReading(reading().build())),
        List.of(
            () -> StatusReference.of(1, 2),
            () -> StatusReference.of(2, 1),
            () -> StatusReference.of(1, 3),
            () -> StatusReference.of(0, 131_071)),
        List.of(() -> Assurance.NONE, () -> Assurance.ofBits(1), () -> Assurance.ofBits(0x40)),
        List.of(() -> FEVER, () -> COUGH, () -> CodeSet.ofBits(Symptom.class, 0xffff_ffffL)),
        List.of(() -> CodeSet.ofBits(Symptom.class, 1), () -> CodeSet.ofBits(Exposure.class, 1)),
        List.of(
            () -> pass().build(),
            () -> Pass.builder(subject()).declaration(declaration()).build(),
            () -> Pass.builder(subject()).monitoring(monitoring()).build(),
            () -> Pass.builder(Subject.of("A", BIRTH)).monitoring(monitoring()).build(),
            () -> pass().vaccination(Vaccination.of(List.of(dose()))).build(),
            () -> pass().tests(Tests.of(List.of(test()))).build(),
            () -> pass().status(StatusReference.of(1, 2)).build(),
            () -> pass().assurance(Assurance.ofBits(1)).build(),
            () -> pass().extensions(Extensions.NONE.with(1, new byte[1])).build()),
        List.of(
            () -> CwtClaims.of(AT, AT.plusSeconds(1), pass().build()),
            () -> CwtClaims.of(AT, AT.plusSeconds(2), pass().build()),
            () -> CwtClaims.of(AT.minusSeconds(1), AT.plusSeconds(1), pass().build())),
        List.of(() -> signed(1), () -> signed(2)),
        List.of(() -> KeyId.of(new byte[4]), () -> KeyId.of(new byte[] {0, 0, 0, 1})));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void valuesAreEqualIfAndOnlyIfAllTheirPartsAre(List<Supplier<Object>> group) {
    for (int i = 0; i < group.size(); i++) {
      Object value = group.get(i).get();
      assertEquals(group.get(i).get(), value);
      assertEquals(group.get(i).get().hashCode(), value.hashCode());
      assertNotEquals(null, value);
      assertNotEquals("text", value);
      for (int k = 0; k < group.size(); k++) {
        assertEquals(i == k, value.equals(group.get(k).get()), i + " and " + k);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void noTextOfAValueTellsOfThePerson(List<Supplier<Object>> group) {
    for (Supplier<Object> value : group) {
      String text = value.get().toString();
      for (String secret :
          new String[] {
            "Nguy",
            "Nam",
            "1984",
            "05-25",
            "0101",
            "0202",
            "368",
            "97",
            "FEVER",
            "fever",
            "VN-",
            "L-1",
            "H1",
            "DETECTED",
            "detected",
            "ABDALA",
            "ABROAD",
            "2021-09-14"
          }) {
        assertFalse(text.contains(secret), text);
      }
      assertFalse(text.contains("@"), "the text of Object shows a hash of the content");
    }
  }

  @Test
  void listsOfAPassCannotBeChangedFromOutside() {
    List<Dose> doses = new ArrayList<>(List.of(dose()));
    Vaccination vaccination = Vaccination.of(doses);
    doses.clear();
    assertEquals(1, vaccination.doses().size());
    assertThrows(UnsupportedOperationException.class, () -> vaccination.doses().clear());
    List<TestRecord> records = new ArrayList<>(List.of(test()));
    Tests tests = Tests.of(records);
    records.clear();
    assertEquals(1, tests.records().size());
    assertThrows(UnsupportedOperationException.class, () -> tests.records().clear());
    assertThrows(UnsupportedOperationException.class, () -> pass().build().kinds().clear());
    assertThrows(UnsupportedOperationException.class, () -> FEVER.known().clear());
    PersonId person = person("01*8");
    person.bytes()[0] = 9;
    assertEquals(person("01*8"), person);
  }

  @Test
  void aBuilderUsedAgainLeavesTheFirstPassAlone() {
    Pass.Builder builder = pass();
    Pass first = builder.build();
    builder.tests(Tests.of(List.of(test())));
    assertEquals(pass().build(), first);
    assertFalse(first.kinds().contains(ClaimKind.TEST));
    assertTrue(builder.build().kinds().contains(ClaimKind.TEST));
  }

  @Test
  void callersAreHeldToTheSameRulesAsForeignBytes() {
    Instant fraction = AT.plusNanos(1);
    assertInvalid(FormatFault.TIME_RANGE, () -> Declaration.of(fraction, FEVER, ABROAD));
    assertInvalid(FormatFault.TIME_RANGE, () -> CwtClaims.of(fraction, AT, pass().build()));
    assertInvalid(FormatFault.TIME_ORDER, () -> CwtClaims.of(AT, AT, pass().build()));
    assertInvalid(FormatFault.TIME_RANGE, () -> CwtClaims.of(AT, Instant.MAX, pass().build()));
    assertInvalid(FormatFault.COUNT_RANGE, () -> Vaccination.of(List.of()));
    assertInvalid(FormatFault.COUNT_RANGE, () -> Vaccination.of(Collections.nCopies(9, dose())));
    assertInvalid(FormatFault.COUNT_RANGE, () -> Tests.of(Collections.nCopies(5, test())));
    assertInvalid(FormatFault.DAY_RANGE, () -> monitoring().withUntil(DAY.minusDays(1)));
    assertInvalid(FormatFault.DAY_RANGE, () -> Monitoring.ofCode(1, LocalDate.MAX));
    assertInvalid(FormatFault.BIRTH_RANGE, () -> Birth.of(LocalDate.MIN));
    assertInvalid(FormatFault.CODE_RANGE, () -> Dose.ofCode(0, 1, 1, DAY));
    assertInvalid(FormatFault.READING_RANGE, () -> Reading.builder(AT, 199, 97).build());
    assertInvalid(FormatFault.READING_RANGE, () -> reading().pulse(-1));
    assertInvalid(FormatFault.STATUS_RANGE, () -> StatusReference.of(-1, 0));
    assertInvalid(FormatFault.STATUS_RANGE, () -> StatusReference.of(0, 131_072));
    assertInvalid(FormatFault.BITS_RANGE, () -> CodeSet.ofBits(Symptom.class, -1));
    assertInvalid(FormatFault.ASSURANCE_VALUE, () -> Assurance.ofBits(0x0c));
    assertInvalid(FormatFault.ASSURANCE_VALUE, () -> Assurance.ofBits(-1));
    assertInvalid(FormatFault.STATEMENTS_EMPTY, () -> Pass.builder(subject()).build());
    assertInvalid(FormatFault.ASSURANCE_VALUE, () -> pass().assurance(Assurance.ofBits(4)).build());
  }

  @Test
  void claimsTooLargeForAnyPassAreNotEncoded() {
    Extensions large = Extensions.NONE.with(1, Bytes.hex("590400 00*1024"));
    CwtClaims claims = CwtClaims.of(AT, AT.plusSeconds(1), pass().extensions(large).build());
    assertInvalid(FormatFault.BYTES_TOO_LONG, claims::encode);
  }
}
