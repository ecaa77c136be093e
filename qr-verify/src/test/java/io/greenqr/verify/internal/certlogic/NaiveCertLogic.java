package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CertLogic a second time, read off the specification with no thought of speed or limits: by
 * recursion over JSON, with regular expressions and java.time. It takes expressions that compile.
 *
 * <p>Values are null, Boolean, Long, String, List, Map, LocalDateTime in UTC, and the JsonValue of
 * a number that is no integer.
 */
public final class NaiveCertLogic {
  private static final Pattern INSTANT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?"
              + "(?:Z|([+-])(?:(\\d{1,2})|(\\d{1,2}):?(\\d{2})))?");

  private static final DateTimeFormatter CANONICAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private NaiveCertLogic() {}

  /** Why there is no value. */
  public static final class NoValue extends Exception {
    private static final long serialVersionUID = 1L;

    public final CertLogicFault fault;

    private NoValue(CertLogicFault fault) {
      this.fault = fault;
    }
  }

  /** The value as JSON. */
  public static JsonValue evaluate(JsonValue expression, JsonValue data) throws NoValue {
    return json(value(expression, plain(data)));
  }

  private static Object plain(JsonValue json) {
    return switch (json.kind()) {
      case NULL -> null;
      case BOOLEAN -> json.booleanValue();
      case INTEGER -> json.integerValue();
      case NUMBER -> json;
      case STRING -> json.text();
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        json.elements().forEach(element -> list.add(plain(element)));
        yield list;
      }
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        json.members().forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
    };
  }

  private static JsonValue json(Object value) {
    if (value == null) {
      return JsonValue.nothing();
    }
    if (value instanceof Boolean bool) {
      return JsonValue.of(bool);
    }
    if (value instanceof Long integer) {
      return JsonValue.of(integer);
    }
    if (value instanceof String text) {
      return JsonValue.of(text);
    }
    if (value instanceof LocalDateTime date) {
      return JsonValue.of(CANONICAL.format(date));
    }
    if (value instanceof List<?> list) {
      return JsonValue.array(list.stream().map(NaiveCertLogic::json).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put((String) name, json(member)));
      return JsonValue.object(members);
    }
    return (JsonValue) value;
  }

  private static Object value(JsonValue expression, Object data) throws NoValue {
    return switch (expression.kind()) {
      case BOOLEAN, INTEGER, STRING -> plain(expression);
      case ARRAY -> values(expression.elements(), data);
      case OBJECT -> {
        Map.Entry<String, JsonValue> operation = expression.members().entrySet().iterator().next();
        yield operation.getKey().equals("var")
            ? path(operation.getValue().text(), data)
            : operation(operation.getKey(), operation.getValue().elements(), data);
      }
      default -> throw new IllegalArgumentException("does not compile");
    };
  }

  private static List<Object> values(List<JsonValue> expressions, Object data) throws NoValue {
    List<Object> values = new ArrayList<>();
    for (JsonValue expression : expressions) {
      values.add(value(expression, data));
    }
    return values;
  }

  private static Object path(String path, Object data) {
    Object at = data;
    for (String fragment : path.isEmpty() ? new String[0] : path.split("\\.")) {
      if (!fragment.matches("-?[0-9]+")) {
        at = at instanceof Map<?, ?> map ? map.get(fragment) : null;
      } else {
        long index = Long.parseLong(fragment);
        at =
            at instanceof List<?> list && index >= 0 && index < list.size()
                ? list.get((int) index)
                : null;
      }
    }
    return at;
  }

  private static Object operation(String name, List<JsonValue> operands, Object data)
      throws NoValue {
    return switch (name) {
      case "if" -> value(operands.get(isTruthy(value(operands.get(0), data)) ? 1 : 2), data);
      case "and" -> {
        Object last = null;
        for (JsonValue operand : operands) {
          last = value(operand, data);
          if (!isTruthy(last)) {
            break;
          }
        }
        yield last;
      }
      case "!" -> !isTruthy(value(operands.get(0), data));
      case "===" -> isSame(value(operands.get(0), data), value(operands.get(1), data));
      case "in" -> {
        Object element = value(operands.get(0), data);
        for (Object one : type(List.class, value(operands.get(1), data))) {
          if (isSame(element, one)) {
            yield true;
          }
        }
        yield false;
      }
      case "+" -> sum(typed(Long.class, operands, data));
      case "<", ">", "<=", ">=" -> compare(name, typed(Long.class, operands, data));
      case "before", "after", "not-after", "not-before" ->
          compare(name, typed(LocalDateTime.class, operands, data));
      case "plusTime" ->
          plusTime(
              type(String.class, value(operands.get(0), data)),
              operands.get(1).integerValue(),
              operands.get(2).text());
      case "dccDateOfBirth" -> date(type(String.class, value(operands.get(0), data)));
      case "reduce" -> reduce(operands, data);
      case "extractFromUVCI", "extractFromUCI" ->
          fragment(value(operands.get(0), data), operands.get(1).integerValue());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean isTruthy(Object value) throws NoValue {
    if (value instanceof LocalDateTime || value instanceof JsonValue) {
      throw new NoValue(CertLogicFault.NEITHER_TRUTHY_NOR_FALSY);
    }
    return !Stream.of(false, 0L, "", List.of(), Map.of()).anyMatch(it -> it.equals(value))
        && value != null;
  }

  private static boolean isSame(Object left, Object right) throws NoValue {
    if (isScalar(left) || isScalar(right)) {
      return left == null ? right == null : left.equals(right);
    }
    throw new NoValue(CertLogicFault.OPERAND_TYPE);
  }

  private static boolean isScalar(Object value) {
    return value == null
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof String;
  }

  private static <T> T type(Class<T> type, Object value) throws NoValue {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw new NoValue(CertLogicFault.OPERAND_TYPE);
  }

  private static long sum(List<Long> operands) throws NoValue {
    try {
      return Math.addExact(operands.get(0).longValue(), operands.get(1).longValue());
    } catch (ArithmeticException e) {
      throw new NoValue(CertLogicFault.INTEGER_RANGE);
    }
  }

  private static <T> List<T> typed(Class<T> type, List<JsonValue> operands, Object data)
      throws NoValue {
    List<T> values = new ArrayList<>();
    for (JsonValue operand : operands) {
      values.add(type(type, value(operand, data)));
    }
    return values;
  }

  private static <T extends Comparable<? super T>> boolean compare(
      String operator, List<T> operands) {
    boolean holds = true;
    for (int i = 1; i < operands.size(); i++) {
      int order = operands.get(i - 1).compareTo(operands.get(i));
      holds &=
          switch (operator) {
            case "<", "before" -> order < 0;
            case ">", "after" -> order > 0;
            case "<=", "not-after" -> order <= 0;
            default -> order >= 0;
          };
    }
    return holds;
  }

  private static LocalDateTime plusTime(String text, long amount, String unit) throws NoValue {
    LocalDateTime start = text.contains("T") ? instant(text) : date(text);
    LocalDateTime moved;
    try {
      moved =
          switch (unit) {
            case "year" -> plusMonths(start, Math.multiplyExact(amount, 12L));
            case "month" -> plusMonths(start, amount);
            case "day" -> start.plusDays(amount);
            default -> start.plusHours(amount);
          };
    } catch (ArithmeticException | DateTimeException e) {
      throw new NoValue(CertLogicFault.DATE_RANGE);
    }
    if (moved.getYear() < 0 || moved.getYear() > 9999) {
      throw new NoValue(CertLogicFault.DATE_RANGE);
    }
    return moved;
  }

  /** As setUTCMonth of ECMAScript: the day of the month stays, and runs over a short month. */
  private static LocalDateTime plusMonths(LocalDateTime start, long months) {
    return start.withDayOfMonth(1).plusMonths(months).plusDays(start.getDayOfMonth() - 1);
  }

  private static LocalDateTime instant(String text) throws NoValue {
    Matcher matcher = INSTANT.matcher(text);
    if (!matcher.matches() || matcher.group(2).startsWith("24")) {
      throw new NoValue(CertLogicFault.NOT_A_DATE);
    }
    try {
      LocalDateTime local =
          LocalDate.parse(matcher.group(1)).atTime(LocalTime.parse(matcher.group(2)));
      if (matcher.group(3) != null) {
        local =
            local.plusNanos(1_000_000L * Long.parseLong((matcher.group(3) + "00").substring(0, 3)));
      }
      if (matcher.group(4) == null) {
        return local;
      }
      String hours = matcher.group(5) == null ? matcher.group(6) : matcher.group(5);
      String minutes = matcher.group(7) == null ? "0" : matcher.group(7);
      LocalTime offset = LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
      long seconds = offset.toSecondOfDay();
      return local.plusSeconds(matcher.group(4).equals("-") ? seconds : -seconds);
    } catch (DateTimeException e) {
      throw new NoValue(CertLogicFault.NOT_A_DATE);
    }
  }

  private static LocalDateTime date(String text) throws NoValue {
    try {
      if (text.matches("[0-9]{4}")) {
        return LocalDate.of(Integer.parseInt(text), 12, 31).atStartOfDay();
      }
      if (text.matches("[0-9]{4}-[0-9]{2}")) {
        return YearMonth.parse(text).atEndOfMonth().atStartOfDay();
      }
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text).atStartOfDay();
      }
      throw new NoValue(CertLogicFault.NOT_A_DATE);
    } catch (DateTimeException e) {
      throw new NoValue(CertLogicFault.NOT_A_DATE);
    }
  }

  private static Object reduce(List<JsonValue> operands, Object data) throws NoValue {
    Object items = value(operands.get(0), data);
    List<?> list = items == null ? List.of() : type(List.class, items);
    Object accumulator = value(operands.get(2), data);
    for (Object current : list) {
      Map<String, Object> inside = new LinkedHashMap<>();
      inside.put("current", current);
      inside.put("accumulator", accumulator);
      accumulator = value(operands.get(1), inside);
    }
    return accumulator;
  }

  private static Object fragment(Object value, long index) throws NoValue {
    if (value == null) {
      return null;
    }
    String[] fragments =
        type(String.class, value).replaceFirst("^URN:UVCI:", "").split("[/#:]", -1);
    return index >= 0 && index < fragments.length ? fragments[(int) index] : null;
  }

  /** The milliseconds of a date that the evaluator must read as this one does. */
  static long millis(String text) throws NoValue {
    return plusTime(text, 0, "day").toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
