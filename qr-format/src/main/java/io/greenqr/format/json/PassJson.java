package io.greenqr.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.Pass;

/**
 * The JSON form of a pass (docs/spec/json.md): what issuers feed from their databases and what
 * applications print. It is never signed.
 *
 * <p>Reading is strict: unknown or repeated members, wrong types, dates that do not exist and
 * values that the format cannot carry are faults that name the member.
 */
public final class PassJson {
  /** Characters of a document. */
  public static final int MAX_CHARS = 65_536;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(32)
                          .maxStringLength(8192)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private PassJson() {}

  /**
   * Reads a pass.
   *
   * @throws FormatException with a fault of layer JSON or PAYLOAD and the member that has it
   */
  public static Pass read(String json) throws FormatException {
    if (json.length() > MAX_CHARS) {
      throw new FormatException(FormatFault.JSON_SYNTAX, MAX_CHARS);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes the document, which is a person's health: only the place is kept.
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw new FormatException(FormatFault.JSON_SYNTAX, (int) Math.min(at, MAX_CHARS));
    }
    return JsonRecord.read(tree, "", PassJsonReader::pass);
  }

  /** Writes {@code pass} on one line; {@link #read} gives an equal pass. */
  public static String write(Pass pass) {
    return PassJsonWriter.pass(pass).toString();
  }

  /** Writes {@code pass} with line breaks, for people. */
  public static String writeIndented(Pass pass) {
    return PassJsonWriter.pass(pass).toPrettyString();
  }
}
