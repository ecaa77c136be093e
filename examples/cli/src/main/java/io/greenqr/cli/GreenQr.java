package io.greenqr.cli;

import io.greenqr.issue.trust.PublishException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: keys, passes, and the trust of a scheme. */
@Command(
    name = "greenqr",
    versionProvider = GreenQr.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Signed health passes that are verified with no network.",
    subcommands = {
      KeygenCommand.class,
      IssueCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      BundleCommand.class,
      TrustCommand.class,
      StatusCommand.class,
      PolicyCommand.class,
      AdmitCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all accepted, or done; green",
      "1:some rejected, or not issued; signatures are missing; not green; a case failed",
      "2:the command line is wrong",
      "3:something could not be read or written, or was refused",
      "4:a fault of greenqr itself"
    })
public final class GreenQr {
  /** Done, all accepted, green. */
  static final int OK = 0;

  /**
   * Some codes were rejected, some passes not issued, or signatures are missing; the answer is not
   * green, or a case failed.
   */
  static final int REJECTED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Something could not be read or written, or was refused. */
  static final int UNREADABLE = 3;

  /** A bug. Apart from the others, so that no script takes it for a verdict. */
  static final int INTERNAL = 4;

  private static final int HELP_WIDTH = 100;

  private GreenQr() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    // Servers have no display, and reading a picture must not look for one.
    System.setProperty("java.awt.headless", "true");
    // Names have letters that the locale's encoding may lack; pipes want whole buffers.
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(System.in, out, err, args));
  }

  /** Runs one command with the given streams. */
  static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    Console console = new Console(in, out, err);
    CommandLine commandLine =
        new CommandLine(new GreenQr(), new CommandFactory(console))
            .setOut(console.outWriter())
            .setUsageHelpWidth(HELP_WIDTH)
            // An issuer or a text that begins with @ is what it is, and no file of arguments.
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((exception, ignored) -> usage(console, exception))
            .setExecutionExceptionHandler(
                (exception, command, result) -> failure(console, exception));
    int code;
    try {
      code = commandLine.execute(args);
    } catch (RuntimeException | Error e) {
      code = failure(console, e);
    }
    // PrintStream goes on without a word when the disk is full; answers would be missing, and the
    // exit code would say that all was well.
    boolean lost = out.checkError();
    return lost && code != UNREADABLE ? failure(console, CliException.output()) : code;
  }

  private static int usage(Console console, ParameterException exception) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    console.error("USAGE", message(exception) + " (see " + command + " --help)");
    return USAGE;
  }

  /** What is wrong in one line, without the argument that was too much: it may be a pass. */
  private static String message(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      return argument.matches("--?[a-zA-Z-]+(=.*)?")
          ? "unknown option " + argument.replaceFirst("=.*", "")
          : "there is an argument too many; a text with blanks in it needs quotes";
    }
    return String.valueOf(exception.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static int failure(Console console, Throwable failure) {
    if (failure instanceof CliException expected) {
      console.error(expected.code(), String.valueOf(expected.getMessage()));
      return expected.exitCode();
    }
    if (failure instanceof PublishException refused) {
      return failure(console, Refusal.of(refused));
    }
    // The message of a bug may quote a pass: only its kind and place are told.
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    console.error("INTERNAL", failure.getClass().getName() + place);
    return INTERNAL;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = GreenQr.class.getPackage().getImplementationVersion();
      return new String[] {"greenqr " + (version == null ? "from classes" : version)};
    }
  }
}
