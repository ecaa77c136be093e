package io.greenqr.verify.admission;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.Environment;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Policies whose conditions are JSON with single quotes, for a market in VN. */
final class Policies {
  static final Words WORDS = Words.of("v", "e");
  static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2023-01-01T00:00:00Z");
  static final Site SITE = Site.of("VN", "market");
  static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

  private Policies() {}

  static JsonValue json(String text) {
    try {
      return JsonValue.parse(text.replace('\'', '"'));
    } catch (FormatException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** That the member of the view at {@code path} is {@code value}. */
  static String is(String path, String value) {
    return "{'===':[{'var':'" + path + "'}," + value + "]}";
  }

  /** That there is nothing at {@code path}. */
  static String absent(String path) {
    return "{'===':[{'var':'" + path + "'},{'var':'nothing'}]}";
  }

  static PolicyRule.Builder rule(String name, TrafficLight otherwise, String condition) {
    return PolicyRule.builder(name, otherwise, json(condition), WORDS, WORDS);
  }

  /** With a red rule of each condition: R0, R1 and so on. */
  static PolicyContent.Builder content(String... conditions) {
    PolicyContent.Builder content = PolicyContent.builder(WORDS);
    for (int i = 0; i < conditions.length; i++) {
      content.rule(rule("R" + i, TrafficLight.RED, conditions[i]).build());
    }
    return content;
  }

  static PolicyDocument.Builder document(String name, String jurisdiction, PolicyContent content) {
    return PolicyDocument.builder(Environment.TEST, name, 1, jurisdiction, FROM, UNTIL, content)
        .utcOffset(HANOI);
  }

  static PolicyDocument document(PolicyContent.Builder content) {
    return document("P", "VN", content.build()).build();
  }

  static AdmissionPolicy policy(Instant now, PolicyDocument... documents) {
    return AdmissionPolicy.unverified(List.of(documents), TestPasses.at(now));
  }

  static Admission ask(Instant now, PolicyContent.Builder content, Verification... shown) {
    return policy(now, document(content)).evaluate(SITE, shown);
  }

  static Admission ask(PolicyContent.Builder content, Verification... shown) {
    return ask(TestPasses.NOW, content, shown);
  }
}
