package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in the README is code that compiles and runs. */
class ReadmeTest {
  private static final Pattern SNIPPET =
      Pattern.compile("(?s)<!-- (\\S+\\.java)#(\\w+) -->\\n```java\\n(.*?)```");

  @Test
  void everyJavaBlockIsARegionOfTheExamples() throws IOException {
    String readme = Documents.read("README.md");
    Matcher snippet = SNIPPET.matcher(readme);
    int count = 0;
    while (snippet.find()) {
      String name = snippet.group(2);
      assertEquals(region(Documents.read(snippet.group(1)), name), snippet.group(3), name);
      count++;
    }
    assertEquals(readme.split("```java", -1).length - 1, count, "blocks without a source");
    assertTrue(count > 0);
  }

  @Test
  void theTestCommandIsTheOneThatRunsBeforeAChangeLands() throws IOException {
    String command = "mvn -B -ntp verify";
    assertTrue(Documents.read("README.md").contains("\n" + command + "\n"));
    assertTrue(Documents.read(".ci/run").contains("\n" + command + "\n"));
  }

  /** The lines between the two comments that mark the region, moved to the left margin. */
  private static String region(String source, String name) {
    List<String> lines =
        source
            .lines()
            .dropWhile(line -> !line.strip().equals("// README: " + name))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("// README: end"))
            .toList();
    return String.join("\n", lines).stripIndent() + "\n";
  }
}
