package io.greenqr.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.greenqr.format.json.PassJson;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Verification;
import java.util.HexFormat;

/** One verification as a line of text, or as a JSON object on a line (docs/cli.md). */
final class VerificationReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NO_IMAGE = "";

  private final boolean json;

  VerificationReport(boolean json) {
    this.json = json;
  }

  /** The report about a text. */
  String of(Verification verification) {
    return of(verification, NO_IMAGE);
  }

  /** The report about the text of a picture, which it names. */
  String of(Verification verification, String image) {
    if (verification instanceof Accepted accepted) {
      return json
          ? write(accepted(accepted, image))
          : "ACCEPTED " + AcceptedWords.of(accepted) + suffix(image);
    }
    Rejected rejected = (Rejected) verification;
    if (json) {
      ObjectNode object = outcome("rejected", rejected.code(), image);
      rejected.fault().ifPresent(fault -> object.put("fault", fault.name()));
      rejected.offset().ifPresent(offset -> object.put("offset", offset));
      return write(object);
    }
    return "REJECTED "
        + rejected.code()
        + rejected
            .fault()
            .map(fault -> " (" + fault + " at " + rejected.offset().orElse(0) + ")")
            .orElse("")
        + suffix(image);
  }

  /** A picture from which no text came; {@code code} says why. */
  String noText(String code, String image) {
    return json ? write(outcome("rejected", code, image)) : "REJECTED " + code + suffix(image);
  }

  private static String suffix(String image) {
    return image.isEmpty() ? "" : " | " + PrintableText.of(image);
  }

  private static ObjectNode outcome(String outcome, String code, String image) {
    ObjectNode object = MAPPER.createObjectNode();
    if (!image.isEmpty()) {
      object.put("image", image);
    }
    return object.put("outcome", outcome).put("code", code);
  }

  private static ObjectNode accepted(Accepted accepted, String image) {
    ObjectNode object = outcome("accepted", accepted.code(), image);
    object
        .put("issuer", accepted.issuer())
        .put("alg", accepted.key().key().algorithm().name())
        .put("kid", accepted.key().key().keyId().toString())
        .put("issuedAt", accepted.claims().issuedAt().toString())
        .put("expires", accepted.claims().expires().toString())
        .put("status", accepted.status().name())
        .put("trust", accepted.trustFreshness().name());
    accepted.trustAge().ifPresent(age -> object.put("trustAge", age.toSeconds()));
    return object
        .put("identity", HexFormat.of().formatHex(accepted.identity()))
        // As it was written: a million codes pass here, and to parse each again gains nothing.
        .putRawValue("pass", new RawValue(PassJson.write(accepted.pass())));
  }

  private static String write(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }
}
