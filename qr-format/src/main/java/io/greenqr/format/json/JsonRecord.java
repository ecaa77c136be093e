package io.greenqr.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.JsonPointer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are taken one by one with the type they must have; what is left at
 * the end is a fault. Every fault names the member by its JSON Pointer and never shows its value.
 */
final class JsonRecord {
  private final ObjectNode object;
  private final String pointer;
  private final Set<String> taken = new HashSet<>();

  private JsonRecord(ObjectNode object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /** Something that is built from a record and may find its values invalid. */
  interface Reader<T> {
    T read(JsonRecord json) throws FormatException;
  }

  /** Reads the object {@code node}, which stands at {@code pointer}, to its last member. */
  static <T> T read(JsonNode node, String pointer, Reader<T> reader) throws FormatException {
    if (!(node instanceof ObjectNode object)) {
      throw new FormatException(FormatFault.JSON_TYPE, 0, pointer);
    }
    JsonRecord json = new JsonRecord(object, pointer);
    try {
      T value = reader.read(json);
      json.requireAllTaken();
      return value;
    } catch (InvalidValueException e) {
      throw json.fault(e.fault(), e.field());
    }
  }

  private void requireAllTaken() throws FormatException {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!taken.contains(name)) {
        throw fault(FormatFault.JSON_UNKNOWN, name);
      }
    }
  }

  private FormatException fault(FormatFault fault, String name) {
    return new FormatException(fault, 0, name.isEmpty() ? pointer : pointerTo(name));
  }

  private String pointerTo(String name) {
    return JsonPointer.child(pointer, name);
  }

  /** Whether the member is there; null counts as a value of a wrong type. */
  boolean has(String name) {
    return object.has(name);
  }

  private JsonNode take(String name, JsonNodeType type) throws FormatException {
    taken.add(name);
    JsonNode node = object.get(name);
    if (node == null) {
      throw fault(FormatFault.JSON_MISSING, name);
    }
    if (node.getNodeType() != type) {
      throw fault(FormatFault.JSON_TYPE, name);
    }
    return node;
  }

  String text(String name) throws FormatException {
    return take(name, JsonNodeType.STRING).textValue();
  }

  int integer(String name) throws FormatException {
    JsonNode node = take(name, JsonNodeType.NUMBER);
    if (!node.isIntegralNumber()) {
      throw fault(FormatFault.JSON_TYPE, name);
    }
    if (!node.canConvertToInt()) {
      throw fault(FormatFault.JSON_VALUE, name);
    }
    return node.intValue();
  }

  /** A number with at most one decimal place, in tenths. */
  int tenths(String name) throws FormatException {
    BigDecimal value = take(name, JsonNodeType.NUMBER).decimalValue();
    // The scale first: 1e999999999 has few digits and a value that fills the memory.
    if (Math.abs((long) value.scale()) > 10 || value.precision() > 10) {
      throw fault(FormatFault.JSON_VALUE, name);
    }
    try {
      return value.movePointRight(1).intValueExact();
    } catch (ArithmeticException e) {
      throw fault(FormatFault.JSON_VALUE, name);
    }
  }

  LocalDate day(String name) throws FormatException {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw fault(FormatFault.JSON_DATE, name);
    }
  }

  Instant time(String name) throws FormatException {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException e) {
      throw fault(FormatFault.JSON_DATE, name);
    }
  }

  /** A code by its name, or by its number where the table may not have it yet. */
  <E extends Enum<E> & TableCode> int code(String name, Class<E> table) throws FormatException {
    JsonNode node = object.get(name);
    if (node != null && node.isNumber()) {
      return integer(name);
    }
    return named(name, table).code();
  }

  /** A code by its name. */
  <E extends Enum<E> & TableCode> E named(String name, Class<E> table) throws FormatException {
    return find(table, text(name), name);
  }

  private <E extends Enum<E> & TableCode> E find(Class<E> table, String text, String name)
      throws FormatException {
    return TableCode.find(table, text).orElseThrow(() -> fault(FormatFault.JSON_CODE, name));
  }

  /** A list of codes by name. */
  <E extends Enum<E> & TableCode> List<E> list(String name, Class<E> table) throws FormatException {
    List<E> codes = new ArrayList<>();
    for (JsonNode entry : take(name, JsonNodeType.ARRAY)) {
      if (!entry.isTextual()) {
        throw fault(FormatFault.JSON_TYPE, name);
      }
      codes.add(find(table, entry.textValue(), name));
    }
    return codes;
  }

  /** A list of codes by name, or by bit number where the table may not have it yet, as bits. */
  <E extends Enum<E> & TableCode> long bits(String name, Class<E> table) throws FormatException {
    long bits = 0;
    for (JsonNode entry : take(name, JsonNodeType.ARRAY)) {
      int bit;
      if (entry.isTextual()) {
        bit = find(table, entry.textValue(), name).code();
      } else if (entry.isIntegralNumber() && entry.canConvertToInt()) {
        bit = entry.intValue();
      } else {
        throw fault(FormatFault.JSON_TYPE, name);
      }
      if (bit < 0 || bit > 31) {
        throw fault(FormatFault.BITS_RANGE, name);
      }
      if ((bits >>> bit & 1) != 0) {
        throw fault(FormatFault.JSON_VALUE, name);
      }
      bits |= 1L << bit;
    }
    return bits;
  }

  /** Lower-case hexadecimal digits as bytes. */
  byte[] hex(String name) throws FormatException {
    byte[] bytes = Hex.decode(text(name));
    if (bytes == null) {
      throw fault(FormatFault.JSON_VALUE, name);
    }
    return bytes;
  }

  <T> T record(String name, Reader<T> reader) throws FormatException {
    return read(take(name, JsonNodeType.OBJECT), pointerTo(name), reader);
  }

  <T> @Nullable T optionalRecord(String name, Reader<T> reader) throws FormatException {
    return has(name) ? record(name, reader) : null;
  }

  <T> List<T> records(String name, Reader<T> reader) throws FormatException {
    List<T> values = new ArrayList<>();
    for (JsonNode entry : take(name, JsonNodeType.ARRAY)) {
      values.add(read(entry, pointerTo(name) + "/" + values.size(), reader));
    }
    return values;
  }

  /** The names of all members, in the order of the document. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
