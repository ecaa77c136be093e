package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators are told to type works, from the first key to the second root. */
@Timeout(300)
class OperationsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "operations.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```$");
  private static final Pattern WAITS = Pattern.compile("(?m)^ *(.*?) *# exit code 1: .*$");

  @TempDir Path folder;

  @Test
  void everyCommandEndsAsTheDocumentSays() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/bin/bash")), "skipped: there is no /bin/bash");
    Files.copy(Path.of(Run.example("pass-vaccination")), folder.resolve("pass.json"));
    Path script = Files.writeString(folder.resolve("script.sh"), script());
    ProcessBuilder bash =
        new ProcessBuilder("/bin/bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    bash.environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    bash.environment().put("CLASSES", absoluteClassPath());
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    for (String file :
        List.of("scheme/root-1.gqd", "scheme/list-1.2.gqd", "scheme/list-2.1.gqd", "card.png")) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    assertTrue(said.contains("since-1.1.gqb: list 1.2, since 1.1, "), said);
    assertTrue(said.contains("ACCEPTED "), said);
  }

  private static String absoluteClassPath() {
    return Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(it -> Path.of(it).toAbsolutePath().toString())
        .reduce((a, b) -> a + System.getProperty("path.separator") + b)
        .orElse("");
  }

  private static String script() throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    script.append("greenqr() { \"$JAVA\" -XX:TieredStopAtLevel=1 -cp \"$CLASSES\"");
    script.append(" io.greenqr.cli.GreenQr \"$@\"; }\n");
    script.append("ends_with_1() { local code=0; \"$@\" || code=$?; [ $code = 1 ]; }\n");
    Matcher blocks = BLOCK.matcher(Files.readString(DOCUMENT));
    while (blocks.find()) {
      script.append(WAITS.matcher(blocks.group(1)).replaceAll("ends_with_1 $1"));
    }
    // The document's times are those of today's readers.
    return script.toString().replace(" 2031-", " 2121-");
  }
}
