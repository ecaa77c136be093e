package io.greenqr.cli;

import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs what has changed. */
@Command(
    name = "delta",
    mixinStandardHelpOptions = true,
    description = {
      "Signs the status lists that have changed, and one delta for all of them. After a rotation it",
      "signs again what the holders of before have signed. Where several must sign, each runs it",
      "with his key, or signs the drafts with greenqr trust sign.",
      "",
      "Exit code 1: signatures are missing.",
      "",
      "Example: greenqr status delta --dir scheme --key status.pem"
    })
final class StatusDeltaCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Mixin private SignerOptions signer = new SignerOptions();

  StatusDeltaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      if (!signer.isGiven()) {
        return sign(directory, null);
      }
      try (OpenSigner opened = signer.open(console)) {
        return sign(directory, opened.signer());
      }
    }
  }

  private int sign(PublishingDirectory directory, @Nullable PassSigner key)
      throws CliException, PublishException {
    StatusSigning signing =
        new StatusSigning(directory, StatusDesk.require(directory), directory.requireRoots());
    Map<String, DocumentDraft> pending = signing.pending(Instant.now());
    int waiting = 0;
    for (Map.Entry<String, DocumentDraft> each : pending.entrySet()) {
      Signatories missing = signing.sign(each.getKey(), each.getValue(), key);
      if (missing == null) {
        console.say(directory.published(each.getKey()) + ": signed");
      } else {
        waiting++;
        console.say(directory.draft(each.getKey()) + ": waits for signatures");
        missing.words().forEach(console::say);
      }
    }
    if (waiting > 0) {
      throw new CliException(
          GreenQr.REJECTED,
          "SIGNATURES_MISSING",
          waiting + " documents wait; greenqr status delta --dir " + dir + " --key STATUS.pem");
    }
    console.say(
        pending.isEmpty() ? "nothing has changed" : "next: greenqr trust publish --dir " + dir);
    return GreenQr.OK;
  }
}
