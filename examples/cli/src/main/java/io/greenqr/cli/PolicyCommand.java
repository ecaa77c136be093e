package io.greenqr.cli;

import picocli.CommandLine.Command;

/** Who may enter where and when. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes policies: who may enter where and when.",
    subcommands = {PolicyDraftCommand.class})
final class PolicyCommand {
  private PolicyCommand() {}
}
