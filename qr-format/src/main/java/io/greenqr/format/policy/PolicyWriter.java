package io.greenqr.format.policy;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.json.JsonValue;
import java.util.List;

/** Writes the payload of a policy. */
final class PolicyWriter {
  private PolicyWriter() {}

  /** The payload of {@code policy}, which has a content. */
  static byte[] payload(PolicyDocument policy) {
    return CborItem.array()
        .add(DocumentType.POLICY.code())
        .add(policy.environment().code())
        .add(CborItem.of(policy.name()))
        .add(policy.version())
        .add(policy.language())
        .add(policy.issuedAt().getEpochSecond())
        .add(policy.validFrom().getEpochSecond())
        .add(policy.validUntil().getEpochSecond())
        .add(policy.utcOffset().getTotalSeconds() / 60)
        .add(CborItem.of(policy.jurisdiction()))
        .add(names(policy.places()))
        .add(content(policy.content().orElseThrow(IllegalStateException::new)))
        .encode();
  }

  private static CborItem content(PolicyContent content) {
    CborItem lifts = CborItem.map();
    content.lifts().forEach((guard, condition) -> lifts.put(guard.code(), condition(condition)));
    CborItem rules = CborItem.array();
    content.rules().forEach(rule -> rules.add(rule(rule)));
    return CborItem.array()
        .add(words(content.title()))
        .add(names(content.roles()))
        .add(content.assurance().bits())
        .add(lifts)
        .add(rules);
  }

  private static CborItem rule(PolicyRule rule) {
    CborItem item =
        CborItem.array()
            .add(CborItem.of(rule.name()))
            .add(rule.otherwise().code())
            .add(names(rule.roles()))
            .add(rule.when().map(PolicyWriter::condition).orElseGet(CborItem::nothing))
            .add(condition(rule.condition()))
            .add(words(rule.reason()))
            .add(words(rule.remedy()));
    rule.waiting().ifPresent(waiting -> item.add(words(waiting)));
    return item;
  }

  private static CborItem condition(JsonValue condition) {
    return CborItem.of(condition.toJson());
  }

  private static CborItem words(Words words) {
    CborItem item = CborItem.array();
    for (Language language : Language.values()) {
      item.add(CborItem.of(words.in(language)));
    }
    return item;
  }

  private static CborItem names(List<String> names) {
    CborItem item = CborItem.array();
    names.forEach(name -> item.add(CborItem.of(name)));
    return item;
  }
}
