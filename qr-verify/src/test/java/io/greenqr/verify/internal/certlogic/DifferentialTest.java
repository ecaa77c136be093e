package io.greenqr.verify.internal.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random expressions give what the specification says, over JSON and over views alike. */
class DifferentialTest {
  private static final int EXPRESSIONS = 20_000;

  private enum Outcome {
    TRUE,
    FALSE,
    OTHER,
    FAULT
  }

  @Test
  void agreesWithANaiveReadingOfTheSpecification() throws CertLogicException {
    Random random = new Random(20_220_512);
    RandomExpressions expressions = new RandomExpressions(random);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < EXPRESSIONS; i++) {
      JsonValue expression = expressions.expression(1 + random.nextInt(5));
      Map<String, JsonValue> data = expressions.data();
      LocalDate today = expressions.localDate();
      long now = today.atTime(random.nextInt(24), 30).toEpochSecond(ZoneOffset.UTC);
      TimeText clock = TimeText.at(now);
      TimeText day = TimeText.day((int) today.toEpochDay());
      data.put("now", JsonValue.of(clock.text()));
      data.put("today", JsonValue.of(day.text()));

      Program program = Program.compile(expression);
      Value value = program.evaluate(Value.of(JsonValue.object(data)), null);
      String where = expression.toJson() + " of " + JsonValue.object(data).toJson();
      assertEquals(naive(expression, JsonValue.object(data)), json(value), where);

      Map<String, Value> view = new HashMap<>();
      data.forEach((name, member) -> view.put(name, Views.eager(member)));
      view.put("now", clock);
      view.put("today", day);
      assertEquals(
          Views.shown(value), Views.shown(program.evaluate(Views.object(view), null)), where);
      outcomes.merge(outcome(value), 1, Integer::sum);
    }
    for (Outcome outcome : Outcome.values()) {
      assertTrue(outcomes.getOrDefault(outcome, 0) > EXPRESSIONS / 20, outcomes.toString());
    }
  }

  private static String naive(JsonValue expression, JsonValue data) {
    try {
      return NaiveCertLogic.evaluate(expression, data).toJson();
    } catch (NaiveCertLogic.NoValue e) {
      return e.fault.name();
    }
  }

  private static String json(Value value) {
    if (value instanceof FaultValue fault) {
      return fault.fault().name();
    }
    return ResultJson.of(value).toJson();
  }

  private static Outcome outcome(Value value) {
    if (value instanceof FaultValue) {
      return Outcome.FAULT;
    }
    if (value instanceof BooleanValue) {
      return value == BooleanValue.TRUE ? Outcome.TRUE : Outcome.FALSE;
    }
    return Outcome.OTHER;
  }
}
