package io.greenqr.cli;

import io.greenqr.format.policy.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of conditions in one language. */
final class Vocabulary {
  private static final Map<String, String> SIGNS =
      Map.of(
          "<", "<",
          ">", ">",
          "<=", "≤",
          ">=", "≥",
          "before", "<",
          "after", ">",
          "not-after", "≤",
          "not-before", "≥",
          "===", "=");

  private final boolean vietnamese;

  Vocabulary(Language language) {
    this.vietnamese = language == Language.VI;
  }

  private String say(String vi, String en) {
    return vietnamese ? vi : en;
  }

  String path(String path) {
    return switch (path) {
      case "" -> say("tất cả", "everything");
      case "external.today" -> say("hôm nay", "today");
      case "external.validationClock" -> say("bây giờ", "now");
      default -> path;
    };
  }

  String given(String path) {
    return say("có ", "there is ") + path;
  }

  String missing(String path) {
    return say("không có ", "there is no ") + path;
  }

  String truth(boolean value) {
    return value ? say("đúng", "true") : say("sai", "false");
  }

  String and() {
    return say("và", "and");
  }

  String or() {
    return say("hoặc", "or");
  }

  String not(String condition) {
    return say("không ", "not ") + condition;
  }

  String implies(String condition, String then) {
    return say("nếu ", "if ") + condition + say(" thì ", " then ") + then;
  }

  String choice(String condition, String then, String otherwise) {
    return implies(condition, then) + say(", nếu không thì ", ", otherwise ") + otherwise;
  }

  String comparison(String operator) {
    return operator.equals("in") ? say("thuộc", "in") : SIGNS.getOrDefault(operator, operator);
  }

  /** The comparison that holds where this one does not; null if it is none. */
  @Nullable String opposite(String operator) {
    return switch (operator) {
      case "===" -> "≠";
      case "in" -> say("không thuộc", "not in");
      case "<", "before" -> "≥";
      case ">", "after" -> "≤";
      case "<=", "not-after" -> ">";
      case ">=", "not-before" -> "<";
      default -> null;
    };
  }

  String allOf() {
    return say("tất cả:", "all of:");
  }

  String oneOf() {
    return say("một trong:", "one of:");
  }

  String duration(long amount, String unit) {
    String vi =
        switch (unit) {
          case "year" -> "năm";
          case "month" -> "tháng";
          case "day" -> "ngày";
          default -> "giờ";
        };
    return amount + " " + say(vi, amount == 1 ? unit : unit + "s");
  }

  String lastDay(String birth) {
    return say("ngày muộn nhất của ", "latest day of ") + birth;
  }

  String part(String index, String identifier) {
    return say("phần " + index + " của ", "part " + index + " of ") + identifier;
  }

  String fold(String list, String step, String start) {
    return say("gộp(", "fold(") + list + ", " + step + ", " + start + ")";
  }
}
