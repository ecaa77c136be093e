package io.greenqr.cli;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import io.greenqr.format.policy.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A CertLogic expression as people write conditions: {@code vaccination.completed.day + 14 days <=
 * today}. Only for expressions that compile.
 */
final class ConditionWords {
  private static final String AND = "and";
  private static final String IF = "if";
  private static final int LONG_LINE = 90;

  private final Vocabulary words;

  ConditionWords(Language language) {
    this.words = new Vocabulary(language);
  }

  /** The condition on one line, or as an outline of its parts where it is long. */
  List<String> lines(JsonValue condition) {
    List<String> lines = new ArrayList<>();
    outline(condition, "", lines);
    return lines;
  }

  private void outline(JsonValue condition, String indent, List<String> lines) {
    String text = condition(condition, Binding.CHOICE);
    boolean all = isOperation(condition, AND);
    List<JsonValue> parts = all ? operands(condition) : alternatives(condition);
    if (text.length() <= LONG_LINE || parts.size() < 2) {
      lines.add(indent + text);
      return;
    }
    lines.add(indent + (all ? words.allOf() : words.oneOf()));
    for (JsonValue part : parts) {
      outline(part, indent + "  ", lines);
    }
  }

  /** CertLogic has no "or": authors write it as a choice with a constant. */
  private static List<JsonValue> alternatives(JsonValue condition) {
    List<JsonValue> alternatives = new ArrayList<>();
    JsonValue rest = condition;
    while (isOperation(rest, IF) && isConstant(operands(rest).get(1), true)) {
      alternatives.add(operands(rest).get(0));
      rest = operands(rest).get(2);
    }
    alternatives.add(rest);
    return alternatives;
  }

  /** How tightly an expression holds together, from the loosest on. */
  private enum Binding {
    CHOICE,
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM
  }

  private static boolean isOperation(JsonValue json, String name) {
    return json.kind() == Kind.OBJECT && json.members().containsKey(name);
  }

  private static List<JsonValue> operands(JsonValue operation) {
    return operation.members().values().iterator().next().elements();
  }

  /** Where true or false is asked, a value means that it is there, and neither empty nor 0. */
  private String condition(JsonValue json, Binding around) {
    return isOperation(json, "var") ? words.given(value(json, Binding.SUM)) : value(json, around);
  }

  private String value(JsonValue json, Binding around) {
    return switch (json.kind()) {
      case BOOLEAN -> words.truth(json.booleanValue());
      case STRING -> '"' + json.text() + '"';
      case ARRAY -> list(json.elements());
      case OBJECT -> operation(json, around);
      default -> json.toJson();
    };
  }

  private String list(List<JsonValue> elements) {
    return elements.stream()
        .map(it -> value(it, Binding.CHOICE))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String operation(JsonValue json, Binding around) {
    Map.Entry<String, JsonValue> operation = json.members().entrySet().iterator().next();
    String name = operation.getKey();
    if (name.equals("var")) {
      return words.path(operation.getValue().text());
    }
    List<JsonValue> operands = operation.getValue().elements();
    return switch (name) {
      case AND -> bound(conditions(operands, words.and(), Binding.AND), Binding.AND, around);
      case IF -> choice(operands.get(0), operands.get(1), operands.get(2), around);
      case "!" -> negation(operands.get(0), around);
      case "plusTime" -> moved(operands, around);
      case "+" -> bound(chain(operands, "+", Binding.SUM), Binding.SUM, around);
      case "dccDateOfBirth" -> words.lastDay(value(operands.get(0), Binding.CHOICE));
      case "extractFromUVCI", "extractFromUCI" ->
          words.part(operands.get(1).toJson(), value(operands.get(0), Binding.CHOICE));
      case "reduce" ->
          words.fold(
              value(operands.get(0), Binding.CHOICE),
              value(operands.get(1), Binding.CHOICE),
              value(operands.get(2), Binding.CHOICE));
      default ->
          bound(chain(operands, words.comparison(name), Binding.SUM), Binding.COMPARISON, around);
    };
  }

  private static String bound(String text, Binding own, Binding around) {
    return own.compareTo(around) < 0 ? "(" + text + ")" : text;
  }

  private String chain(List<JsonValue> operands, String sign, Binding inside) {
    return operands.stream()
        .map(it -> value(it, inside))
        .collect(Collectors.joining(" " + sign + " "));
  }

  private String conditions(List<JsonValue> operands, String word, Binding inside) {
    return operands.stream()
        .map(it -> condition(it, inside))
        .collect(Collectors.joining(" " + word + " "));
  }

  private String choice(JsonValue asked, JsonValue then, JsonValue otherwise, Binding around) {
    if (isConstant(then, true)) {
      return bound(
          conditions(List.of(asked, otherwise), words.or(), Binding.OR), Binding.OR, around);
    }
    if (isConstant(otherwise, false)) {
      return bound(conditions(List.of(asked, then), words.and(), Binding.AND), Binding.AND, around);
    }
    String condition = condition(asked, Binding.OR);
    if (isConstant(otherwise, true)) {
      return bound(words.implies(condition, condition(then, Binding.OR)), Binding.CHOICE, around);
    }
    if (isConstant(then, false)) {
      List<String> both =
          List.of(
              words.not("(" + condition(asked, Binding.CHOICE) + ")"),
              condition(otherwise, Binding.AND));
      return bound(String.join(" " + words.and() + " ", both), Binding.AND, around);
    }
    return bound(
        words.choice(condition, value(then, Binding.OR), value(otherwise, Binding.OR)),
        Binding.CHOICE,
        around);
  }

  private static boolean isConstant(JsonValue json, boolean value) {
    return json.equals(JsonValue.of(value));
  }

  private String negation(JsonValue operand, Binding around) {
    if (isOperation(operand, "!")) {
      return condition(operands(operand).get(0), around);
    }
    if (isOperation(operand, "var")) {
      return words.missing(value(operand, Binding.SUM));
    }
    Map.Entry<String, JsonValue> inner =
        operand.kind() == Kind.OBJECT ? operand.members().entrySet().iterator().next() : null;
    String opposite = inner == null ? null : words.opposite(inner.getKey());
    if (opposite != null && operands(operand).size() == 2) {
      return bound(chain(operands(operand), opposite, Binding.SUM), Binding.COMPARISON, around);
    }
    return words.not("(" + condition(operand, Binding.CHOICE) + ")");
  }

  /** Dates are moved by nothing to make them comparable. */
  private String moved(List<JsonValue> operands, Binding around) {
    long amount = operands.get(1).integerValue();
    String from = value(operands.get(0), Binding.SUM);
    return amount == 0
        ? from
        : bound(
            from
                + (amount < 0 ? " − " : " + ")
                + words.duration(Math.abs(amount), operands.get(2).text()),
            Binding.SUM,
            around);
  }
}
