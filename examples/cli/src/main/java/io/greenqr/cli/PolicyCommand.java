package io.greenqr.cli;

import picocli.CommandLine.Command;

/** Who may enter where and when. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes policies and tries them: who may enter where and when.",
    subcommands = {
      PolicyDraftCommand.class,
      PolicyCheckCommand.class,
      PolicyExplainCommand.class,
      PolicyEvalCommand.class
    })
final class PolicyCommand {
  private PolicyCommand() {}
}
