package io.greenqr.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionView;
import io.greenqr.verify.admission.GuardResult;
import io.greenqr.verify.admission.RuleResult;
import io.greenqr.verify.admission.ViewRole;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** An answer as a JSON object on a line (docs/cli.md). */
final class AdmissionJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ShownAnswer answer;
  private final ObjectNode object = MAPPER.createObjectNode();

  private AdmissionJson(ShownAnswer answer) {
    this.answer = answer;
  }

  static String of(ShownAnswer answer) {
    AdmissionJson json = new AdmissionJson(answer);
    json.answer();
    json.person();
    if (answer.role() != ViewRole.SHOP) {
      json.why();
    }
    if (answer.role() == ViewRole.HEALTH_OFFICER) {
      json.details();
    }
    try {
      return MAPPER.writeValueAsString(json.object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private void answer() {
    Admission admission = answer.admission();
    object
        .put("colour", admission.colour().jsonName())
        .put("code", admission.code().name())
        .put("policiesVerified", answer.origin().arePoliciesVerified())
        .put("passesVerified", answer.origin().arePassesVerified())
        .put("view", answer.role() == ViewRole.HEALTH_OFFICER ? "officer" : lower(answer.role()))
        .put("language", answer.language().tag())
        .put("at", admission.evaluatedAt().toString());
    ObjectNode site =
        object
            .putObject("site")
            .put("jurisdiction", admission.site().jurisdiction())
            .put("place", admission.site().place());
    admission.site().role().ifPresent(role -> site.put("role", role));
    admission
        .policy()
        .ifPresent(
            it ->
                object
                    .putObject("policy")
                    .put("name", it.name())
                    .put("version", it.version())
                    .put("utcOffset", it.utcOffset().getTotalSeconds() / 60));
    admission.dataAge().ifPresent(age -> object.put("dataAge", age.toSeconds()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void person() {
    AdmissionView view = answer.view();
    view.initials().ifPresent(it -> object.put("initials", it));
    view.birthYear().ifPresent(it -> object.put("birthYear", it));
    view.name().ifPresent(it -> object.put("name", it));
    view.birth().ifPresent(it -> object.put("birth", it));
    view.person().ifPresent(it -> object.put("person", HexFormat.of().formatHex(it.bytes())));
  }

  private void why() {
    words("reasons", answer.view().reasons());
    words("remedies", answer.view().remedies());
    answer.greenFrom().ifPresent(it -> object.put("greenFrom", it.toString()));
    answer.holdsUntil().ifPresent(it -> object.put("holdsUntil", it.toString()));
    ArrayNode assurance = object.putArray("assurance");
    for (ClaimKind kind : answer.weakClaims()) {
      assurance
          .addObject()
          .put("claim", kind.jsonName())
          .put("needed", answer.needed(kind).jsonName())
          .put("shown", answer.shown(kind).jsonName());
    }
    ArrayNode passes = object.putArray("passes");
    answer.passCodes().forEach(passes::add);
  }

  private void words(String member, List<Words> sentences) {
    ArrayNode array = object.putArray(member);
    sentences.forEach(it -> array.add(it.in(answer.language())));
  }

  private void details() {
    ArrayNode guards = object.putArray("guards");
    for (GuardResult guard : answer.guards()) {
      guards
          .addObject()
          .put("guard", guard.guard().jsonName())
          .put("colour", guard.colour().jsonName())
          .put("lifted", guard.isLifted());
    }
    ArrayNode rules = object.putArray("rules");
    for (RuleResult result : answer.view().rules()) {
      ObjectNode rule =
          rules
              .addObject()
              .put("rule", result.rule())
              .put("outcome", result.outcome().name())
              .put("colour", result.colour().jsonName());
      result.holdsFrom().ifPresent(it -> rule.put("holdsFrom", it.toString()));
      result.fault().ifPresent(it -> rule.put("fault", it.name()));
    }
  }
}
