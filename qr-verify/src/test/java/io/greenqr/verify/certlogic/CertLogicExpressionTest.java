package io.greenqr.verify.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertLogicExpressionTest {
  private static JsonValue json(String text) throws FormatException {
    return JsonValue.parse(text);
  }

  private static CertLogicResult evaluate(String expression, String data)
      throws FormatException, CertLogicException {
    return CertLogicExpression.compile(json(expression)).evaluate(json(data));
  }

  /** A rule that gives a mere sign of truth may be a mistake, and must open no door. */
  @ParameterizedTest
  @ValueSource(strings = {"false", "1", "\"true\"", "\"x\"", "[true]", "{\"var\": \"a\"}", "{}"})
  void onlyTheBooleanTrueIsTrue(String data) throws FormatException, CertLogicException {
    CertLogicResult result = evaluate("{\"var\": \"\"}", data);
    assertFalse(result.isTrue());
    assertEquals(Optional.of(json(data)), result.value());
    assertTrue(evaluate("{\"!\": [{\"!\": [{\"var\": \"\"}]}]}", "true").isTrue());
  }

  @Test
  void aFaultIsNotTrueAndHasNoValue() throws FormatException, CertLogicException {
    CertLogicResult result = evaluate("{\"+\": [{\"var\": \"\"}, 1]}", "\"secret\"");
    assertFalse(result.isTrue());
    assertEquals(Optional.empty(), result.value());
    assertEquals(Optional.of(CertLogicFault.OPERAND_TYPE), result.fault());
    assertEquals("CertLogicResult[OPERAND_TYPE]", result.toString());
  }

  @Test
  void showsNothingOfDataOrRules() throws FormatException, CertLogicException {
    JsonValue rule = json("{\"===\": [{\"var\": \"name\"}, \"Minh\"]}");
    CertLogicExpression expression = CertLogicExpression.compile(rule);
    assertEquals("CertLogicExpression", expression.toString());
    assertEquals(
        "CertLogicResult[JsonValue[STRING]]",
        evaluate("{\"var\": \"name\"}", "{\"name\": \"Minh\"}").toString());
    CertLogicException thrown =
        assertThrows(
            CertLogicException.class,
            () -> CertLogicExpression.compile(json("{\"and\": [true, {\"Minh\": [1]}]}")));
    assertEquals("UNKNOWN_OPERATION in /and/1", thrown.getMessage());
    assertEquals(0, thrown.getStackTrace().length);
  }

  @Test
  void isEqualToTheSameExpression() throws FormatException, CertLogicException {
    CertLogicExpression expression = CertLogicExpression.compile(json("{\"!\": [1.0]}"));
    CertLogicExpression same = CertLogicExpression.compile(json("{\"!\":[1]}"));
    assertEquals(expression, same);
    assertEquals(expression.hashCode(), same.hashCode());
    assertEquals(json("{\"!\":[1]}"), expression.source());
    assertNotEquals(expression, CertLogicExpression.compile(json("{\"!\":[2]}")));
    assertEquals(expression.evaluate(json("1")), same.evaluate(json("null")));
    assertEquals(expression.evaluate(json("1")).hashCode(), same.evaluate(json("null")).hashCode());
  }
}
