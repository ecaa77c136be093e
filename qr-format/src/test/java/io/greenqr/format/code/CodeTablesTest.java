package io.greenqr.format.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeTablesTest {
  static Stream<Class<? extends TableCode>> tables() {
    return Stream.of(
        Symptom.class,
        Exposure.class,
        VaccineProduct.class,
        TestMethod.class,
        TestResult.class,
        MonitoringState.class,
        ClaimKind.class,
        Assurance.Level.class);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void numbersAndNamesAreUniqueAndWithoutGap(Class<? extends TableCode> table) {
    Set<Integer> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (TableCode entry : table.getEnumConstants()) {
      assertTrue(codes.add(entry.code()), entry::jsonName);
      assertTrue(names.add(entry.jsonName()), entry::jsonName);
      assertTrue(entry.jsonName().matches("[a-z]+(-[a-z]+)*"), entry::jsonName);
      least = Math.min(least, entry.code());
      most = Math.max(most, entry.code());
    }
    assertTrue(least == 0 || least == 1);
    assertEquals(codes.size(), most - least + 1);
  }

  @Test
  void findsByNumberAndByExactName() {
    assertEquals(Optional.of(Symptom.COUGH), TableCode.find(Symptom.class, 1));
    assertEquals(Optional.of(Symptom.COUGH), TableCode.find(Symptom.class, "cough"));
    for (String other : new String[] {"", "Cough", "COUGH", " cough", "cough ", "1"}) {
      assertEquals(Optional.empty(), TableCode.find(Symptom.class, other));
    }
    assertEquals(Optional.empty(), TableCode.find(Symptom.class, -1));
    assertEquals(Optional.empty(), TableCode.find(Symptom.class, 32));
  }

  @Test
  void aSetKeepsWhatItsTableDoesNotKnow() {
    CodeSet<Exposure> set = CodeSet.ofBits(Exposure.class, 0x8000_0003L);
    assertEquals(EnumSet.of(Exposure.PATIENT_CONTACT, Exposure.EPIDEMIC_AREA), set.known());
    assertEquals(0x8000_0000L, set.unknownBits());
    assertEquals(0x8000_0003L, set.bits());
    assertTrue(CodeSet.ofBits(Exposure.class, 0x8000_0000L).known().isEmpty());
    assertTrue(!CodeSet.ofBits(Exposure.class, 0x8000_0000L).isEmpty(), "unknown is not nothing");
    assertTrue(CodeSet.of(Exposure.class).isEmpty());
  }

  @Test
  void aSetOfEntriesHasTheirBits() {
    CodeSet<Symptom> all = CodeSet.of(Symptom.class, Symptom.values());
    assertEquals(0xffff, all.bits());
    assertEquals(EnumSet.allOf(Symptom.class), all.known());
    assertEquals(
        all,
        CodeSet.of(
            Symptom.class,
            Stream.concat(Stream.of(Symptom.FEVER), Stream.of(Symptom.values()))
                .toArray(Symptom[]::new)));
  }
}
