package io.greenqr.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document of bounded size and depth, without repeated members or anything behind it. */
final class JsonDocument {
  /** Of a number, with those of its exponent. */
  private static final int MAX_DIGITS = 32;

  private static final ObjectMapper MAPPER = mapper(16, 8192);
  private static final ObjectMapper VALUES = mapper(JsonValue.MAX_DEPTH, JsonValue.MAX_CHARS);

  private JsonDocument() {}

  private static ObjectMapper mapper(int depth, int textChars) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(MAX_DIGITS)
                        .maxStringLength(textChars)
                        .build())
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  static <T> T read(String json, JsonRecord.Reader<T> reader) throws FormatException {
    return JsonRecord.read(tree(MAPPER, json, PassJson.MAX_CHARS), "", reader);
  }

  static JsonValue value(String json) throws FormatException {
    return value(tree(VALUES, json, JsonValue.MAX_CHARS));
  }

  private static JsonNode tree(ObjectMapper mapper, String json, int maxChars)
      throws FormatException {
    if (json.length() > maxChars) {
      throw new FormatException(FormatFault.JSON_SYNTAX, maxChars);
    }
    JsonNode tree;
    try {
      tree = mapper.readTree(json);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes the document, which is a person's health: only the place is kept.
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw new FormatException(FormatFault.JSON_SYNTAX, (int) Math.min(at, maxChars));
    } catch (NumberFormatException e) {
      // Jackson lets an exponent of more than ten digits through to its number parser unwrapped.
      throw new FormatException(FormatFault.JSON_SYNTAX, 0);
    }
    if (tree.isMissingNode()) {
      throw new FormatException(FormatFault.JSON_SYNTAX, 0);
    }
    return tree;
  }

  /** Of a tree whose depth the parser has bounded. */
  static JsonValue value(JsonNode node) throws FormatException {
    return switch (node.getNodeType()) {
      case BOOLEAN -> JsonValue.of(node.booleanValue());
      case STRING -> JsonValue.of(node.textValue());
      case NUMBER -> number(node);
      case ARRAY -> {
        List<JsonValue> elements = new ArrayList<>(node.size());
        for (JsonNode element : node) {
          elements.add(value(element));
        }
        yield JsonValue.array(elements);
      }
      case OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
          members.put(member.getKey(), value(member.getValue()));
        }
        yield JsonValue.object(members);
      }
      default -> JsonValue.nothing();
    };
  }

  private static JsonValue number(JsonNode node) throws FormatException {
    BigDecimal decimal = node.decimalValue();
    // Jackson lets a digit more through where there is a fraction and no exponent.
    if (decimal.precision() > MAX_DIGITS) {
      throw new FormatException(FormatFault.JSON_SYNTAX, 0);
    }
    // The scale first: 1e999999999 has few digits and a value that fills the memory.
    boolean small = Math.abs((long) decimal.scale()) <= 32;
    if (small
        && decimal.stripTrailingZeros().scale() <= 0
        && decimal.toBigInteger().bitLength() < 64) {
      return JsonValue.of(decimal.longValue());
    }
    return JsonValue.number(decimal.toString());
  }

  /** The same document with line breaks. */
  static String indent(String json) {
    try {
      return VALUES.readTree(json).toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** Writes {@code text} as a JSON string. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    out.append(JsonStringEncoder.getInstance().quoteAsString(text));
    out.append('"');
  }
}
