package io.greenqr.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-7",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "1.5",
        "\"\"",
        "\"Tiêm đủ hai mũi\"",
        "\"\\\"\\\\\\u0000\\n\"",
        "[]",
        "{}",
        "[1,[2,[]],{\"a\":{\"b\":null}}]"
      })
  void writesWhatItReads(String json) throws FormatException {
    assertEquals(json, JsonValue.parse(json).toJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0", "10e-1", "0.1e1", "1.000"})
  void takesAnIntegerHoweverItIsSpelled(String json) throws FormatException {
    assertEquals(JsonValue.of(1), JsonValue.parse(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "0.1", "1e19", "-9223372036854775809"})
  void keepsOtherNumbersWithoutComputingThem(String json) throws FormatException {
    assertEquals(JsonValue.Kind.NUMBER, JsonValue.parse(json).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "NaN",
        "01",
        "'a'",
        "1e99999999999",
        "123456789012345678901234567890123",
        "67072856784237270096760599085023.5"
      })
  void refusesWhatIsNoJson(String json) {
    FormatException e = assertThrows(FormatException.class, () -> JsonValue.parse(json));
    assertEquals(FormatFault.JSON_SYNTAX, e.fault());
  }

  @Test
  void boundsTheDepthOfWhatIsReadAndOfWhatIsBuilt() throws FormatException {
    String deepest = "[".repeat(JsonValue.MAX_DEPTH) + "]".repeat(JsonValue.MAX_DEPTH);
    JsonValue value = JsonValue.parse(deepest);
    assertEquals(deepest, value.toJson());
    assertThrows(FormatException.class, () -> JsonValue.parse("[" + deepest + "]"));
    assertThrows(InvalidValueException.class, () -> JsonValue.array(List.of(value)));
    assertThrows(InvalidValueException.class, () -> JsonValue.object(Map.of("a", value)));
  }

  @Test
  void boundsTheLength() {
    String json = "\"" + "a".repeat(JsonValue.MAX_CHARS) + "\"";
    assertThrows(FormatException.class, () -> JsonValue.parse(json));
  }

  @Test
  void doesNotGiveAValueAsAnotherKindThanItIs() {
    assertThrows(IllegalStateException.class, JsonValue.of("1")::integerValue);
    assertThrows(IllegalStateException.class, JsonValue.nothing()::elements);
  }

  @Test
  void showsNoData() {
    assertFalse(JsonValue.of("Nguyễn").toString().contains("Nguyễn"));
  }
}
