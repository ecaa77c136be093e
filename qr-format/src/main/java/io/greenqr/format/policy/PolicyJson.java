package io.greenqr.format.policy;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.Environment;

/**
 * The JSON form of a policy (docs/spec/json.md): what its authors write. It is never signed.
 *
 * <p>Reading is strict: unknown or repeated members, wrong types, times that do not exist and
 * values that the format cannot carry are faults that name the member. A condition is JSON as such.
 */
public final class PolicyJson {
  /** Characters of a document. */
  public static final int MAX_CHARS = JsonValue.MAX_CHARS;

  private PolicyJson() {}

  /**
   * Reads a policy.
   *
   * @throws FormatException with a fault of layer JSON, or the fault of a value, and the member
   *     that has it
   */
  public static PolicyDocument read(String json) throws FormatException {
    return JsonMembers.read(JsonValue.parse(json), "", PolicyJson::policy);
  }

  /**
   * Writes {@code policy} on one line; {@link #read} gives an equal policy.
   *
   * @throws IllegalArgumentException for one whose language this release does not read
   */
  public static String write(PolicyDocument policy) {
    return PolicyJsonWriter.policy(policy).toJson();
  }

  /**
   * Writes {@code policy} with line breaks, for people.
   *
   * @throws IllegalArgumentException for one whose language this release does not read
   */
  public static String writeIndented(PolicyDocument policy) {
    return PolicyJsonWriter.policy(policy).toIndentedJson();
  }

  private static PolicyDocument policy(JsonMembers json) throws FormatException {
    PolicyDocument.Builder policy =
        PolicyDocument.builder(
                json.named("environment", Environment.class),
                json.text("policy"),
                json.integer("version"),
                json.text("jurisdiction"),
                json.time("issuedAt"),
                json.time("validUntil"),
                content(json))
            .validFrom(json.time("validFrom"))
            .utcOffset(json.offset("utcOffset"));
    if (json.has("places")) {
      policy.places(json.texts("places"));
    }
    return policy.build();
  }

  private static PolicyContent content(JsonMembers json) throws FormatException {
    PolicyContent.Builder content = PolicyContent.builder(json.record("title", PolicyJson::words));
    if (json.has("roles")) {
      content.roles(json.texts("roles"));
    }
    if (json.has("assurance")) {
      content.assurance(json.record("assurance", PolicyJson::assurance));
    }
    if (json.has("lifts")) {
      json.record("lifts", lifts -> lifts(lifts, content));
    }
    json.records("rules", PolicyJson::rule).forEach(content::rule);
    return content.build();
  }

  private static PolicyContent.Builder lifts(JsonMembers json, PolicyContent.Builder content)
      throws FormatException {
    for (String name : json.names()) {
      Guard guard = TableCode.find(Guard.class, name).orElse(null);
      if (guard != null) {
        content.lift(guard, json.condition(name));
      }
    }
    return content;
  }

  private static Assurance assurance(JsonMembers json) throws FormatException {
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : ClaimKind.values()) {
      if (json.has(kind.jsonName())) {
        assurance = assurance.with(kind, json.named(kind.jsonName(), Assurance.Level.class));
      }
    }
    return assurance;
  }

  private static PolicyRule rule(JsonMembers json) throws FormatException {
    PolicyRule.Builder rule =
        PolicyRule.builder(
            json.text("rule"),
            json.named("otherwise", TrafficLight.class),
            json.condition("condition"),
            json.record("reason", PolicyJson::words),
            json.record("remedy", PolicyJson::words));
    if (json.has("roles")) {
      rule.roles(json.texts("roles"));
    }
    if (json.has("when")) {
      rule.when(json.condition("when"));
    }
    if (json.has("wait")) {
      rule.waiting(json.record("wait", PolicyJson::words));
    }
    return rule.build();
  }

  private static Words words(JsonMembers json) throws FormatException {
    return Words.of(json.text(Language.VI.tag()), json.text(Language.EN.tag()));
  }
}
