package io.greenqr.format.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatExceptionTest {
  @Test
  void saysWhichRuleAndWhere() {
    FormatException inBytes = new FormatException(FormatFault.CBOR_TAG, 7);
    assertEquals("CBOR_TAG at 7", inBytes.getMessage());
    assertEquals(Optional.empty(), inBytes.member());
    FormatException inJson = new FormatException(FormatFault.DAY_RANGE, 0, "/a/b");
    assertEquals("DAY_RANGE in /a/b", inJson.getMessage());
    assertEquals(Optional.of("/a/b"), inJson.member());
    InvalidValueException ofCaller = new InvalidValueException(FormatFault.DAY_RANGE, "day");
    assertEquals("DAY_RANGE: day", ofCaller.getMessage());
    assertEquals("day", ofCaller.field());
  }

  @Test
  void isAnAnswerAndRecordsNoStack() {
    FormatException e = new FormatException(FormatFault.CBOR_TAG, 7);
    e.fillInStackTrace();
    assertEquals(0, e.getStackTrace().length);
    assertEquals("io.greenqr.format.fault.FormatException: CBOR_TAG at 7", e.toString());
  }

  @Test
  void requireThrowsOnlyWhereTheRuleIsBroken() {
    InvalidValueException.require(true, FormatFault.CODE_RANGE, "x");
    InvalidValueException e =
        assertThrows(
            InvalidValueException.class,
            () -> InvalidValueException.require(false, FormatFault.CODE_RANGE, "x"));
    assertEquals(FormatFault.CODE_RANGE, e.fault());
  }

  /** The names are in logs and vectors: the prefix tells the layer to whoever reads them. */
  @Test
  void everyFaultHasTheLayerOfItsName() {
    for (FormatFault fault : FormatFault.values()) {
      String prefix = fault.name().substring(0, fault.name().indexOf('_'));
      FormatFault.Layer layer = fault.layer();
      switch (prefix) {
        case "CBOR", "BYTES" -> assertEquals(FormatFault.Layer.CBOR, layer);
        case "COSE" -> assertEquals(FormatFault.Layer.ENVELOPE, layer);
        case "JSON" -> assertEquals(FormatFault.Layer.JSON, layer);
        case "TEXT" -> assertTrue(layer.name().startsWith("TEXT"));
        default ->
            assertTrue(
                layer == FormatFault.Layer.PAYLOAD || layer == FormatFault.Layer.DOCUMENT,
                fault::name);
      }
    }
  }

  @Test
  void theDayLimitsAreTheDatesTheyClaim() {
    assertEquals(LocalDate.of(1850, 1, 1), LocalDate.ofEpochDay(FormatLimits.MIN_DAY));
    assertEquals(LocalDate.of(2199, 12, 31), LocalDate.ofEpochDay(FormatLimits.MAX_DAY));
    assertEquals(
        "9999-12-31T23:59:59Z", Instant.ofEpochSecond(FormatLimits.MAX_NUMERIC_DATE).toString());
  }
}
