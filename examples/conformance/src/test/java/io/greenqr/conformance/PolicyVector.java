package io.greenqr.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One vector of a policy: a bundle that pins it, and what a verifier makes of the policy.
 *
 * @param expect {@code VERIFIED}, {@code OTHER_LANGUAGE}, or a policy fault and, where it has one,
 *     the format fault
 * @param content the bytes of the bundle, in hexadecimal digits
 */
record PolicyVector(
    String name, String expect, String root, String bundle, String comment, String content) {
  private static final String FOLDER = "policy/";

  /** For a verifier whose anchor is the root with the policy role. */
  static PolicyVector of(String name, String expect, String comment, String bundle) {
    String file = FOLDER + name + ".gqb";
    return new PolicyVector(name, expect, "trust/root-policy.gqd", file, comment, bundle);
  }

  PolicyVector under(String otherRoot) {
    return new PolicyVector(name, expect, otherRoot, bundle, comment, content);
  }

  String fileName() {
    return FOLDER + name + ".pol";
  }

  String write() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    fields.put("root", root);
    fields.put("bundle", bundle);
    fields.put("comment", comment);
    return Fields.write(fields);
  }

  static PolicyVector read(String name, String file) {
    Map<String, String> fields = Fields.read(file.substring(0, file.length() - 1));
    return new PolicyVector(
        name,
        fields.remove("expect"),
        fields.remove("root"),
        fields.remove("bundle"),
        fields.remove("comment"),
        "");
  }
}
