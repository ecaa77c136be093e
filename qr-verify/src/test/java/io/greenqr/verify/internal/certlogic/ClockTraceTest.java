package io.greenqr.verify.internal.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results hold as long as a complete trace says. */
class ClockTraceTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final int VIETNAM = 7 * 60;

  /** Where the calendar ends, dates change as well. */
  private static final long NEVER = Instant.parse("9990-01-01T00:00:00Z").toEpochMilli();

  /** Data whose clock can be moved. */
  private static final class Data {
    private final Map<String, Value> members = new HashMap<>();
    private final int offsetMinutes;

    private Data(Map<String, JsonValue> fixed, int offsetMinutes) {
      fixed.forEach((name, member) -> members.put(name, Views.eager(member)));
      this.offsetMinutes = offsetMinutes;
    }

    private Value at(long clockMillis) {
      Map<String, Value> view = new HashMap<>(members);
      view.put("now", TimeText.clock(Math.floorDiv(clockMillis, 1000L)));
      long local = clockMillis + offsetMinutes * 60_000L;
      view.put("today", TimeText.today((int) Math.floorDiv(local, DAY), offsetMinutes));
      return Views.object(view);
    }
  }

  @Test
  void resultsHoldUpToTheNextInstantOfACompleteTrace() throws CertLogicException {
    Random random = new Random(1_582);
    RandomExpressions expressions = new RandomExpressions(random);
    int traced = 0;
    for (int i = 0; i < 12_000; i++) {
      JsonValue expression = expressions.expression(1 + random.nextInt(4));
      Program program = Program.compile(expression);
      Data data = new Data(expressions.data(), random.nextInt(29 * 60) - 14 * 60);
      long clock = expressions.localDate().toEpochDay() * DAY + (long) (random.nextDouble() * DAY);

      ClockTrace trace = ClockTrace.from(clock);
      String result = Views.shown(program.evaluate(data.at(clock), trace));
      String where = expression.toJson() + " at " + Instant.ofEpochMilli(clock);
      assertEquals(result, Views.shown(program.evaluate(data.at(clock), null)), where);
      assertTrue(trace.next() > clock, where);
      if (trace.isComplete()) {
        assertHolds(program, data, clock, trace.next(), result, where, random);
        traced += trace.next() < Long.MAX_VALUE ? 1 : 0;
      }
    }
    assertTrue(traced > 1_500, traced + " depend on the clock");
  }

  /** January 31 and one month is March 3, and February 1 and one month is March 1. */
  @Test
  void resultsHoldWhereMonthsRunOverTheirEnd() throws CertLogicException, FormatException {
    Random random = new Random(28);
    RandomExpressions expressions = new RandomExpressions(random);
    for (int i = 0; i < 4_000; i++) {
      int months = random.nextInt(40) - 20;
      String source = random.nextBoolean() ? "now" : "today";
      Program program =
          compile(
              String.format(
                  "{'after': [{'plusTime': [{'var': '%s'}, %d, 'month']},"
                      + " {'plusTime': [{'var': 'at'}, 0, 'day']}]}",
                  source, months));
      long fixed = expressions.localDate().toEpochDay() * DAY + random.nextInt(24) * HOUR;
      String at = Instant.ofEpochMilli(fixed + random.nextInt(2) * 500L).toString();
      Data data = data("at", at, random.nextInt(29 * 60) - 14 * 60);
      long clock = Dates.plusMonths(fixed, -months) + (random.nextInt(18) - 9) * 12L * HOUR;

      ClockTrace trace = ClockTrace.from(clock);
      String result = Views.shown(program.evaluate(data.at(clock), trace));
      assertTrue(trace.isComplete());
      long end = Math.min(trace.next(), clock + 40L * DAY);
      for (long later = clock; later < end; later += 3 * HOUR) {
        assertEquals(result, Views.shown(program.evaluate(data.at(later), null)), at + months);
      }
      assertEquals(result, Views.shown(program.evaluate(data.at(end - 1), null)), at + months);
    }
  }

  private static void assertHolds(
      Program program,
      Data data,
      long clock,
      long next,
      String result,
      String where,
      Random random) {
    long length = Math.min(next - 1 - clock, 1_500 * DAY);
    for (int i = 0; i < 60; i++) {
      long later =
          switch (i) {
            case 0 -> clock + length;
            case 1 -> clock + Math.max(0, length - 1_000);
            case 2 -> clock + Math.min(1, length);
            default -> clock + (long) (Math.pow(random.nextDouble(), i % 3 + 1) * length);
          };
      if (i % 4 == 3) {
        later = Math.max(clock, later / HOUR * HOUR);
      }
      assertEquals(
          result,
          Views.shown(program.evaluate(data.at(later), null)),
          () -> where + " and at " + next);
    }
  }

  private static Program compile(String json) throws CertLogicException, FormatException {
    return Program.compile(JsonValue.parse(json.replace('\'', '"')));
  }

  private static Data data(String name, String text, int offsetMinutes) {
    return new Data(Collections.singletonMap(name, JsonValue.of(text)), offsetMinutes);
  }

  private static ClockTrace trace(String expression, Data data, String clock)
      throws CertLogicException, FormatException {
    long millis = Instant.parse(clock).toEpochMilli();
    ClockTrace trace = ClockTrace.from(millis);
    compile(expression).evaluate(data.at(millis), trace);
    return trace;
  }

  /** An answer that is given again too early costs time, and every scanner's time. */
  @ParameterizedTest
  @CsvSource({
    "now, 72, hour, 2021-06-01T00:00:00Z, 2021-06-02T11:00:00.500Z, 2021-06-04T00:00:00Z,",
    "now, 72, hour, 2021-06-01T00:00:00Z, 2021-06-04T00:00:00.500Z, 2021-06-04T00:00:01Z,",
    "now, 72, hour, 2021-06-01T00:00:00.250Z, 2021-06-03T00:00:00Z, 2021-06-04T00:00:01Z,",
    "now, 72, hour, 2021-06-01T00:00:00Z, 2021-06-04T00:00:01Z, never,",
    "now, 3, day, 2021-06-01T00:00:00Z, 2021-06-02T11:00:00Z, 2021-06-04T00:00:00Z,",
    "today, 3, day, 2021-06-01, 2021-06-02T11:00:00Z, 2021-06-03T17:00:00Z,",
    "today, 3, day, 2021-06-01, 2021-06-03T17:00:00Z, 2021-06-04T17:00:00Z,",
    "today, 3, day, 2021-06-01, 2021-06-04T17:00:00Z, never,",
    "today, 36, hour, 2021-06-01, 2021-05-31T12:00:00Z, 2021-06-02T17:00:00Z,",
    "today, 6, month, 2021-06-01, 2021-06-02T00:00:00Z, 2021-11-30T17:00:00Z, 2021-11-24T17:00:00Z",
    "now, 1, year, 2021-06-01T12:00:00Z, 2021-06-02T00:00:00Z, 2022-06-01T12:00:00Z, 2022-05-26T00:00:00Z",
    "now, 1, year, 2021-06-01T12:00:00Z, 2022-07-02T00:00:00Z, never,"
  })
  void tellsWhenADateIsReached(
      String clock,
      int amount,
      String unit,
      String date,
      String at,
      String next,
      @Nullable String nextOfTheInverse)
      throws CertLogicException, FormatException {
    String expression =
        "{'not-after': [{'plusTime': [{'var': '%s'}, 0, 'day']},"
            + " {'plusTime': [{'var': 'date'}, %d, '%s']}]}";
    ClockTrace trace =
        trace(String.format(expression, clock, amount, unit), data("date", date, VIETNAM), at);
    assertTrue(trace.isComplete());
    assertEquals(next, next(trace));
    expression =
        "{'before': [{'plusTime': [{'var': 'date'}, 0, 'day']},"
            + " {'plusTime': [{'var': '%s'}, %d, '%s']}]}";
    trace = trace(String.format(expression, clock, -amount, unit), data("date", date, VIETNAM), at);
    assertTrue(trace.isComplete());
    assertEquals(nextOfTheInverse == null ? next : nextOfTheInverse, next(trace));
  }

  private static String next(ClockTrace trace) {
    return trace.next() >= NEVER ? "never" : Instant.ofEpochMilli(trace.next()).toString();
  }

  /** The earliest of several, and only of those that the answer depends on. */
  @Test
  void onlyWhatWasComparedCounts() throws CertLogicException, FormatException {
    Data data = data("date", "2021-06-01", 0);
    String late = "{'before': [{'plusTime': [{'var': 'now'}, -9, 'day']}, %1$s]}";
    String early = "{'before': [{'plusTime': [{'var': 'now'}, -3, 'day']}, %1$s]}";
    String date = "{'plusTime': [{'var': 'date'}, 0, 'day']}";
    String both = String.format("{'and': [" + late + "," + early + "]}", date);
    assertEquals("2021-06-04T00:00:00Z", next(trace(both, data, "2021-06-02T00:00:00Z")));
    assertEquals("2021-06-10T00:00:00Z", next(trace(both, data, "2021-06-06T00:00:00Z")));
    String lazy = String.format("{'and': [{'var': 'none'}," + early + "]}", date);
    assertEquals("never", next(trace(lazy, data, "2021-06-02T00:00:00Z")));
  }

  @Test
  void aTraceCollectsOverSeveralEvaluations() throws CertLogicException, FormatException {
    Program program =
        compile(
            "{'after': [{'plusTime': [{'var': 'date'}, 0, 'day']}, {'plusTime': [{'var': 'now'}, 0, 'day']}]}");
    long clock = Instant.parse("2021-06-01T00:00:00Z").toEpochMilli();
    ClockTrace trace = ClockTrace.from(clock);
    program.evaluate(data("date", "2021-06-09", 0).at(clock), trace);
    program.evaluate(data("date", "2021-06-05", 0).at(clock), trace);
    program.evaluate(data("date", "2021-06-07", 0).at(clock), trace);
    assertEquals("2021-06-05T00:00:00Z", next(trace));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'===': [{'var': 'now'}, '2021-06-01T00:00:00Z']}",
        "{'===': ['x', {'var': 'today'}]}",
        "{'===': [{'var': 'now'}, {'var': 'now'}]}",
        "{'in': [{'var': 'today'}, ['2021-06-01']]}",
        "{'in': ['2021-06-01', [{'var': 'today'}]]}",
        "{'var': 'now'}",
        "{'var': ''}",
        "[{'var': 'now'}]",
        "{'and': [true, {'var': 'today'}]}",
        "{'plusTime': [{'var': 'now'}, 1, 'day']}",
        "{'dccDateOfBirth': [{'var': 'today'}]}",
        "{'extractFromUVCI': [{'var': 'now'}, 0]}",
        "{'reduce': [[1], {'var': 'accumulator'}, {'var': 'now'}]}",
        "{'after': [{'plusTime': [{'var': 'now'}, 1, 'day']}, {'plusTime': [{'var': 'today'}, 1, 'day']}]}"
      })
  void whatShowsTheClockItselfIsNotTraced(String expression)
      throws CertLogicException, FormatException {
    assertFalse(trace(expression, data("x", "", 0), "2021-06-01T00:00:00Z").isComplete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'!': [{'var': 'now'}]}",
        "{'if': [{'var': 'today'}, 1, 2]}",
        "{'===': [{'var': 'now'}, null]}",
        "{'===': [{'var': 'now'}, 1]}",
        "{'===': [{'var': 'none'}, {'var': 'now'}]}",
        "{'+': [{'var': 'now'}, 1]}",
        "{'dccDateOfBirth': [{'var': 'now'}]}",
        "{'extractFromUVCI': [{'var': 'x'}, 0]}",
        "{'var': 'x'}",
        "{'plusTime': [{'var': 'x'}, 0, 'day']}",
        "7"
      })
  void whatTheClockCannotChangeHoldsForever(String expression)
      throws CertLogicException, FormatException {
    String json = expression.replace("null", "{'var': 'none'}");
    ClockTrace trace = trace(json, data("x", "2021", 0), "2021-06-01T00:00:00Z");
    assertTrue(trace.isComplete());
    assertEquals(Long.MAX_VALUE, trace.next());
  }

  /** Far away, but a rule that adds 8,000 years has its end. */
  @Test
  void theEndOfTheCalendarIsAnInstantAsWell() throws CertLogicException, FormatException {
    String expression =
        "{'after': [{'plusTime': [{'var': 'now'}, 69934704, 'hour']},"
            + " {'plusTime': ['2021', 0, 'day']}]}";
    Data data = data("x", "", 0);
    ClockTrace trace = trace(expression, data, "2021-06-01T00:00:00Z");
    Program program = compile(expression);
    assertEquals("true", Views.shown(program.evaluate(data.at(trace.next() - 1), null)));
    assertEquals("DATE_RANGE", Views.shown(program.evaluate(data.at(trace.next() + 1_000), null)));
  }
}
