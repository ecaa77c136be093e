package io.greenqr.cli;

import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.TrustListEditor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts an issuer's key away in good order. */
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a key away in good order: passes that it signed before T go on to hold.",
      "",
      "Example: greenqr trust retire --dir scheme --kid 1a2b3c4d --since 2021-10-01T00:00:00Z"
    })
final class TrustRetireCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private EndedKeyOptions options = new EndedKeyOptions();

  TrustRetireCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    return options.run(console, TrustListEditor::retire, "retired");
  }
}
