package io.greenqr.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The head of a vector: {@code name: value} on a line each. */
final class Fields {
  private Fields() {}

  /** The fields that have a value. */
  static String write(Map<String, String> fields) {
    StringBuilder out = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
          }
        });
    return out.toString();
  }

  static Map<String, String> read(String lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines.split("\n", -1)) {
      String[] field = line.split(": ", 2);
      fields.put(field[0], field[1]);
    }
    return fields;
  }

  static List<String> words(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(" ", -1));
  }
}
