package io.greenqr.cli;

import picocli.CommandLine.Command;

/** What is held against passes, at the authority. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Stops passes, and signs the lists that say so.",
    subcommands = {
      StatusNewCommand.class,
      StatusSetCommand.class,
      StatusShowCommand.class,
      StatusDeltaCommand.class,
      StatusExportCommand.class,
      StatusImportCommand.class
    })
final class StatusCommand {
  private StatusCommand() {}
}
