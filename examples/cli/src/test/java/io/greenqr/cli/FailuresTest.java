package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when something else than a pass is wrong: one line, a code, no personal data. */
class FailuresTest {
  @TempDir Path folder;

  @Test
  void wrongUsageIsOneLineThatDoesNotRepeatThePass() {
    Issuer issuer = Issuer.make(folder, "p256");
    String text = issuer.issue("pass-test");
    Run run = Run.of("verify", "--trust", issuer.pub(), text, "GQ1:SECOND");
    assertEquals(2, run.code());
    assertEquals(
        "greenqr: USAGE: there is an argument too many; a text with blanks in it needs quotes"
            + " (see greenqr verify --help)\n",
        run.err());
    assertEquals(
        "greenqr: USAGE: unknown option --tex (see greenqr verify --help)\n",
        Run.of("verify", "--trust", issuer.pub(), text, "--tex=" + text).err());
    assertOneLine("USAGE", Run.of("verify", text));
    assertOneLine("USAGE", Run.of("verify", text, "--trust", issuer.pub(), "--at", "today"));
    assertOneLine("USAGE", Run.of("verify", text, "--trust", issuer.pub(), "--skew", "2h"));
    assertOneLine("USAGE", Run.of());
  }

  @Test
  void filesThatCannotBeReadHaveCodes() throws IOException {
    Issuer issuer = Issuer.make(folder, "p256");
    assertOneLine("FILE_MISSING", Run.of("verify", "X", "--trust", "absent.json"));
    assertOneLine("FILE_UNREADABLE", Run.of("verify", "X", "--trust", folder.toString()));
    assertOneLine("JSON_SYNTAX", Run.of("verify", "X", "--trust", issuer.key()));
    assertOneLine(
        "KEY_DUPLICATE", Run.of("verify", "X", "--trust", issuer.pub(), "--trust", issuer.pub()));
    Path latin = folder.resolve("latin.json");
    Files.write(latin, "{\"name\":\"Nguy\u00ean\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertOneLine("FILE_NOT_UTF8", issue(issuer, latin));
    Path large = Files.write(folder.resolve("large.json"), new byte[2_000_000]);
    assertOneLine("FILE_TOO_LARGE", issue(issuer, large));
    assertOneLine(
        "PEM_SYNTAX",
        Run.of("issue", "--key", issuer.pub(), "--pub", issuer.pub(), "--pass", "absent.json"));
    assertOneLine(
        "FILE_EXISTS",
        Run.of("keygen", "--alg", "p256", "--issuer", "X", "--out", folder.toString()));
  }

  @Test
  void aNameThatCannotBeAnIssuersIsUsage() {
    assertOneLine(
        "ISSUER_NAME", Run.of("keygen", "--alg", "p256", "--issuer", "S?", "--out", "unused"));
  }

  /** With exit code 0, a script would take the answers that are not there for all of them. */
  @Test
  void outputThatIsLostIsAFailure() {
    Issuer issuer = Issuer.make(folder, "p256");
    String text = issuer.issue("pass-test");
    String[] verify = {"verify", text, "--trust", issuer.pub(), "--at", Issuer.NEXT_DAY};
    assertOneLine("OUTPUT_FAILED", Run.withStreams(nothing(), new FullDisk(), verify));
    String[] lines = {"verify", "--lines", "-", "--trust", issuer.pub()};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '\n';
          }
        };
    assertOneLine("OUTPUT_FAILED", Run.withStreams(endless, new FullDisk(), lines));
  }

  @Test
  void anInputThatBreaksOffIsAnsweredAsFarAsItWent() {
    Issuer issuer = Issuer.make(folder, "p256");
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream("A\nB\n".getBytes(StandardCharsets.UTF_8)),
            new Failing(new IOException("Secret Person")));
    Run run = lines(issuer, broken);
    assertEquals(3, run.code());
    assertEquals(2, run.out().lines().count());
    assertEquals("greenqr: FILE_UNREADABLE: -: cannot be read\n", run.err());
  }

  /** Exit code 1 would be a verdict, and a stack trace shows what it was about. */
  @Test
  void aBugIsToldApartFromVerdictsAndShowsNothing() {
    Issuer issuer = Issuer.make(folder, "p256");
    Run run = lines(issuer, new Failing(new IllegalStateException("Secret Person")));
    assertEquals(4, run.code());
    assertOneLine("INTERNAL", run);
    assertFalse(run.err().contains("Secret"), run.err());
  }

  @Test
  void namesOfFilesCannotWriteOnTheTerminal() {
    Run run = Run.of("verify", "X", "--trust", "a\u001b[2J\nb\u202e.json");
    assertEquals(
        "greenqr: FILE_MISSING: a\\u{1b}[2J\\u{a}b\\u{202e}.json: does not exist\n", run.err());
  }

  private static Run issue(Issuer issuer, Path pass) {
    return Run.of("issue", "--key", issuer.key(), "--pub", issuer.pub(), "--pass", pass.toString());
  }

  private static Run lines(Issuer issuer, InputStream in) {
    return Run.withStreams(
        in, new ByteArrayOutputStream(), "verify", "--lines", "-", "--trust", issuer.pub());
  }

  private static InputStream nothing() {
    return new ByteArrayInputStream(new byte[0]);
  }

  private static void assertOneLine(String code, Run run) {
    assertTrue(run.err().startsWith("greenqr: " + code + ": "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.code() >= 2, run.err());
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("no space left");
    }
  }

  /** Fails as soon as it is read. */
  private static final class Failing extends InputStream {
    private final Exception failure;

    Failing(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (failure instanceof IOException unreadable) {
        throw unreadable;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return read();
    }
  }
}
