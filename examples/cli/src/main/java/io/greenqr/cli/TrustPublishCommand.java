package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.DurationConverter;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes what enough people have signed, and drafts what they sign next. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes the root that waits, if enough have signed it; or else drafts the next trust list",
      "from the edited keys and the signed status lists, and publishes it when enough have signed.",
      "With a key it signs lists that trust the same keys as the list before. Others, and roots,",
      "are signed with greenqr trust sign, by people who look at them.",
      "It can be repeated: where nothing has changed and the list is new, there is nothing to do.",
      "",
      "Exit code 0: something was published, or there is nothing to do. 1: signatures are missing.",
      "",
      "Example: greenqr trust publish --dir scheme --key list.pem"
    })
final class TrustPublishCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Mixin private SignerOptions signer = new SignerOptions();

  @Option(
      names = "--fresh",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long gates call the list fresh; default: 48h")
  private Duration fresh = Duration.ofDays(2);

  @Option(
      names = "--status-fresh",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long what the status lists say holds; default: 48h")
  private Duration statusFresh = Duration.ofDays(2);

  @Option(
      names = "--used",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long gates use the list at all; default: 14d")
  private Duration used = Duration.ofDays(14);

  @Option(
      names = "--renew",
      description = "a new list although nothing has changed, or in place of one that waits")
  private boolean renew;

  TrustPublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    if (used.compareTo(LONGEST) > 0
        || fresh.compareTo(used) > 0
        || statusFresh.compareTo(used) > 0) {
      throw CliException.usage("--fresh and --status-fresh are at most --used, and that 366d");
    }
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      if (new RootPublication(directory, console).publish()) {
        return GreenQr.OK;
      }
      ListTimes times = ListTimes.of(Instant.now(), fresh, used).withStatusFresh(statusFresh);
      ListPublication list = new ListPublication(directory, console);
      if (!signer.isGiven()) {
        list.publish(times, null, renew);
        return GreenQr.OK;
      }
      try (OpenSigner opened = signer.open(console)) {
        list.publish(times, opened.signer(), renew);
        return GreenQr.OK;
      }
    }
  }
}
