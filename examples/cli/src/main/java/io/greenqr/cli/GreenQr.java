package io.greenqr.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: makes keys, issues, verifies and inspects passes. */
@Command(
    name = "greenqr",
    version = "greenqr 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Signed health passes that are verified with no network.",
    subcommands = {
      KeygenCommand.class,
      IssueCommand.class,
      VerifyCommand.class,
      InspectCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all accepted, or done",
      "1:some rejected, or not issued",
      "2:the command line is wrong",
      "3:something could not be read or written"
    })
public final class GreenQr {
  /** Done, all accepted. */
  static final int OK = 0;

  /** Some codes were rejected, or some passes not issued. */
  static final int REJECTED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Something could not be read or written. */
  static final int UNREADABLE = 3;

  private GreenQr() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    // Names have letters that the locale's encoding may lack; pipes want whole buffers.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(System.in, out, err, args);
    out.flush();
    System.exit(code);
  }

  /** Runs one command with the given streams. */
  static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    Console console = new Console(in, out, err);
    CommandLine commandLine =
        new CommandLine(new GreenQr(), new CommandFactory(console))
            .setOut(console.outWriter())
            .setErr(console.errWriter())
            .setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> {
          if (exception instanceof CliException failure) {
            err.println("greenqr: " + failure.getMessage());
            return failure.exitCode();
          }
          throw exception;
        });
    return commandLine.execute(args);
  }
}
