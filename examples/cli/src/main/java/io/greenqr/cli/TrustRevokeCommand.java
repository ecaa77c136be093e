package io.greenqr.cli;

import io.greenqr.cli.ListEdit.KeyIdConverter;
import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(
      names = "--kid",
      required = true,
      paramLabel = "KID",
      converter = KeyIdConverter.class,
      description = "the key's identifier, eight hexadecimal digits")
  private KeyId kid = KeyId.of(new byte[KeyId.LENGTH]);

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "passes issued at this second or later do not hold")
  private Instant since = Instant.EPOCH;

  TrustRevokeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    return ListEdit.run(
        dir,
        console,
        editor -> {
          CoseKey key = editor.find(kid).key();
          editor.revoke(key, since);
          return key + " of " + editor.find(kid).issuer() + " is revoked since " + since;
        });
  }
}
