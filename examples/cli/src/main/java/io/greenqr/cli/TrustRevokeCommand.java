package io.greenqr.cli;

import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.TrustListEditor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops an issuer's key that others may have. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = {
      "Stops a key that others may have. Passes from before T go on to hold, and a thief can write",
      "earlier times: if that is to be feared, T is the key's first second. T can only move earlier.",
      "",
      "Example: greenqr trust revoke --dir scheme --kid 1a2b3c4d --since 2021-10-01T00:00:00Z"
    })
final class TrustRevokeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private EndedKeyOptions options = new EndedKeyOptions();

  TrustRevokeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    return options.run(console, TrustListEditor::revoke, "revoked");
  }
}
