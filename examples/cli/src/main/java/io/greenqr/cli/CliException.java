package io.greenqr.cli;

/**
 * Ends a command with one line for people, which begins with a stable code, and an exit code for
 * scripts; no personal data.
 */
final class CliException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String code;

  CliException(int exitCode, String code, String message) {
    super(message);
    this.exitCode = exitCode;
    this.code = code;
  }

  static CliException usage(String message) {
    return new CliException(GreenQr.USAGE, "USAGE", message);
  }

  /** A full disk, or a reader of our output that has gone. */
  static CliException output() {
    return new CliException(
        GreenQr.UNREADABLE, "OUTPUT_FAILED", "standard output cannot be written");
  }

  int exitCode() {
    return exitCode;
  }

  String code() {
    return code;
  }
}
