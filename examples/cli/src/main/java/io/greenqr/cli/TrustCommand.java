package io.greenqr.cli;

import picocli.CommandLine.Command;

/** The roots and trust lists of a scheme, at the publisher. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes, signs and publishes roots, trust lists and freshness cards.",
    subcommands = {
      TrustInitCommand.class,
      TrustRotateCommand.class,
      TrustAddKeyCommand.class,
      TrustRetireCommand.class,
      TrustRevokeCommand.class,
      TrustSignCommand.class,
      TrustPublishCommand.class,
      TrustShowCommand.class,
      TrustCardCommand.class
    })
final class TrustCommand {
  private TrustCommand() {}
}
