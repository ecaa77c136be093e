package io.greenqr.cli;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.admission.AdmissionCode;
import io.greenqr.verify.admission.AdmissionView;
import io.greenqr.verify.admission.GuardResult;
import io.greenqr.verify.admission.RuleResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An answer in lines for people; the first is the colour. */
final class AdmissionWords {
  private final ShownAnswer answer;
  private final PlainWords plain;
  private final List<String> lines = new ArrayList<>();

  private AdmissionWords(ShownAnswer answer) {
    this.answer = answer;
    this.plain = new PlainWords(answer.language());
  }

  static List<String> of(ShownAnswer answer) {
    AdmissionWords words = new AdmissionWords(answer);
    words.lines.add(words.plain.colour(answer.admission().colour()));
    words.person();
    words.why();
    words.times();
    words.policy();
    words.details();
    return words.lines;
  }

  private void add(String vi, String en, String what) {
    lines.add(plain.say(vi, en) + ": " + what);
  }

  private void person() {
    AdmissionView view = answer.view();
    List<String> parts = new ArrayList<>();
    view.name().or(view::initials).ifPresent(parts::add);
    if (view.birth().isPresent()) {
      parts.add(view.birth().get());
    } else if (view.birthYear().isPresent()) {
      parts.add(String.valueOf(view.birthYear().getAsInt()));
    }
    view.person().ifPresent(it -> parts.add(HexFormat.of().formatHex(it.bytes())));
    if (!parts.isEmpty()) {
      add("người", "person", String.join(", ", parts));
    }
  }

  private void why() {
    AdmissionCode code = answer.admission().code();
    Language language = answer.language();
    List<Words> reasons = answer.view().reasons();
    // Shops see no reasons, but what is wrong with their device.
    if (reasons.isEmpty() && code != AdmissionCode.RULES) {
      reasons = List.of(code.words());
    }
    reasons.forEach(it -> add("lý do", "reason", it.in(language)));
    answer.view().remedies().forEach(it -> add("cần làm", "remedy", it.in(language)));
  }

  private void times() {
    boolean green = answer.admission().colour() == TrafficLight.GREEN;
    answer
        .greenFrom()
        .filter(it -> !green)
        .ifPresent(it -> add("xanh từ", "green from", local(it)));
    answer.holdsUntil().ifPresent(it -> add("đúng đến trước", "holds until", local(it)));
  }

  private String local(Instant time) {
    return PlainWords.local(time, answer.offset());
  }

  private void policy() {
    answer.admission().policy().ifPresent(it -> add("quy định", "policy", policy(it)));
    answer
        .admission()
        .dataAge()
        .ifPresent(age -> add("tuổi dữ liệu", "age of the data", plain.duration(whole(age))));
  }

  /** A clock that is behind the publisher's makes the data seem to come from the future. */
  private static Duration whole(Duration age) {
    return age.isNegative() ? Duration.ZERO : age;
  }

  private String policy(PolicyDocument policy) {
    return policy.name()
        + plain.say(", phiên bản ", ", version ")
        + policy.version()
        + (answer.origin().arePoliciesVerified()
            ? ""
            : plain.say(" (CHƯA KIỂM TRA CHỮ KÝ)", " (NOT VERIFIED)"));
  }

  private void details() {
    for (ClaimKind kind : answer.weakClaims()) {
      Assurance.Level needed = answer.needed(kind);
      add(
          "nguồn xác nhận",
          "assurance",
          plain.kind(kind)
              + plain.say(": cần ", ": needed ")
              + plain.level(needed)
              + plain.say(", có ", ", shown ")
              + plain.level(answer.shown(kind)));
    }
    for (GuardResult guard : answer.guards()) {
      add(
          "chặn",
          "guard",
          guard.guard().jsonName() + (guard.isLifted() ? plain.say(", đã gỡ", ", lifted") : ""));
    }
    for (RuleResult rule : answer.view().rules()) {
      add("điều kiện", "rule", rule.rule() + ": " + outcome(rule));
    }
  }

  private String outcome(RuleResult rule) {
    return plain.outcome(rule.outcome())
        + rule.fault().map(it -> " (" + it + ")").orElse("")
        + rule.holdsFrom().map(it -> plain.say(", đạt từ ", ", from ") + local(it)).orElse("");
  }
}
