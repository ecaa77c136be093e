package io.greenqr.conformance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One test vector: a text, what a verifier needs to judge it, and its verdict.
 *
 * @param expect {@code ACCEPTED}, or a rejection and, where it has one, the format fault
 * @param settings the other fields but the comment, by name
 */
record Vector(
    String name, String expect, Map<String, String> settings, String comment, String text) {
  static final String NOW = "2021-09-25T00:00:00Z";

  private static final String CLOCK = "clock";
  private static final String ROOT = "root";
  private static final String TRUST = "trust";
  private static final String FRESHNESS = "freshness";
  private static final String STATUS = "status";
  private static final String UNCHECKED = "allow-unchecked-status";
  private static final String RESTRICTED = "allow-restricted-status";
  private static final List<String> ORDER =
      List.of(FRESHNESS, STATUS, CLOCK, ROOT, TRUST, UNCHECKED, RESTRICTED);

  static Vector of(String name, String expect, String comment, String text) {
    Vector vector =
        new Vector(name, expect, Map.of(CLOCK, NOW, TRUST, TestKeys.MAIN_FILE), comment, text);
    return expect.equals("ACCEPTED") ? vector.answering("UNDATED", "NO_REFERENCE") : vector;
  }

  private Vector with(String field, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(field, value);
    changed.values().removeIf(String::isEmpty);
    return new Vector(name, expect, changed, comment, text);
  }

  Vector at(String instant) {
    return with(CLOCK, instant);
  }

  Vector trusting(String... files) {
    return with(TRUST, String.join(" ", files));
  }

  /** Under an anchor, with these bundles and cards after each other. */
  Vector under(String root, String... files) {
    return trusting(files).with(ROOT, root);
  }

  /** What an accepted pass says of the trust and of its status. */
  Vector answering(String freshness, String status) {
    return with(FRESHNESS, freshness).with(STATUS, status);
  }

  Vector allowingUncheckedStatus() {
    return with(UNCHECKED, "true");
  }

  Vector allowingRestrictedStatus() {
    return with(RESTRICTED, "true");
  }

  String clock() {
    return settings.getOrDefault(CLOCK, "");
  }

  boolean hasRoot() {
    return settings.containsKey(ROOT);
  }

  String root() {
    return settings.getOrDefault(ROOT, "");
  }

  List<String> trust() {
    return Fields.words(settings.getOrDefault(TRUST, ""));
  }

  boolean allowsUncheckedStatus() {
    return settings.containsKey(UNCHECKED);
  }

  boolean allowsRestrictedStatus() {
    return settings.containsKey(RESTRICTED);
  }

  /** The verdict with what an accepted pass says. */
  String answer() {
    return settings.containsKey(FRESHNESS)
        ? expect + " " + settings.get(FRESHNESS) + " " + settings.get(STATUS)
        : expect;
  }

  String fileName() {
    return name + ".vec";
  }

  String write() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    ORDER.forEach(field -> fields.put(field, settings.getOrDefault(field, "")));
    fields.put("comment", comment);
    return Fields.write(fields) + "\n" + text + "\n";
  }

  /** Reads a file; the text is everything between the first empty line and the final line feed. */
  static Vector read(String name, String file) {
    int end = file.indexOf("\n\n");
    Map<String, String> fields = Fields.read(file.substring(0, end));
    String expect = fields.remove("expect");
    String comment = fields.remove("comment");
    return new Vector(name, expect, fields, comment, file.substring(end + 2, file.length() - 1));
  }
}
