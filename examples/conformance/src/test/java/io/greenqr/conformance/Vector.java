package io.greenqr.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One test vector: a text, what a verifier needs to judge it, and its verdict.
 *
 * @param expect {@code ACCEPTED}, or a rejection and, where it has one, the format fault
 * @param trust the files with the keys to trust
 */
record Vector(
    String name,
    String expect,
    String clock,
    List<String> trust,
    String comment,
    boolean allowUncheckedStatus,
    String text) {
  static final String NOW = "2021-09-25T00:00:00Z";

  static Vector of(String name, String expect, String comment, String text) {
    return new Vector(name, expect, NOW, List.of(TestKeys.MAIN_FILE), comment, false, text);
  }

  Vector at(String instant) {
    return new Vector(name, expect, instant, trust, comment, allowUncheckedStatus, text);
  }

  Vector trusting(String... files) {
    return new Vector(name, expect, clock, List.of(files), comment, allowUncheckedStatus, text);
  }

  Vector allowingUncheckedStatus() {
    return new Vector(name, expect, clock, trust, comment, true, text);
  }

  String fileName() {
    return name + ".vec";
  }

  String write() {
    return "expect: "
        + expect
        + "\nclock: "
        + clock
        + "\ntrust: "
        + String.join(" ", trust)
        + "\ncomment: "
        + comment
        + "\n"
        + (allowUncheckedStatus ? "allow-unchecked-status: true\n" : "")
        + "\n"
        + text
        + "\n";
  }

  /** Reads a file; the text is everything between the first empty line and the final line feed. */
  static Vector read(String name, String file) {
    int end = file.indexOf("\n\n");
    Map<String, String> fields = new HashMap<>();
    for (String line : file.substring(0, end).split("\n", -1)) {
      String[] field = line.split(": ", 2);
      fields.put(field[0], field[1]);
    }
    return new Vector(
        name,
        fields.get("expect"),
        fields.get("clock"),
        List.of(fields.get("trust").split(" ", -1)),
        fields.get("comment"),
        fields.containsKey("allow-unchecked-status"),
        file.substring(end + 2, file.length() - 1));
  }
}
