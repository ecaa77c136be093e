package io.greenqr.format.policy;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the JSON form of a policy, one method for each object. */
final class PolicyJsonWriter {
  private PolicyJsonWriter() {}

  static JsonValue policy(PolicyDocument policy) {
    PolicyContent content =
        policy
            .content()
            .orElseThrow(
                () -> new IllegalArgumentException("a policy in language " + policy.language()));
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("policy", JsonValue.of(policy.name()));
    json.put("environment", JsonValue.of(policy.environment().jsonName()));
    json.put("version", JsonValue.of(policy.version()));
    json.put("issuedAt", JsonValue.of(policy.issuedAt().toString()));
    json.put("validFrom", JsonValue.of(policy.validFrom().toString()));
    json.put("validUntil", JsonValue.of(policy.validUntil().toString()));
    json.put("utcOffset", JsonValue.of(policy.utcOffset().getId()));
    json.put("jurisdiction", JsonValue.of(policy.jurisdiction()));
    put(json, "places", policy.places());
    json.put("title", words(content.title()));
    put(json, "roles", content.roles());
    if (!content.assurance().equals(Assurance.NONE)) {
      json.put("assurance", assurance(content.assurance()));
    }
    if (!content.lifts().isEmpty()) {
      Map<String, JsonValue> lifts = new LinkedHashMap<>();
      content.lifts().forEach((guard, condition) -> lifts.put(guard.jsonName(), condition));
      json.put("lifts", JsonValue.object(lifts));
    }
    List<JsonValue> rules = new ArrayList<>();
    content.rules().forEach(rule -> rules.add(rule(rule)));
    json.put("rules", JsonValue.array(rules));
    return JsonValue.object(json);
  }

  private static JsonValue rule(PolicyRule rule) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("rule", JsonValue.of(rule.name()));
    json.put("otherwise", JsonValue.of(rule.otherwise().jsonName()));
    put(json, "roles", rule.roles());
    rule.when().ifPresent(when -> json.put("when", when));
    json.put("condition", rule.condition());
    json.put("reason", words(rule.reason()));
    json.put("remedy", words(rule.remedy()));
    rule.waiting().ifPresent(waiting -> json.put("wait", words(waiting)));
    return JsonValue.object(json);
  }

  private static JsonValue assurance(Assurance assurance) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    for (ClaimKind kind : ClaimKind.values()) {
      Assurance.Level level = assurance.level(kind);
      if (level != Assurance.Level.SELF_DECLARED) {
        json.put(kind.jsonName(), JsonValue.of(level.jsonName()));
      }
    }
    return JsonValue.object(json);
  }

  private static JsonValue words(Words words) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      json.put(language.tag(), JsonValue.of(words.in(language)));
    }
    return JsonValue.object(json);
  }

  /** Names, left out where there are none. */
  private static void put(Map<String, JsonValue> json, String member, List<String> names) {
    if (!names.isEmpty()) {
      List<JsonValue> texts = new ArrayList<>();
      names.forEach(name -> texts.add(JsonValue.of(name)));
      json.put(member, JsonValue.array(texts));
    }
  }
}
