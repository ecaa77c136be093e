package io.greenqr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The streams of one run; tests give their own. */
final class Console {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Console(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** One line on stderr: a stable code and words. Names in the words were chosen by strangers. */
  void error(String code, String message) {
    err.println("greenqr: " + code + ": " + PrintableText.of(message));
  }

  /**
   * Whether a person watches stderr. Java cannot tell; Linux does, and elsewhere the answer is no.
   */
  boolean isErrTerminal() {
    return target(2).map(Console::isTerminal).orElse(false);
  }

  /** What a stream of the process leads to, where the system tells. */
  private static Optional<Path> target(int stream) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean isTerminal(Path target) {
    return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
  }

  /** Asks a person for a secret, which is not shown; null where there is no terminal. */
  // From Java 22 on there is a console without a terminal too, which would take the first line of a
  // pipe for a PIN, and tokens count wrong ones: so the system is asked as well.
  @SuppressWarnings("SystemConsoleNull")
  char @Nullable [] readPassword(String prompt) {
    java.io.Console terminal = System.console();
    boolean piped = target(0).map(it -> !isTerminal(it)).orElse(false);
    return terminal == null || piped ? null : terminal.readPassword("%s", PrintableText.of(prompt));
  }

  /** One line of output, in which names of files and issuers may stand. */
  void say(String line) {
    out.println(PrintableText.of(line));
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }
}
