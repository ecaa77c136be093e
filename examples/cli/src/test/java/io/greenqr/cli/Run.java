package io.greenqr.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One run of the command line in this process. */
final class Run {
  private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");

  private final int code;
  private final String out;
  private final String err;

  private Run(int code, String out, String err) {
    this.code = code;
    this.out = out;
    this.err = err;
  }

  static Run of(String... args) {
    return withInput("", args);
  }

  static Run withInput(String input, String... args) {
    return withStreams(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        args);
  }

  /** A run whose {@link #out} is what {@code out} writes as text. */
  static Run withStreams(InputStream in, OutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        GreenQr.run(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    String written =
        out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
    return new Run(code, written, err.toString(StandardCharsets.UTF_8));
  }

  /** The path of a sample of {@code docs/examples}. */
  static String example(String name) {
    return EXAMPLES.resolve(name + ".json").toString();
  }

  int code() {
    return code;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
