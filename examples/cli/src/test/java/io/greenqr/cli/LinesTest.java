package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long inputs: one answer a line, in order, in constant memory. */
class LinesTest {
  private static final long TOTAL = 20_000_000;

  @TempDir Path folder;

  @Test
  void everyLineIsAnsweredInItsPlace() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    String good = issuer.issue("pass-test");
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      // Every seventh is broken, and every eleventh comes from a scanner with prefix and CR LF.
      input.append(i % 7 == 3 ? "GQ1:BROKEN" + i : i % 11 == 5 ? "]Q1" + good + "\r" : good);
      input.append('\n');
    }
    input.append("\n").append("GQ1:").append("A".repeat(100_000));
    Run run =
        Run.withInput(
            input.toString(),
            "verify",
            "--lines",
            "-",
            "--trust",
            issuer.pub(),
            "--at",
            Issuer.NEXT_DAY);
    assertEquals(1, run.code());
    List<String> answers = run.out().lines().toList();
    assertEquals(4_002, answers.size());
    for (int i = 0; i < 4_000; i++) {
      assertEquals(i % 7 == 3, answers.get(i).startsWith("REJECTED"), "line " + i);
    }
    assertEquals("REJECTED TEXT_FORM (TEXT_PREFIX at 0)", answers.get(4_000));
    assertEquals("REJECTED TEXT_FORM (TEXT_TOO_LONG at 4296)", answers.get(4_001));
  }

  @Test
  void issueKeepsTheLinesOfPassesThatItRefuses() throws Exception {
    Issuer issuer = Issuer.make(folder, "ed25519");
    String pass = Files.readString(Path.of(Run.example("pass-test"))).replace('\n', ' ');
    Run run =
        Run.withInput(
            pass + "\n{\"name\":1}\n" + pass + "\n",
            "issue",
            "--key",
            issuer.key(),
            "--pub",
            issuer.pub(),
            "--pass",
            "-",
            "--lines",
            "--issued-at",
            Issuer.ISSUED_AT);
    assertEquals(1, run.code());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("GQ1:"));
    assertEquals("", lines.get(1));
    assertTrue(lines.get(2).startsWith("GQ1:"));
    assertEquals("greenqr: JSON_TYPE: line 2: not issued: /name\n", run.err());
  }

  @Test
  void memoryDoesNotGrowWithTheInput() throws Exception {
    AtomicLong read = new AtomicLong();
    AtomicLong written = new AtomicLong();
    AtomicLong furthestAhead = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            int count = (int) Math.min(length, TOTAL - read.get());
            for (int i = 0; i < count; i++) {
              bytes[from + i] = (byte) (read.incrementAndGet() % 50 == 0 ? '\n' : 'A');
            }
            furthestAhead.accumulateAndGet(read.get() - written.get(), Math::max);
            return count == 0 ? -1 : count;
          }
        };
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            written.addAndGet(length);
          }
        };
    PrintStream out = new PrintStream(counting, false, StandardCharsets.US_ASCII);
    // Each answer has the length of its line, so what is read and not yet written is what is held.
    new LineStream(out, 2, (lines, first) -> lines, () -> {}).run(endless, 100);
    out.flush();
    assertEquals(TOTAL, written.get());
    assertTrue(furthestAhead.get() < 2_000_000, () -> furthestAhead + " characters held");
  }
}
