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

/** A JSON document of bounded size and depth, without repeated members or anything behind it. */
final class JsonDocument {
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

  private JsonDocument() {}

  static <T> T read(String json, JsonRecord.Reader<T> reader) throws FormatException {
    if (json.length() > PassJson.MAX_CHARS) {
      throw new FormatException(FormatFault.JSON_SYNTAX, PassJson.MAX_CHARS);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes the document, which is a person's health: only the place is kept.
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw new FormatException(FormatFault.JSON_SYNTAX, (int) Math.min(at, PassJson.MAX_CHARS));
    } catch (NumberFormatException e) {
      // Jackson lets an exponent of more than ten digits through to its number parser unwrapped.
      throw new FormatException(FormatFault.JSON_SYNTAX, 0);
    }
    return JsonRecord.read(tree, "", reader);
  }
}
