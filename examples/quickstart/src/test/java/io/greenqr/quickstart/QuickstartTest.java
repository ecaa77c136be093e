package io.greenqr.quickstart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the README sends a newcomer to. */
class QuickstartTest {
  @Test
  void acceptsItsPassAndRejectsTheOthersWithTheirReasons(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Quickstart.run(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        folder,
        Instant.parse("2021-09-20T01:00:00Z"));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(printed.contains("the pass: accepted, signed by City Health Department"), printed);
    assertTrue(printed.contains("Trần Văn Minh Phương"), printed);
    // Whatever the changed character turns the signature into, one of these two steps stops it.
    assertTrue(
        printed.contains("one character changed: rejected, SIGNATURE")
            || printed.contains("one character changed: rejected, ENVELOPE")
            || printed.contains("one character changed: rejected, TEXT_ENCODING"),
        printed);
    assertTrue(printed.contains("in 31 days: rejected, EXPIRED"), printed);
    assertTrue(printed.contains("nobody we know: rejected, KEY_UNKNOWN"), printed);
    assertTrue(printed.contains("of the status lists: ACCEPTED, trust list FRESH"), printed);
    assertTrue(printed.contains("the same card, suspended: STATUS_SUSPENDED"), printed);
    assertTrue(printed.contains("bytes: LIST_ROLLBACK, list 1.2"), printed);
    assertTrue(printed.contains("the market, now: GREEN"), printed);
    assertTrue(printed.contains("holds until 2021-09-21T05:00:01Z"), printed);
    assertTrue(printed.contains("the market, in 30 hours: YELLOW"), printed);
    assertTrue(printed.contains("No negative test of the last 48 hours is shown."), printed);
    assertTrue(Files.size(folder.resolve("pass.png")) > 100);
    assertTrue(Files.readString(folder.resolve("pass.svg")).contains("<svg"));
  }
}
