package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in a table of cases; faults name the member. Strict: a member that is
 * misspelt would be a check that is never made.
 */
final class CaseFields {
  private final Map<String, JsonValue> members;
  private final String place;

  private CaseFields(Map<String, JsonValue> members, String place) {
    this.members = members;
    this.place = place;
  }

  static CaseFields of(JsonValue json, String place, Set<String> allowed) throws FormatException {
    if (json.kind() != Kind.OBJECT) {
      throw fault(FormatFault.JSON_TYPE, place);
    }
    for (String name : json.members().keySet()) {
      if (!allowed.contains(name)) {
        throw fault(FormatFault.JSON_UNKNOWN, place + "/" + name);
      }
    }
    return new CaseFields(json.members(), place);
  }

  static FormatException fault(FormatFault fault, String place) {
    return new FormatException(fault, 0, place);
  }

  FormatException fault(FormatFault fault, String name, boolean present) {
    return fault(present ? fault : FormatFault.JSON_MISSING, place + "/" + name);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  JsonValue value(String name, Kind kind) throws FormatException {
    JsonValue value = members.get(name);
    if (value == null || value.kind() != kind) {
      throw fault(FormatFault.JSON_TYPE, name, value != null);
    }
    return value;
  }

  String text(String name) throws FormatException {
    return value(name, Kind.STRING).text();
  }

  @Nullable String textOrNull(String name) throws FormatException {
    return has(name) ? text(name) : null;
  }

  /** Texts in their order; none if the member is absent. */
  List<String> texts(String name) throws FormatException {
    List<String> texts = new ArrayList<>();
    if (has(name)) {
      for (JsonValue element : value(name, Kind.ARRAY).elements()) {
        if (element.kind() != Kind.STRING) {
          throw fault(FormatFault.JSON_TYPE, name, true);
        }
        texts.add(element.text());
      }
    }
    return texts;
  }

  /** A time with an offset, in whole seconds. */
  Instant time(String name) throws FormatException {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text(name));
      if (time.getNano() == 0) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // Told below, like a fraction of a second.
    }
    throw fault(FormatFault.JSON_DATE, name, true);
  }

  /** A time that an answer names, {@code none} where it names none, or null for not asked. */
  @Nullable String expectedTime(String name, String none) throws FormatException {
    if (!has(name)) {
      return null;
    }
    return text(name).equals(none) ? none : time(name).toString();
  }
}
