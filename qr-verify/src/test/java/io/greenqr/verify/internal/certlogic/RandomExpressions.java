package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Expressions that compile, and data that fit them: mostly of the types that operations take, so
 * that answers are values and not only faults.
 */
public final class RandomExpressions {
  private static final String[] COMPARISONS = {"<", ">", "<=", ">="};
  private static final String[] DATE_COMPARISONS = {"after", "before", "not-after", "not-before"};
  private static final String[] UNITS = {"year", "month", "day", "hour"};
  private static final String[] DATES = {"now", "today", "day", "at", "list.0", "born", "now"};
  private static final String[] ANY = {
    "", "now", "n", "list", "text", "o", "o.x", "none", "f", "b"
  };

  private final Random random;

  public RandomExpressions(Random random) {
    this.random = random;
  }

  /** An expression, with operations inside each other up to a depth. */
  public JsonValue expression(int depth) {
    return random.nextInt(4) > 0 ? condition(depth) : any(depth);
  }

  /**
   * What the paths of expressions lead to; {@code now} and {@code today} are left to the caller.
   */
  public Map<String, JsonValue> data() {
    Map<String, JsonValue> data = new LinkedHashMap<>();
    data.put("day", JsonValue.of(date()));
    data.put("at", JsonValue.of(instant()));
    data.put("born", JsonValue.of(date().substring(0, pick(4, 7, 10))));
    data.put("n", JsonValue.of((long) random.nextInt(5) - 1));
    data.put("text", JsonValue.of(pick("", "a", "b", "01:VN/5#x", "URN:UVCI:01:VN")));
    data.put("list", list());
    data.put("b", JsonValue.of(random.nextBoolean()));
    data.put("f", JsonValue.array(List.of()));
    data.put("o", JsonValue.object(Collections.singletonMap("x", list())));
    return data;
  }

  private JsonValue list() {
    List<JsonValue> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(
          pick(JsonValue.of(date()), JsonValue.of("a"), JsonValue.of(1), JsonValue.of(instant())));
    }
    return JsonValue.array(list);
  }

  /** Around the turns of months, where dates are difficult. */
  public LocalDate localDate() {
    return LocalDate.of(2019, 12, 28).plusMonths(random.nextInt(40)).plusDays(random.nextInt(8));
  }

  private String date() {
    return localDate().toString();
  }

  private String instant() {
    return date()
        + pick("T00:00:00Z", "T23:59:59+07:00", "T12:30:01.5Z", "T07:00:00-0530", "T00:00:00.001");
  }

  private JsonValue condition(int depth) {
    if (depth <= 0) {
      return pick(JsonValue.of(true), JsonValue.of(false), var(pick(ANY)), var("b"));
    }
    int inside = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> operation("and", condition(inside), condition(inside), condition(inside));
      case 1 -> operation("if", condition(inside), condition(inside), condition(inside));
      case 2 -> operation("!", condition(inside));
      case 3 -> operation("===", any(inside), any(inside));
      case 4 -> operation("in", any(inside), array(inside));
      case 5 -> operation(pick(COMPARISONS), some(() -> integer(inside)));
      default -> operation(pick(DATE_COMPARISONS), some(() -> date(inside)));
    };
  }

  private JsonValue date(int depth) {
    if (depth > 1 && random.nextInt(8) == 0) {
      return operation("if", condition(depth - 2), date(depth - 1), date(depth - 1));
    }
    return switch (random.nextInt(12)) {
      case 0 -> operation("dccDateOfBirth", text(depth - 1));
      case 1 -> any(depth - 1);
      case 2 ->
          operation(
              "reduce",
              array(depth - 1),
              operation("plusTime", var("current"), JsonValue.of(1), JsonValue.of("day")),
              date(depth - 1));
      default -> operation("plusTime", text(depth - 1), amount(), JsonValue.of(pick(UNITS)));
    };
  }

  private JsonValue amount() {
    return JsonValue.of(
        switch (random.nextInt(20)) {
          case 0 -> random.nextLong();
          case 1 -> (long) random.nextInt(40_000) - 20_000;
          default -> (long) random.nextInt(60) - 30;
        });
  }

  private JsonValue text(int depth) {
    return switch (random.nextInt(16)) {
      case 0 -> JsonValue.of(date());
      case 1 -> JsonValue.of(instant());
      case 2 -> any(depth - 1);
      case 3 ->
          operation("extractFromUVCI", any(depth - 1), JsonValue.of((long) random.nextInt(4)));
      default -> var(pick(DATES));
    };
  }

  private JsonValue integer(int depth) {
    return switch (depth <= 0 ? 9 : random.nextInt(8)) {
      case 0, 1 -> operation("+", integer(depth - 1), integer(depth - 1));
      case 2 -> any(depth - 1);
      case 3 ->
          operation(
              "reduce",
              array(depth - 1),
              operation("+", var("accumulator"), JsonValue.of(1)),
              integer(depth - 1));
      case 4 -> var("n");
      default -> JsonValue.of(random.nextInt(50) == 0 ? Long.MAX_VALUE : random.nextInt(5) - 1L);
    };
  }

  private JsonValue array(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> var("o.x");
      case 1 -> JsonValue.array(List.of(some(() -> any(depth - 1))));
      case 2 -> any(depth - 1);
      default -> var("list");
    };
  }

  private JsonValue any(int depth) {
    if (depth <= 0) {
      return pick(var(pick(ANY)), var(pick(DATES)), JsonValue.of("a"), JsonValue.of(1));
    }
    int inside = depth - 1;
    return switch (random.nextInt(8)) {
      case 0 -> condition(inside);
      case 1 -> date(inside);
      case 2 -> integer(inside);
      case 3 -> array(inside);
      case 4 -> operation("reduce", array(inside), lambda(inside), any(inside));
      case 5 -> operation("if", condition(inside), any(inside), any(inside));
      default -> text(inside);
    };
  }

  private JsonValue lambda(int depth) {
    JsonValue current = var("current");
    JsonValue accumulator = var("accumulator");
    return pick(
        JsonValue.array(List.of(accumulator, current)),
        operation("and", accumulator, current),
        operation("if", accumulator, current, accumulator),
        operation("===", current, accumulator),
        any(depth - 1));
  }

  private JsonValue[] some(Supplier<JsonValue> operand) {
    JsonValue[] operands = new JsonValue[2 + random.nextInt(2)];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = operand.get();
    }
    return operands;
  }

  private static JsonValue operation(String name, JsonValue... operands) {
    return JsonValue.object(Collections.singletonMap(name, JsonValue.array(List.of(operands))));
  }

  private static JsonValue var(String path) {
    return JsonValue.object(Collections.singletonMap("var", JsonValue.of(path)));
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
