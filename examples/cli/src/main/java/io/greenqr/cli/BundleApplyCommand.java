package io.greenqr.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies and keeps. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a bundle over into a state directory, unless it is older than what is held there.",
      "",
      "Example: greenqr bundle apply today.gqb --state /var/lib/gate --root root.gqd"
    })
final class BundleApplyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.gqb")
  private Path file = Path.of("");

  @Option(names = "--state", required = true, paramLabel = "DIR")
  private Path state = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "FILE.gqd",
      description = "needed until the state knows it")
  private @Nullable Path root;

  BundleApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    return TrustReport.apply(SchemeTrust.open(root, state), file, console);
  }
}
