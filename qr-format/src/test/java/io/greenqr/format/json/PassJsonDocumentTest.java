package io.greenqr.format.json;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.json.PassJsonFaultTest.DOCUMENT;
import static io.greenqr.format.json.PassJsonFaultTest.assertShowsNothing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.PassGenerator;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassJsonDocumentTest {
  private static final String SMALL =
      "{\"name\":\"A\",\"birth\":\"1984\",\"monitoring\":{\"state\":1,\"since\":\"2021-09-16\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{]",
        "Secret",
        "{\"name\":}",
        "{\"name\":\"Secret",
        "{'name':'Secret'}",
        "{name:1}",
        "{\"name\":\"Secret\",}",
        "{\"name\":\"Secret\"}}",
        "{} {}",
        "{}x",
        "[1,]",
        "{\"a\":NaN}",
        "{\"a\":+1}",
        "{\"a\":01}",
        "{\"a\":.5}",
        "{\"a\":0x10}",
        "/* Secret */{}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"a\":tru}",
        "\ufeff{}",
        "{\"a\":1e99999999999}",
        "{\"a\":-1E-99999999999}"
      })
  void rejectsWhatIsNotOneJsonObject(String json) {
    FormatException e = assertFault(FormatFault.JSON_SYNTAX, () -> PassJson.read(json));
    assertShowsNothing(e);
    assertTrue(e.offset() >= 0 && e.offset() <= json.length(), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "0", "\"Secret\"", "[]", "[{}]"})
  void rejectsAnotherValueThanAnObject(String json) {
    assertShowsNothing(assertFault(FormatFault.JSON_TYPE, () -> PassJson.read(json)));
  }

  @Test
  void rejectsAMemberThatStandsTwice() {
    String twice = DOCUMENT.replace("\"birth\"", "\"name\":\"Secret\",\"birth\"");
    assertShowsNothing(assertFault(FormatFault.JSON_SYNTAX, () -> PassJson.read(twice)));
  }

  @ParameterizedTest(name = "{0} levels")
  @CsvSource({"15, JSON_UNKNOWN", "16, JSON_SYNTAX", "1000, JSON_SYNTAX", "30000, JSON_SYNTAX"})
  void boundsNesting(int levels, FormatFault fault) throws Throwable {
    String json = SMALL + ",\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    assertFault(fault, () -> PassJson.read(json));
    long allocated =
        Allocation.of(() -> assertThrows(FormatException.class, () -> PassJson.read(json)));
    assertTrue(allocated < 1 << 20, () -> allocated + " bytes allocated");
  }

  @Test
  void boundsTheDocument() throws FormatException {
    String filled = SMALL + " ".repeat(65_536 - SMALL.length() - 1) + "}";
    assertEquals(65_536, filled.length());
    assertEquals("A", PassJson.read(filled).subject().name());
    assertFault(FormatFault.JSON_SYNTAX, 65_536, () -> PassJson.read(filled + " "));
  }

  @Test
  void boundsTextsAndNumbers() {
    String text = SMALL + ",\"x\":\"" + "y".repeat(8193) + "\"}";
    assertFault(FormatFault.JSON_SYNTAX, () -> PassJson.read(text));
    String number = SMALL + ",\"x\":" + "9".repeat(33) + "}";
    assertFault(FormatFault.JSON_SYNTAX, () -> PassJson.read(number));
    String digits = DOCUMENT.replace("36.8", "36.8" + "0".repeat(40));
    assertFault(FormatFault.JSON_SYNTAX, () -> PassJson.read(digits));
  }

  /** A fraction of thousand digits or a number of 10^9 digits must not be worked out. */
  @Test
  void takesFewBytesOfMemoryForHugeNumbers() throws Throwable {
    for (String number : new String[] {"1e999999999", "1e-999999999", "9e2147483647"}) {
      String json = DOCUMENT.replace("36.8", number);
      long allocated =
          Allocation.of(() -> assertThrows(FormatException.class, () -> PassJson.read(json)));
      assertTrue(allocated < 1 << 19, () -> allocated + " bytes allocated");
    }
  }

  @Test
  void manyEntriesAreCountedAfterTheyAreRead() {
    String doses = "{\"product\":1,\"number\":1,\"of\":1,\"day\":\"2021-01-01\"}";
    String nine = IntStream.range(0, 9).mapToObj(i -> doses).collect(Collectors.joining(","));
    FormatException e =
        assertFault(
            FormatFault.COUNT_RANGE,
            () ->
                PassJson.read(
                    "{\"name\":\"A\",\"birth\":\"1984\",\"vaccination\":[" + nine + "]}"));
    assertEquals("/vaccination", e.member().orElseThrow());
    FormatException none =
        assertFault(
            FormatFault.COUNT_RANGE,
            () -> PassJson.read("{\"name\":\"A\",\"birth\":\"1984\",\"test\":[]}"));
    assertEquals("/test", none.member().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\n\\u001b[31m, /??[31m",
        "\\u0000\\u007f\\u0085, /???",
        "\\u202e\\u2066\\u200f\\u2028\\u2029\\ufeff, /??????",
        "\\ud83d\\ude37, /??",
        "a/b~c, /a~1b~0c",
        "0123456789012345678901234567890123456789X, /0123456789012345678901234567890123456789",
      })
  void foreignMemberNamesAreEscapedAndCut(String name, String member) {
    FormatException e =
        assertFault(FormatFault.JSON_UNKNOWN, () -> PassJson.read(SMALL + ",\"" + name + "\":1}"));
    assertEquals(member, e.member().orElseThrow());
  }

  @Test
  void namesOfOverlongMembersStayShort() {
    String name = "x".repeat(40_000);
    FormatException e =
        assertThrows(FormatException.class, () -> PassJson.read(SMALL + ",\"" + name + "\":1}"));
    assertTrue(e.getMessage().length() < 100);
  }

  @Test
  void aPassNeedsAStatement() {
    FormatException e =
        assertFault(
            FormatFault.STATEMENTS_EMPTY,
            () -> PassJson.read("{\"name\":\"A\",\"birth\":\"1984\"}"));
    assertEquals("STATEMENTS_EMPTY at 0", e.getMessage());
    FormatException assurance =
        assertFault(
            FormatFault.ASSURANCE_VALUE,
            () -> PassJson.read(SMALL + ",\"assurance\":{\"test\":\"facility\"}}"));
    assertEquals("/assurance", assurance.member().orElseThrow());
  }

  @Test
  void readsTheSample() throws FormatException {
    Pass pass = PassJson.read(DOCUMENT);
    assertEquals(
        Subject.of("Nguyễn Thị Hồng", Birth.of(LocalDate.of(1984, 5, 25)))
            .withPerson(pass.subject().person().orElseThrow()),
        pass.subject());
    assertEquals(Instant.parse("2021-09-20T00:15:00Z"), pass.declaration().orElseThrow().at());
    assertEquals(0x8000_0001L, pass.declaration().orElseThrow().symptoms().bits());
    assertEquals(3, pass.vaccination().orElseThrow().doses().get(0).productCode());
    assertEquals(999, pass.vaccination().orElseThrow().doses().get(1).productCode());
    assertEquals(368, pass.monitoring().orElseThrow().reading().orElseThrow().temperature());
    assertEquals(0x18, pass.assurance().bits());
    assertEquals(pass, PassJson.read(PassJson.write(pass)));
  }

  @ParameterizedTest
  @CsvSource({
    "36.8, 368",
    "37, 370",
    "36.80, 368",
    "3.68e1, 368",
    "368e-1, 368",
    "40, 400",
    "20.0, 200"
  })
  void readsTemperaturesInTenths(String number, int tenths) throws FormatException {
    Pass pass = PassJson.read(DOCUMENT.replace("36.8", number));
    assertEquals(tenths, pass.monitoring().orElseThrow().reading().orElseThrow().temperature());
  }

  @Test
  void writesNumbersWithoutExponentAndOneLine() {
    PassGenerator generator = new PassGenerator(14);
    for (int i = 0; i < 500; i++) {
      String json = PassJson.write(generator.pass());
      assertFalse(json.matches("(?s).*[0-9][eE][+-]?[0-9]+[,}].*"), json);
      assertEquals(-1, json.indexOf('\n'));
    }
  }
}
