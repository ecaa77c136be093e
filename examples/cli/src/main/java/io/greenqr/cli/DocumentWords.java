package io.greenqr.cli;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a signed document says, in lines for the people who are asked to sign it or to rely on it.
 */
final class DocumentWords {
  private final List<String> lines = new ArrayList<>();

  private DocumentWords() {}

  /** The lines; nothing in them was verified. */
  static List<String> of(SignedDocument document) throws FormatException {
    DocumentWords words = new DocumentWords();
    byte[] payload = document.unverifiedPayload();
    switch (document.type()) {
      case ROOT -> words.root(RootDocument.decode(payload));
      case TRUST_LIST -> words.trustList(TrustListDocument.decode(payload));
      case STATUS_LIST -> words.statusList(StatusListDocument.decode(payload));
      case STATUS_DELTA -> words.delta(StatusDelta.decode(payload));
      case FRESHNESS_CARD -> words.card(FreshnessCard.decode(payload));
      case POLICY -> words.policy(PolicyDocument.decode(payload));
    }
    words.add("payload SHA-256 %s".formatted(HexFormat.of().formatHex(document.digest())));
    words.signatures(document);
    return words.lines;
  }

  private void add(String line) {
    lines.add(PrintableText.of(line));
  }

  private void root(RootDocument root) {
    add("root, version %d, %s".formatted(root.version(), root.environment().jsonName()));
    add("  issued %s, ends %s".formatted(root.issuedAt(), root.expires()));
    for (Map.Entry<Integer, RoleKeys> entry : root.roles().entrySet()) {
      RoleKeys keys = entry.getValue();
      add(
          "  role %s: %d of %d must sign"
              .formatted(roleName(entry.getKey()), keys.threshold(), keys.keys().size()));
      for (CoseKey key : keys.keys()) {
        add("    %s  thumbprint %s".formatted(key, HexFormat.of().formatHex(key.thumbprint())));
      }
    }
  }

  private static String roleName(int code) {
    for (Role role : Role.values()) {
      if (role.code() == code) {
        return role.jsonName();
      }
    }
    return "number " + code;
  }

  private void trustList(TrustListDocument list) {
    add("trust list, version %s, %s".formatted(list.version(), list.environment().jsonName()));
    add("  issued %s, fresh until %s".formatted(list.issuedAt(), list.expires()));
    add("  status lists hold until %s".formatted(list.statusExpires()));
    add("  closes %s".formatted(list.closes()));
    String issuer = "";
    for (IssuerKey key : list.keys()) {
      if (!key.issuer().equals(issuer)) {
        issuer = key.issuer();
        add("  issuer %s".formatted(issuer));
      }
      add("    %s  %s%s%s".formatted(key.key(), kinds(key), validity(key), state(key)));
      // An identifier of four bytes can be met by trying: people compare the whole thumbprint.
      add("      thumbprint %s".formatted(HexFormat.of().formatHex(key.key().thumbprint())));
    }
    list.statusPins()
        .forEach(
            pin ->
                add(
                    "  status list %d, version %d, SHA-256 %s"
                        .formatted(
                            pin.list(), pin.version(), HexFormat.of().formatHex(pin.digest()))));
    for (DocumentPin pin : list.documentPins()) {
      add(
          "  %s %s, version %d, SHA-256 %s"
              .formatted(
                  pin.kind() == PolicyDocument.PIN_KIND
                      ? "policy"
                      : "document of kind " + pin.kind() + ",",
                  pin.name(),
                  pin.version(),
                  HexFormat.of().formatHex(pin.digest())));
    }
  }

  private static String kinds(IssuerKey key) {
    return key.claims().stream().map(ClaimKind::jsonName).collect(Collectors.joining(", "));
  }

  private static String validity(IssuerKey key) {
    return key.notBefore().map(time -> ", from " + time).orElse("")
        + key.notAfter().map(time -> ", to " + time).orElse("");
  }

  private static String state(IssuerKey key) {
    return key.state()
        .map(it -> it.isRevoked() ? ", REVOKED since " + it.since() : ", " + it)
        .orElse("");
  }

  private void statusList(StatusListDocument list) {
    add(
        "status list %d, version %d, %s"
            .formatted(list.list(), list.version(), list.environment().jsonName()));
    StatusEntries entries = list.entries();
    add("  issued %s, %d entries".formatted(list.issuedAt(), entries.size()));
    for (PassStatus status : PassStatus.values()) {
      add("  %s: %d".formatted(status.jsonName(), entries.count(status)));
    }
    add("  entries SHA-256 %s".formatted(HexFormat.of().formatHex(entries.digest())));
  }

  private void delta(StatusDelta delta) {
    add("status delta, %s".formatted(delta.environment().jsonName()));
    add("  issued %s".formatted(delta.issuedAt()));
    for (ListChanges changes : delta.lists()) {
      add(
          "  list %d, version %d to %d: %d changes"
              .formatted(
                  changes.list(), changes.fromVersion(), changes.toVersion(), changes.count()));
    }
  }

  private void card(FreshnessCard card) {
    add("freshness card, %s".formatted(card.environment().jsonName()));
    add(
        "  trust list %s was the newest at %s, holds until %s"
            .formatted(card.version(), card.issuedAt(), card.expires()));
  }

  private void policy(PolicyDocument policy) {
    add(
        "policy %s, version %d, %s"
            .formatted(policy.name(), policy.version(), policy.environment().jsonName()));
    add("  issued %s".formatted(policy.issuedAt()));
    add(
        "  in force from %s until %s, UTC%s"
            .formatted(policy.validFrom(), policy.validUntil(), policy.utcOffset()));
    add(
        "  for %s in %s"
            .formatted(
                policy.places().isEmpty() ? "all places" : String.join(", ", policy.places()),
                policy.jurisdiction()));
    policy
        .content()
        .ifPresentOrElse(
            this::content,
            () -> add("  in language %d, which this release lacks".formatted(policy.language())));
  }

  /** All of it: whoever signs a condition must be able to read it. */
  private void content(PolicyContent content) {
    words("  title", content.title());
    if (!content.roles().isEmpty()) {
      add("  roles %s".formatted(String.join(", ", content.roles())));
    }
    for (ClaimKind kind : ClaimKind.values()) {
      add(
          "  %s counts if it is %s or better"
              .formatted(kind.jsonName(), content.assurance().level(kind).jsonName()));
    }
    content
        .lifts()
        .forEach(
            (guard, condition) ->
                add("  lifts %s if %s".formatted(guard.jsonName(), condition.toJson())));
    for (PolicyRule rule : content.rules()) {
      add(
          "  rule %s, otherwise %s%s"
              .formatted(
                  rule.name(),
                  rule.otherwise().jsonName(),
                  rule.roles().isEmpty() ? "" : ", for " + String.join(", ", rule.roles())));
      rule.when().ifPresent(when -> add("    when %s".formatted(when.toJson())));
      add("    condition %s".formatted(rule.condition().toJson()));
      words("    reason", rule.reason());
      words("    remedy", rule.remedy());
      rule.waiting().ifPresent(waiting -> words("    wait", waiting));
    }
  }

  private void words(String title, Words words) {
    for (Language language : Language.values()) {
      add("%s (%s) %s".formatted(title, language.tag(), words.in(language)));
    }
  }

  private void signatures(SignedDocument document) {
    for (DocumentSignature signature : document.signatures()) {
      add("signature by %s:%s".formatted(signature.algorithm(), signature.keyId()));
    }
    if (document.signatures().isEmpty()) {
      add("no signature");
    }
  }
}
