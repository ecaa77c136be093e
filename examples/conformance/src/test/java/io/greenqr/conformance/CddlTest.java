package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The CDDL beside the code says what the CDDL of the specification says. */
class CddlTest {
  private static final Pattern JAVADOC =
      Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n *\\* }</pre>");
  private static final Pattern RULE = Pattern.compile("(?m)^([A-Za-z][\\w.-]*) *= ");
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|;[^\\n]*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\.[a-z]\\w*|-?\\d[\\d.]*(?=\\.\\.)|-?\\d+"
              + "|\\.\\.|[A-Za-z][\\w-]*|=>|\\S");

  /** Names of the prelude of RFC 8610 that the rules use. */
  private static final Set<String> PRELUDE =
      Set.of("any", "bool", "bstr", "bytes", "int", "null", "text", "tstr", "uint");

  @Test
  void javadocSaysWhatTheSpecificationSays() throws IOException {
    Map<String, List<String>> specified = specification();
    Set<String> compared = new TreeSet<>();
    for (Path source : Documents.list("qr-format/src/main/java", ".java")) {
      Matcher javadoc = JAVADOC.matcher(Files.readString(source));
      while (javadoc.find()) {
        String cddl = javadoc.group(1).replaceAll("(?m)^ *\\* ?", "");
        for (Map.Entry<String, List<String>> rule : rules(cddl).entrySet()) {
          assertEquals(
              specified.get(rule.getKey()), rule.getValue(), source.getFileName() + " " + rule);
          compared.add(rule.getKey());
        }
      }
    }
    assertTrue(
        compared.containsAll(
            Set.of("qr-text", "signed-pass", "cose-key", "kid", "claims", "pass", "subject")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("declaration", "dose", "test", "monitoring", "reading", "status", "extensions")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("signed-document", "document-signature", "root", "roles", "role", "threshold")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("trust-list", "issuers", "issuer", "issuerName", "listed-key", "claimKinds")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("keyState", "statusPins", "status-pin", "documentPins", "document-pin")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("status-list", "entries", "status-delta", "list-changes", "change")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("freshness-text", "freshness-card", "bundle", "document-bytes", "environment")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("bundled-document", "held-trust", "trust-version", "held-list")),
        () -> "compared only " + compared);
    assertTrue(
        compared.containsAll(
            Set.of("policy", "content", "lifts", "guard", "rules", "rule", "condition", "words")),
        () -> "compared only " + compared);
  }

  @Test
  void everyNameIsDefinedAndEveryRuleIsUsed() throws IOException {
    Map<String, List<String>> rules = specification();
    Set<String> used = new HashSet<>();
    rules.forEach(
        (name, tokens) -> {
          for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.matches("[A-Za-z].*")) {
              assertTrue(
                  PRELUDE.contains(token) || rules.containsKey(token),
                  () -> token + " in " + name + " is not defined");
              used.add(token);
            }
          }
        });
    Set<String> unused = new TreeSet<>(rules.keySet());
    unused.removeAll(used);
    // What nothing else refers to: the documents themselves.
    assertEquals(
        Set.of(
            "qr-text",
            "sms-text",
            "sig-structure",
            "document-sig-structure",
            "freshness-text",
            "bundle",
            "held-trust"),
        unused);
  }

  private static Map<String, List<String>> specification() throws IOException {
    Map<String, List<String>> all = new TreeMap<>();
    for (Path file : Documents.list("docs/spec", ".cddl")) {
      rules(Files.readString(file))
          .forEach(
              (name, tokens) -> {
                List<String> before = all.put(name, tokens);
                assertTrue(before == null || before.equals(tokens), () -> name + " twice");
              });
    }
    return all;
  }

  /** The rules of {@code cddl} by name, each as its tokens, without comments and white space. */
  private static Map<String, List<String>> rules(String cddl) {
    String plain =
        COMMENT_OR_STRING
            .matcher(cddl)
            .replaceAll(
                found ->
                    found.group().startsWith(";") ? "" : Matcher.quoteReplacement(found.group()));
    Map<String, List<String>> rules = new TreeMap<>();
    Matcher head = RULE.matcher(plain);
    String name = null;
    int from = 0;
    while (head.find()) {
      if (name != null) {
        rules.put(name, tokens(plain.substring(from, head.start())));
      }
      name = head.group(1);
      from = head.end();
    }
    if (name != null) {
      rules.put(name, tokens(plain.substring(from)));
    }
    return rules;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }
}
