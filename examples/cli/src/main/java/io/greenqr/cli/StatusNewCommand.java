package io.greenqr.cli;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A new status list. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a status list in which all passes are valid. Its length never changes.",
      "",
      "Example: greenqr status new --dir scheme --list 0"
    })
final class StatusNewCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--list", required = true, paramLabel = "N", description = "0 to 65535")
  private int list;

  @Option(
      names = "--entries",
      paramLabel = "N",
      description = "a multiple of 4, to 131072; default: 131072")
  private int entries = FormatLimits.STATUS_SHARD_ENTRIES;

  StatusNewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      Environment environment = directory.requireRoots().environment();
      Optional<StatusDesk> there = StatusDesk.find(directory);
      StatusDesk desk = there.isPresent() ? there.get() : StatusDesk.create(directory, environment);
      desk.register().newList(list, entries);
      desk.save();
    }
    console.say("status list " + list + ": " + entries + " entries");
    console.say("next: greenqr status delta --dir " + dir + " --key STATUS.pem");
    return GreenQr.OK;
  }
}
