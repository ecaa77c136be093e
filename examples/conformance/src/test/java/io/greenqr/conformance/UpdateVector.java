package io.greenqr.conformance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One vector of an update: what is held, a bundle or freshness card, and the answer to it.
 *
 * @param expect an outcome, or a trust fault and, where it has one, the format fault
 * @param settings the other fields but the comment, by name
 * @param content the bytes of the bundle or the text of the card under test, in hexadecimal digits
 */
record UpdateVector(
    String name, String expect, Map<String, String> settings, String comment, String content) {
  private static final String FOLDER = "update/";
  private static final String ROOT = "root";
  private static final String HELD = "held";
  private static final String CLOCK = "clock";
  private static final String UPDATE = "update";
  private static final String LIST = "list";
  private static final String ABSENT = "absent";
  private static final List<String> ORDER = List.of(CLOCK, ROOT, HELD, UPDATE, LIST, ABSENT);

  private static UpdateVector of(
      String name, String expect, String comment, String suffix, byte[] content) {
    return new UpdateVector(
        name,
        expect,
        Map.of(ROOT, "trust/root-1.gqd", UPDATE, FOLDER + name + suffix),
        comment,
        Wire.hex(content));
  }

  /** For a verifier that holds root 1 and no list. */
  static UpdateVector bundle(String name, String expect, String comment, String bundle) {
    return of(name, expect, comment, ".gqb", Wire.bytes(bundle));
  }

  /** For a verifier that holds root 1 and no list. */
  static UpdateVector card(
      String name, String expect, String comment, String instant, String text) {
    return of(name, expect, comment, ".gqf", VectorFiles.utf8(text)).with(CLOCK, instant);
  }

  private UpdateVector with(String field, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(field, value);
    changed.values().removeIf(String::isEmpty);
    return new UpdateVector(name, expect, changed, comment, content);
  }

  UpdateVector under(String root) {
    return with(ROOT, root);
  }

  UpdateVector at(String instant) {
    return with(CLOCK, instant);
  }

  /** What was applied before, in this order. */
  UpdateVector holding(String... files) {
    return with(HELD, String.join(" ", files));
  }

  /** The list in force afterwards, and the numbers of the pinned status lists not at hand. */
  UpdateVector then(String list, String absent) {
    return with(LIST, list).with(ABSENT, absent);
  }

  UpdateVector then(String list) {
    return with(LIST, list);
  }

  String root() {
    return settings.getOrDefault(ROOT, "");
  }

  List<String> held() {
    return Fields.words(settings.getOrDefault(HELD, ""));
  }

  String update() {
    return settings.getOrDefault(UPDATE, "");
  }

  String clock() {
    return settings.getOrDefault(CLOCK, "");
  }

  /** The answer and the state after it. */
  String answer() {
    return answer(expect, settings.getOrDefault(LIST, ""), settings.getOrDefault(ABSENT, ""));
  }

  static String answer(String expect, String list, String absent) {
    return expect + ", list " + list + ", absent " + absent;
  }

  String fileName() {
    return FOLDER + name + ".upd";
  }

  String write() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    ORDER.forEach(field -> fields.put(field, settings.getOrDefault(field, "")));
    fields.put("comment", comment);
    return Fields.write(fields);
  }

  static UpdateVector read(String name, String file) {
    Map<String, String> fields = Fields.read(file.substring(0, file.length() - 1));
    String expect = fields.remove("expect");
    String comment = fields.remove("comment");
    return new UpdateVector(name, expect, fields, comment, "");
  }
}
