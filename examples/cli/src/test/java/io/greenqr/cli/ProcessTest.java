package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: its own memory, locale and streams. */
@Timeout(120)
class ProcessTest {
  private static final int LINES = 200_000;

  @TempDir Path folder;

  @Test
  void manyLinesNeedLittleMemory() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    Path input = folder.resolve("lines.txt");
    Files.writeString(input, (issuer.issue("pass-all-four") + "A\n").repeat(LINES));
    Path output = folder.resolve("answers.txt");
    Process process =
        process("-Xmx24m", "--lines", input.toString(), "--trust", issuer.pub())
            .redirectOutput(output.toFile())
            .start();
    assertEquals(1, process.waitFor());
    try (var answers = Files.lines(output)) {
      assertEquals(LINES, answers.filter(it -> it.startsWith("REJECTED ENVELOPE")).count());
    }
  }

  /** At a gate the next line comes with the next person. */
  @Test
  void aLineIsAnsweredWhileTheInputStaysOpenAndNamesAreRightInAnyLocale() throws Exception {
    Issuer issuer = Issuer.make(folder, "ed25519");
    String text = issuer.issue("pass-test");
    Process process =
        process("-Xmx64m", "--lines", "-", "--trust", issuer.pub(), "--at", Issuer.NEXT_DAY)
            .start();
    try (OutputStream scanner = process.getOutputStream();
        BufferedReader gate =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int person = 0; person < 3; person++) {
        scanner.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        scanner.flush();
        String answer = gate.readLine();
        assertTrue(answer.startsWith("ACCEPTED Hoàng Thị Mỹ Duyên, born 2001-07-03 | "), answer);
      }
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  private static ProcessBuilder process(String memory, String... verify) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(memory);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(GreenQr.class.getName());
    command.add("verify");
    command.addAll(List.of(verify));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder;
  }
}
