package io.greenqr.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies and keeps nothing. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a bundle from a root document on, as a new device would, and keeps nothing.",
      "",
      "Example: greenqr bundle verify today.gqb --root root.gqd"
    })
final class BundleVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.gqb")
  private Path file = Path.of("");

  @Option(names = "--root", required = true, paramLabel = "FILE.gqd")
  private Path root = Path.of("");

  BundleVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    return TrustReport.apply(SchemeTrust.open(root, null), file, console);
  }
}
