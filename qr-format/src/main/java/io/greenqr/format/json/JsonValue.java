package io.greenqr.format.json;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value (RFC 8259) of bounded depth: a rule, or the data that a rule is asked about.
 * Immutable.
 *
 * <p>A number that is an integer of 64 bits is one however it is spelled ({@code 1}, {@code 1.0},
 * {@code 1e0}), as in JavaScript; any other number is kept as its text and has no arithmetic.
 */
public final class JsonValue {
  /** Characters of a document that {@link #parse} takes. */
  public static final int MAX_CHARS = 1 << 20;

  /** Levels of arrays and objects, the outermost being 1. */
  public static final int MAX_DEPTH = 64;

  /** The types of JSON, with integers told apart. */
  public enum Kind {
    /** {@code null}. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An integer of 64 bits with sign. */
    INTEGER,
    /** A number that is no integer of 64 bits. */
    NUMBER,
    /** A text. */
    STRING,
    /** A list of values. */
    ARRAY,
    /** Values by name, in the order of the document. */
    OBJECT
  }

  private static final JsonValue NULL = new JsonValue(Kind.NULL, "null", 0);
  private static final JsonValue TRUE = new JsonValue(Kind.BOOLEAN, true, 0);
  private static final JsonValue FALSE = new JsonValue(Kind.BOOLEAN, false, 0);

  private final Kind kind;
  private final Object value;
  private final int depth;

  private JsonValue(Kind kind, Object value, int depth) {
    InvalidValueException.require(depth <= MAX_DEPTH, FormatFault.JSON_VALUE, "depth");
    this.kind = kind;
    this.value = value;
    this.depth = depth;
  }

  /** {@code null}. */
  public static JsonValue nothing() {
    return NULL;
  }

  /** A boolean. */
  public static JsonValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** An integer. */
  public static JsonValue of(long value) {
    return new JsonValue(Kind.INTEGER, value, 0);
  }

  /** A text. */
  public static JsonValue of(String text) {
    return new JsonValue(Kind.STRING, Objects.requireNonNull(text), 0);
  }

  /** A number that is no integer of 64 bits, as its JSON text. */
  static JsonValue number(String text) {
    return new JsonValue(Kind.NUMBER, text, 0);
  }

  /**
   * A list.
   *
   * @throws InvalidValueException JSON_VALUE if it is deeper than {@link #MAX_DEPTH}
   */
  public static JsonValue array(List<JsonValue> elements) {
    return new JsonValue(
        Kind.ARRAY, Collections.unmodifiableList(new ArrayList<>(elements)), 1 + deepest(elements));
  }

  /**
   * Values by name, in the order of the map.
   *
   * @throws InvalidValueException JSON_VALUE if it is deeper than {@link #MAX_DEPTH}
   */
  public static JsonValue object(Map<String, JsonValue> members) {
    return new JsonValue(
        Kind.OBJECT,
        Collections.unmodifiableMap(new LinkedHashMap<>(members)),
        1 + deepest(members.values()));
  }

  private static int deepest(Iterable<JsonValue> values) {
    int depth = 0;
    for (JsonValue value : values) {
      depth = Math.max(depth, value.depth);
    }
    return depth;
  }

  /**
   * Reads a document: one value and nothing behind it, no member twice.
   *
   * @throws FormatException JSON_SYNTAX, with the offset in characters, beyond {@link #MAX_CHARS}
   *     or {@link #MAX_DEPTH}, and for numbers of more than 32 digits
   */
  public static JsonValue parse(String json) throws FormatException {
    return JsonDocument.value(json);
  }

  /** What type it is. */
  public Kind kind() {
    return kind;
  }

  private Object require(Kind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException("a JSON " + kind + " is no " + wanted);
    }
    return value;
  }

  /**
   * The boolean.
   *
   * @throws IllegalStateException if it is another kind of value, as all that follow
   */
  public boolean booleanValue() {
    return (Boolean) require(Kind.BOOLEAN);
  }

  /** The integer. */
  public long integerValue() {
    return (Long) require(Kind.INTEGER);
  }

  /** The text. */
  public String text() {
    return (String) require(Kind.STRING);
  }

  /** The elements of an array, unmodifiable. */
  @SuppressWarnings("unchecked")
  public List<JsonValue> elements() {
    return (List<JsonValue>) require(Kind.ARRAY);
  }

  /** The members of an object, unmodifiable, in their order. */
  @SuppressWarnings("unchecked")
  public Map<String, JsonValue> members() {
    return (Map<String, JsonValue>) require(Kind.OBJECT);
  }

  /** Levels of arrays and objects, 0 for any other value. */
  public int depth() {
    return depth;
  }

  /** The document with line breaks, for people; {@link #parse} gives an equal value. */
  public String toIndentedJson() {
    return JsonDocument.indent(toJson());
  }

  /** The document without blanks; {@link #parse} gives an equal value. */
  public String toJson() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    switch (kind) {
      case STRING -> JsonDocument.quote((String) value, out);
      case ARRAY -> {
        String separator = "[";
        for (JsonValue element : elements()) {
          out.append(separator);
          element.write(out);
          separator = ",";
        }
        out.append(elements().isEmpty() ? "[]" : "]");
      }
      case OBJECT -> {
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : members().entrySet()) {
          out.append(separator);
          JsonDocument.quote(member.getKey(), out);
          out.append(':');
          member.getValue().write(out);
          separator = ",";
        }
        out.append(members().isEmpty() ? "{}" : "}");
      }
      default -> out.append(value);
    }
  }

  /** Same type and value; the order of members does not matter. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonValue that && that.kind == kind && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The type only: data may be a person's health. */
  @Override
  public String toString() {
    return "JsonValue[" + kind + "]";
  }
}
