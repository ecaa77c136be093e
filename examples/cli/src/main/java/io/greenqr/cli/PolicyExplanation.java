package io.greenqr.cli;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy asks for, in lines for people. */
final class PolicyExplanation {
  private final Language language;
  private final PlainWords plain;
  private final ConditionWords conditions;
  private final List<String> lines = new ArrayList<>();

  private PolicyExplanation(Language language) {
    this.language = language;
    this.plain = new PlainWords(language);
    this.conditions = new ConditionWords(language);
  }

  /** The lines; the conditions compile. */
  static List<String> of(PolicyDocument policy, PolicyContent content, Language language) {
    PolicyExplanation words = new PolicyExplanation(language);
    words.head(policy, content);
    words.assurance(content.assurance());
    for (Guard guard : Guard.values()) {
      words.guard(guard, content.lifts().get(guard));
    }
    content.rules().forEach(words::rule);
    return words.lines;
  }

  private void add(String indent, String vi, String en, String what) {
    lines.add(indent + plain.say(vi, en) + ": " + what);
  }

  private void head(PolicyDocument policy, PolicyContent content) {
    lines.add(content.title().in(language));
    add(
        "",
        "quy định",
        "policy",
        policy.name()
            + plain.say(", phiên bản ", ", version ")
            + policy.version()
            + ", "
            + policy.environment().jsonName());
    add(
        "",
        "nơi áp dụng",
        "where",
        policy.jurisdiction() + ": " + names(policy.places(), plain.say("mọi nơi", "all places")));
    add("", "có hiệu lực từ", "in force from", time(policy.validFrom(), policy));
    add("", "đến trước", "until", time(policy.validUntil(), policy));
    add("", "vai trò", "roles", names(content.roles(), plain.say("không hỏi", "not asked")));
  }

  private static String time(Instant time, PolicyDocument policy) {
    return PlainWords.local(time, policy.utcOffset()) + ", " + time;
  }

  private static String names(List<String> names, String none) {
    return names.isEmpty() ? none : String.join(", ", names);
  }

  private void assurance(Assurance assurance) {
    for (ClaimKind kind : ClaimKind.values()) {
      add(
          "",
          plain.kind(kind) + " được tính nếu nguồn xác nhận ít nhất là",
          plain.kind(kind) + " counts if vouched for at least by",
          plain.level(assurance.level(kind)));
    }
  }

  private void guard(Guard guard, @Nullable JsonValue lift) {
    add(
        "",
        "chặn",
        "guard",
        guard.jsonName()
            + ", "
            + plain.colour(guard.colour())
            + ": "
            + guard.reason().in(language));
    if (lift != null) {
      condition("  ", "gỡ nếu", "lifted if", lift);
    }
  }

  private void rule(PolicyRule rule) {
    add(
        "",
        "điều kiện",
        "rule",
        rule.name()
            + plain.say(", nếu không đạt thì ", ", otherwise ")
            + plain.colour(rule.otherwise()));
    add("  ", "cho", "for", names(rule.roles(), plain.say("mọi người", "everybody")));
    rule.when().ifPresent(when -> condition("  ", "áp dụng khi", "applies if", when));
    condition("  ", "đạt nếu", "holds if", rule.condition());
    add("  ", "lý do", "reason", rule.reason().in(language));
    add("  ", "cần làm", "remedy", rule.remedy().in(language));
    rule.waiting().ifPresent(it -> add("  ", "chờ", "wait", it.in(language)));
  }

  private void condition(String indent, String vi, String en, JsonValue condition) {
    List<String> all = conditions.lines(condition);
    add(indent, vi, en, all.get(0));
    all.stream().skip(1).forEach(line -> lines.add(indent + line));
  }
}
