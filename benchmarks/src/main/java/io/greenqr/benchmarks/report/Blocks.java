package io.greenqr.benchmarks.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a document that a program writes, between two comments each. */
final class Blocks {
  private Blocks() {}

  /**
   * The document with a new content of one block.
   *
   * @throws IllegalArgumentException if the document has not exactly one such block
   */
  static String replace(String document, String name, String content) {
    String start = "<!-- generated: " + name + " -->";
    String end = "<!-- end: " + name + " -->";
    Matcher matcher =
        Pattern.compile(Pattern.quote(start) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(document);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no block " + name);
    }
    int from = matcher.start();
    int to = matcher.end();
    if (matcher.find()) {
      throw new IllegalArgumentException("two blocks " + name);
    }
    return document.substring(0, from)
        + start
        + "\n\n"
        + content.strip()
        + "\n\n"
        + end
        + document.substring(to);
  }
}
