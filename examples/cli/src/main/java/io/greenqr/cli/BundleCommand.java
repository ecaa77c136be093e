package io.greenqr.cli;

import picocli.CommandLine.Command;

/** Bundles: making one, what is in it, whether it may be relied on, and taking it over. */
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Trust list and status lists in one file.",
    subcommands = {
      BundleBuildCommand.class,
      BundleShowCommand.class,
      BundleVerifyCommand.class,
      BundleApplyCommand.class,
      BundleRefreshCommand.class
    })
final class BundleCommand {
  private BundleCommand() {}
}
