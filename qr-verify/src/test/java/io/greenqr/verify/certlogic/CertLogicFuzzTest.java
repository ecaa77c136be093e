package io.greenqr.verify.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.RandomExpressions;
import io.greenqr.verify.internal.certlogic.Value;
import io.greenqr.verify.internal.certlogic.Views;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any JSON as an expression over any JSON: it does not compile, or it gives the same value or fault
 * every time, through every kind of view, and in bounded time.
 */
class CertLogicFuzzTest {
  static Stream<byte[]> seeds() {
    Random random = new Random(1);
    RandomExpressions expressions = new RandomExpressions(random);
    return Stream.generate(
            () ->
                expressions.expression(3).toJson()
                    + '\n'
                    + JsonValue.object(expressions.data()).toJson())
        .limit(40)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void anyExpressionOverAnyData(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    JsonValue expression;
    JsonValue data;
    try {
      expression = JsonValue.parse(end < 0 ? text : text.substring(0, end));
      data = end < 0 ? expression : JsonValue.parse(text.substring(end + 1));
    } catch (FormatException noJson) {
      return;
    }
    check(expression, data);
  }

  private static boolean check(JsonValue expression, JsonValue data) {
    CertLogicExpression compiled;
    Program program;
    try {
      compiled = CertLogicExpression.compile(expression);
      program = Program.compile(expression);
    } catch (CertLogicException e) {
      assertNotNull(e.fault());
      assertTrue(e.place().isEmpty() || e.place().startsWith("/"), e.place());
      return false;
    }
    CertLogicResult result = compiled.evaluate(data);
    assertEquals(result, compiled.evaluate(data));
    assertNotNull(result.toString());
    String lazy = Views.shown(program.evaluate(Value.of(data), null));
    Value eager = Views.eager(data);
    assertEquals(lazy, Views.shown(program.evaluate(eager, null)));
    assertEquals(lazy, Views.shown(program.evaluate(eager, ClockTrace.from(0))));
    return true;
  }

  /** Valid expressions with one part put in the place of another: all that a hand can mistype. */
  @Test
  void damagedExpressions() {
    Random random = new Random(3);
    RandomExpressions expressions = new RandomExpressions(random);
    int compiled = 0;
    for (int i = 0; i < 10_000; i++) {
      JsonValue expression = expressions.expression(4);
      JsonValue part = part(expressions.expression(3), random);
      compiled +=
          check(damaged(expression, part, random), JsonValue.object(expressions.data())) ? 1 : 0;
    }
    assertTrue(compiled > 1_000 && compiled < 9_500, compiled + " compiled");
  }

  private static JsonValue part(JsonValue json, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> JsonValue.nothing();
      case 1 -> JsonValue.array(List.of());
      case 2 -> JsonValue.object(Map.of());
      case 3 -> JsonValue.of(random.nextLong());
      default -> json;
    };
  }

  private static JsonValue damaged(JsonValue json, JsonValue part, Random random) {
    if (json.kind() == JsonValue.Kind.ARRAY && !json.elements().isEmpty()) {
      List<JsonValue> elements = new ArrayList<>(json.elements());
      int at = random.nextInt(elements.size());
      elements.set(at, damaged(elements.get(at), part, random));
      return JsonValue.array(elements);
    }
    if (json.kind() == JsonValue.Kind.OBJECT && random.nextInt(4) > 0) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      json.members().forEach((name, member) -> members.put(name, damaged(member, part, random)));
      return JsonValue.object(members);
    }
    return part;
  }
}
