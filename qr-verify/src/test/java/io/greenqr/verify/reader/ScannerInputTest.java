package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScannerInputTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r", "\n", "\t"})
  void additionsAreTakenOff(String terminator) {
    assertEquals("GQ1:A B", ScannerInput.clean("GQ1:A B" + terminator));
    assertEquals("GQ1:A B", ScannerInput.clean("]Q1GQ1:A B" + terminator));
    assertEquals("", ScannerInput.clean("]Q1" + terminator));
    assertEquals("", ScannerInput.clean(terminator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"]Q0", "]Q2", "]Q3", "]Q4", "]Q5", "]Q6", "]q1", "]C1", "]d2", "]Q"})
  void otherIdentifiersStay(String identifier) {
    assertEquals(identifier + "GQ1:A", ScannerInput.clean(identifier + "GQ1:A\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GQ1:A ",
        " GQ1:A",
        "GQ1:A\rB",
        "GQ1:A\r\nB",
        "\r\nGQ1:A",
        "\tGQ1:A",
        "gq1:a",
        "GQ1:A\u0004",
        "GQ1:A\u00a0",
        " ]Q1GQ1:A",
        "GQ1:]Q1",
        "\u0002GQ1:A\u0003"
      })
  void everythingElseStays(String received) {
    assertEquals(received, ScannerInput.clean(received));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n", "\t"})
  void onlyOneOfEachIsTakenOff(String terminator) {
    assertEquals("A\r\n", ScannerInput.clean("A\r\n" + terminator));
    assertEquals("A\n", ScannerInput.clean("A\n" + terminator));
    assertEquals("A ", ScannerInput.clean("A " + terminator));
    assertEquals("]Q1A", ScannerInput.clean("]Q1]Q1A" + terminator));
  }
}
