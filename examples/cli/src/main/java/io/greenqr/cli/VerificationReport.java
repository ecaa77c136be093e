package io.greenqr.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Verification;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** One verification as a line of text, or as a JSON object on a line (docs/cli.md). */
final class VerificationReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final boolean json;

  VerificationReport(boolean json) {
    this.json = json;
  }

  String of(Verification verification) {
    if (verification instanceof Accepted accepted) {
      return json ? acceptedJson(accepted).toString() : acceptedLine(accepted);
    }
    Rejected rejected = (Rejected) verification;
    if (json) {
      ObjectNode object = outcome("rejected", rejected.code());
      rejected.fault().ifPresent(fault -> object.put("fault", fault.name()));
      rejected.offset().ifPresent(offset -> object.put("offset", offset));
      return object.toString();
    }
    return "REJECTED "
        + rejected.code()
        + rejected
            .fault()
            .map(fault -> " (" + fault + " at " + rejected.offset().orElse(0) + ")")
            .orElse("");
  }

  /** A picture from which no text came; {@code code} says why. */
  String noText(String code) {
    return json ? outcome("rejected", code).toString() : "REJECTED " + code;
  }

  private static ObjectNode outcome(String outcome, String code) {
    return MAPPER.createObjectNode().put("outcome", outcome).put("code", code);
  }

  private static ObjectNode acceptedJson(Accepted accepted) {
    ObjectNode object =
        outcome("accepted", accepted.code())
            .put("issuer", accepted.issuer())
            .put("alg", accepted.key().key().algorithm().name())
            .put("kid", accepted.key().key().keyId().toString())
            .put("issuedAt", accepted.claims().issuedAt().toString())
            .put("expires", accepted.claims().expires().toString())
            .put("status", accepted.status().name())
            .put("identity", HexFormat.of().formatHex(accepted.identity()));
    try {
      object.set("pass", MAPPER.readTree(PassJson.write(accepted.pass())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what PassJson writes is JSON", e);
    }
    return object;
  }

  private static String acceptedLine(Accepted accepted) {
    String kinds =
        accepted.pass().kinds().stream().map(ClaimKind::jsonName).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "ACCEPTED %s, born %s; %s; issued %s by %s, until %s%s",
        accepted.pass().subject().name(),
        accepted.pass().subject().birth().iso(),
        kinds,
        accepted.claims().issuedAt(),
        accepted.issuer(),
        accepted.claims().expires(),
        accepted.status() == Accepted.StatusKnowledge.UNCHECKED
            ? "; NOT CHECKED WHETHER REVOKED"
            : "");
  }
}
