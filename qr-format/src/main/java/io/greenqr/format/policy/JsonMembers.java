package io.greenqr.format.policy;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.JsonPointer;
import io.greenqr.format.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object of a policy, whose members are taken one by one; what is left at the end is a
 * fault. Every fault names the member by its JSON Pointer.
 */
final class JsonMembers {
  private final Map<String, JsonValue> members;
  private final String pointer;
  private final Set<String> taken = new HashSet<>();

  private JsonMembers(Map<String, JsonValue> members, String pointer) {
    this.members = members;
    this.pointer = pointer;
  }

  /** Something that is built from an object and may find its values invalid. */
  interface Reader<T> {
    T read(JsonMembers json) throws FormatException;
  }

  /** Reads the object {@code value}, which stands at {@code pointer}, to its last member. */
  static <T> T read(JsonValue value, String pointer, Reader<T> reader) throws FormatException {
    if (value.kind() != JsonValue.Kind.OBJECT) {
      throw new FormatException(FormatFault.JSON_TYPE, 0, pointer);
    }
    JsonMembers json = new JsonMembers(value.members(), pointer);
    try {
      T read = reader.read(json);
      for (String name : json.members.keySet()) {
        if (!json.taken.contains(name)) {
          throw json.fault(FormatFault.JSON_UNKNOWN, name);
        }
      }
      return read;
    } catch (InvalidValueException e) {
      throw json.fault(e.fault(), e.field());
    }
  }

  private FormatException fault(FormatFault fault, String name) {
    return new FormatException(fault, 0, JsonPointer.child(pointer, name));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The names of all members, in the order of the document. */
  Set<String> names() {
    return members.keySet();
  }

  /** A condition. */
  JsonValue condition(String name) throws FormatException {
    JsonValue condition = value(name);
    if (condition.kind() == JsonValue.Kind.NULL) {
      throw fault(FormatFault.JSON_TYPE, name);
    }
    return condition;
  }

  private JsonValue value(String name) throws FormatException {
    JsonValue value = members.get(name);
    if (value == null) {
      throw fault(FormatFault.JSON_MISSING, name);
    }
    taken.add(name);
    return value;
  }

  private JsonValue value(String name, JsonValue.Kind kind) throws FormatException {
    JsonValue value = value(name);
    if (value.kind() != kind) {
      throw fault(FormatFault.JSON_TYPE, name);
    }
    return value;
  }

  String text(String name) throws FormatException {
    return value(name, JsonValue.Kind.STRING).text();
  }

  long integer(String name) throws FormatException {
    return value(name, JsonValue.Kind.INTEGER).integerValue();
  }

  Instant time(String name) throws FormatException {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException e) {
      throw fault(FormatFault.JSON_DATE, name);
    }
  }

  ZoneOffset offset(String name) throws FormatException {
    String text = text(name);
    try {
      ZoneOffset offset = ZoneOffset.of(text);
      // One spelling: +7, +07 and +0700 are read by some and not by others.
      if (offset.getId().equals(text)) {
        return offset;
      }
    } catch (DateTimeException e) {
      // No offset: the answer below.
    }
    throw fault(FormatFault.UTC_OFFSET, name);
  }

  <E extends Enum<E> & TableCode> E named(String name, Class<E> table) throws FormatException {
    return TableCode.find(table, text(name)).orElseThrow(() -> fault(FormatFault.JSON_CODE, name));
  }

  /** Texts, at least one: an empty list reads as "none" to people, and means all. */
  List<String> texts(String name) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonValue element : value(name, JsonValue.Kind.ARRAY).elements()) {
      if (element.kind() != JsonValue.Kind.STRING) {
        throw fault(FormatFault.JSON_TYPE, name);
      }
      texts.add(element.text());
    }
    if (texts.isEmpty()) {
      throw fault(FormatFault.JSON_VALUE, name);
    }
    return texts;
  }

  <T> T record(String name, Reader<T> reader) throws FormatException {
    return read(value(name, JsonValue.Kind.OBJECT), JsonPointer.child(pointer, name), reader);
  }

  <T> List<T> records(String name, Reader<T> reader) throws FormatException {
    List<T> records = new ArrayList<>();
    for (JsonValue element : value(name, JsonValue.Kind.ARRAY).elements()) {
      records.add(read(element, JsonPointer.child(pointer, name) + "/" + records.size(), reader));
    }
    return records;
  }
}
