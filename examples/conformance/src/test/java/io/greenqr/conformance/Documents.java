package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository that tests compare the code with. */
final class Documents {
  /** Surefire runs in the directory of this module. */
  private static final Path ROOT = Path.of("..", "..");

  private static final Pattern FENCED = Pattern.compile("(?s)```\\w*\\n(.*?)```");
  private static final Pattern NEXT = Pattern.compile("(?m)^(<!-- |## )");

  private Documents() {}

  static String read(String name) throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  /** The files below {@code directory} whose names end with {@code suffix}, in a fixed order. */
  static List<Path> list(String directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** What follows the comment {@code marker}, up to the next marker or section. */
  static String marked(String document, String marker) {
    return section(document, "<!-- " + marker + " -->");
  }

  /** What follows the line {@code heading}, up to the next marker or section. */
  static String section(String document, String heading) {
    int at = document.indexOf(heading + "\n");
    assertTrue(at >= 0, () -> "the document has no " + heading);
    String rest = document.substring(at + heading.length());
    Matcher next = NEXT.matcher(rest);
    return next.find() ? rest.substring(0, next.start()) : rest;
  }

  /** The content of the first fenced block behind the comment {@code marker}. */
  static String block(String document, String marker) {
    Matcher block = FENCED.matcher(marked(document, marker));
    assertTrue(block.find(), () -> "no block behind " + marker);
    return block.group(1);
  }

  /** The cells of all table rows in {@code text} but the heads, without the marks of code. */
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    boolean head = true;
    for (String line : text.split("\n", -1)) {
      if (!line.startsWith("|")) {
        head = true;
      } else if (line.startsWith("|---")) {
        head = false;
      } else if (!head) {
        String cells = line.substring(1, line.lastIndexOf('|'));
        rows.add(
            Stream.of(cells.split("\\|", -1)).map(cell -> cell.replace("`", "").trim()).toList());
      }
    }
    return rows;
  }
}
