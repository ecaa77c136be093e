package io.greenqr.verify.internal.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.certlogic.CertLogicExpression;
import io.greenqr.verify.certlogic.CertLogicResult;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an expression may ask for has an end, and just below it is given. */
class LimitsTest {
  private static final JsonValue ONE = JsonValue.of(1);

  private static JsonValue operation(String name, JsonValue... operands) {
    return JsonValue.object(Collections.singletonMap(name, JsonValue.array(List.of(operands))));
  }

  private static JsonValue var(String path) {
    return JsonValue.object(Collections.singletonMap("var", JsonValue.of(path)));
  }

  private static JsonValue repeated(JsonValue value, int times) {
    JsonValue[] values = new JsonValue[times];
    Arrays.fill(values, value);
    return JsonValue.array(List.of(values));
  }

  private static CertLogicResult evaluate(JsonValue expression, JsonValue data)
      throws CertLogicException {
    return CertLogicExpression.compile(expression).evaluate(data);
  }

  private static void assertFault(CertLogicFault fault, CertLogicResult result) {
    assertEquals(Optional.of(fault), result.fault());
  }

  private static CertLogicFault compileFault(JsonValue expression) {
    return assertThrows(CertLogicException.class, () -> Program.compile(expression)).fault();
  }

  private static JsonValue nested(int depth) {
    JsonValue expression = JsonValue.of(true);
    for (int i = 1; i < depth; i++) {
      expression = operation("!", expression);
    }
    return expression;
  }

  @Test
  void nestsAsDeepAsTheLimit() throws CertLogicException {
    assertEquals(
        Optional.of(JsonValue.of(false)),
        evaluate(nested(Limits.MAX_DEPTH), JsonValue.nothing()).value());
    assertEquals(CertLogicFault.TOO_DEEP, compileFault(nested(Limits.MAX_DEPTH + 1)));
    JsonValue arrays = ONE;
    for (int i = 0; i < Limits.MAX_DEPTH; i++) {
      arrays = JsonValue.array(List.of(arrays));
    }
    assertEquals(CertLogicFault.TOO_DEEP, compileFault(arrays));
  }

  @Test
  void hasAsManyNodesAsTheLimit() throws CertLogicException {
    Program.compile(repeated(ONE, Limits.MAX_NODES - 1));
    assertEquals(CertLogicFault.TOO_LARGE, compileFault(repeated(ONE, Limits.MAX_NODES)));
  }

  @Test
  void aReductionCountsItsLambdaForEveryItem() throws CertLogicException {
    JsonValue count =
        operation("reduce", var(""), operation("+", var("accumulator"), ONE), JsonValue.of(0));
    int most = Limits.MAX_STEPS / 4;
    assertEquals(
        Optional.of(JsonValue.of((long) most)), evaluate(count, repeated(ONE, most)).value());
    assertFault(CertLogicFault.TOO_MANY_STEPS, evaluate(count, repeated(ONE, most + 1)));
  }

  @Test
  void theStepsOfNestedReductionsMultiply() throws CertLogicException {
    JsonValue inner = operation("reduce", var("current"), var("accumulator"), JsonValue.of(0));
    JsonValue outer = operation("reduce", var(""), inner, JsonValue.of(0));
    assertTrue(evaluate(outer, repeated(repeated(ONE, 200), 200)).value().isPresent());
    assertFault(CertLogicFault.TOO_MANY_STEPS, evaluate(outer, repeated(repeated(ONE, 300), 300)));
  }

  @Test
  void inCountsWhatItLooksAt() throws CertLogicException {
    JsonValue in = operation("in", JsonValue.of("x"), var(""));
    assertEquals(
        Optional.of(JsonValue.of(false)), evaluate(in, repeated(ONE, Limits.MAX_STEPS)).value());
    assertFault(CertLogicFault.TOO_MANY_STEPS, evaluate(in, repeated(ONE, Limits.MAX_STEPS + 1)));
  }

  /** Otherwise a thousand comparisons of texts of a million characters would be one step each. */
  @Test
  void longTextsCountByTheirLength() throws CertLogicException {
    int length = Limits.CHARS_PER_STEP * (Limits.MAX_STEPS / 4);
    String text = new String(new char[length]).replace('\0', 'x');
    JsonValue data = repeated(JsonValue.of(text), 6);
    JsonValue same = operation("===", var("0"), var("1"));
    JsonValue late = JsonValue.of(text + "y");
    assertTrue(evaluate(same, data).isTrue());
    assertTrue(evaluate(operation("!", operation("===", late, var("0"))), data).isTrue());
    JsonValue part = operation("extractFromUVCI", var("current"), JsonValue.of(0));
    JsonValue parts =
        operation("reduce", var(""), JsonValue.array(List.of(var("accumulator"), part)), ONE);
    assertFault(CertLogicFault.TOO_MANY_STEPS, evaluate(parts, data));
    JsonValue date = operation("plusTime", var("current"), ONE, JsonValue.of("day"));
    JsonValue decimals = JsonValue.of("2021-06-01T00:00:00." + text.replace('x', '1'));
    assertFault(
        CertLogicFault.TOO_MANY_STEPS,
        evaluate(operation("reduce", var(""), date, ONE), repeated(decimals, 6)));
  }

  /** Thirty steps would otherwise make a result of 2^30 elements. */
  @Test
  void aResultThatDoublesIsNeverBuilt() throws CertLogicException {
    JsonValue doubled = JsonValue.array(List.of(var("accumulator"), var("accumulator")));
    JsonValue expression = operation("reduce", var(""), doubled, JsonValue.of("x"));
    assertTrue(evaluate(expression, repeated(ONE, 10)).value().isPresent());
    assertFault(CertLogicFault.RESULT_TOO_LARGE, evaluate(expression, repeated(ONE, 30)));
    assertFault(CertLogicFault.RESULT_TOO_LARGE, evaluate(expression, repeated(ONE, 10_000)));
  }

  @Test
  void aResultIsNoDeeperThanAJsonValue() throws CertLogicException {
    JsonValue wrapped = JsonValue.array(List.of(var("accumulator")));
    JsonValue expression = operation("reduce", var(""), wrapped, JsonValue.of("x"));
    assertTrue(evaluate(expression, repeated(ONE, JsonValue.MAX_DEPTH)).value().isPresent());
    assertFault(
        CertLogicFault.RESULT_TOO_LARGE,
        evaluate(expression, repeated(ONE, JsonValue.MAX_DEPTH + 1)));
  }

  /** A lambda that takes all it can see piles up every item behind one another. */
  @Test
  void aLambdaMayKeepWhatItSees() throws CertLogicException, FormatException {
    JsonValue expression = operation("reduce", var(""), var(""), JsonValue.of("x"));
    assertEquals(
        "{\"current\":2,\"accumulator\":{\"current\":1,\"accumulator\":\"x\"}}",
        evaluate(expression, JsonValue.parse("[1,2]")).value().orElseThrow().toJson());
    assertFault(CertLogicFault.RESULT_TOO_LARGE, evaluate(expression, repeated(ONE, 90_000)));
  }

  @Test
  void dataMayBeAnything() throws CertLogicException {
    JsonValue deep = ONE;
    for (int i = 0; i < JsonValue.MAX_DEPTH; i++) {
      deep = JsonValue.array(List.of(deep));
    }
    assertEquals(Optional.of(deep), evaluate(var(""), deep).value());
    assertEquals(Optional.of(ONE), evaluate(var(path(JsonValue.MAX_DEPTH)), deep).value());
    assertEquals(
        Optional.of(JsonValue.nothing()), evaluate(var(path(Limits.MAX_NODES - 1)), deep).value());
    assertEquals(CertLogicFault.TOO_LARGE, compileFault(var(path(Limits.MAX_NODES))));
    String name = new String(new char[Limits.CHARS_PER_STEP * Limits.MAX_NODES]).replace('\0', 'x');
    assertEquals(CertLogicFault.TOO_LARGE, compileFault(var(name)));
  }

  private static String path(int fragments) {
    return String.join(".", Collections.nCopies(fragments, "0"));
  }
}
