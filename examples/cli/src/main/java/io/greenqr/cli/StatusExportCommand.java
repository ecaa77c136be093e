package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.DurationConverter;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusListToken;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A status list for other systems. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a published status list as an IETF Token Status List (CWT), for wallets of other",
      "systems. Gates of this scheme do not use it.",
      "",
      "Example: greenqr status export --dir scheme --list 0 --sub https://example.org/status/0 \\",
      "           --key token.pem --out status-0.cwt"
    })
final class StatusExportCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--list", required = true, paramLabel = "N")
  private int list;

  @Option(
      names = "--sub",
      required = true,
      paramLabel = "URI",
      description = "where the token is published, and what tokens of people refer to")
  private String subject = "";

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "after which it says nothing; default: 48h")
  private Duration valid = Duration.ofDays(2);

  @Option(
      names = "--ttl",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long readers may keep it before they fetch it again")
  private @Nullable Duration ttl;

  @Option(names = "--out", required = true, paramLabel = "FILE.cwt")
  private Path out = Path.of("");

  @Mixin private SignerOptions signer = new SignerOptions();

  StatusExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    StatusDesk desk = StatusDesk.require(PublishingDirectory.of(dir));
    Optional<StatusListDocument> published = desk.register().published(list);
    if (published.isEmpty()) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "LIST_MISSING",
          "status list " + list + ": was never signed; see greenqr status delta");
    }
    try (OpenSigner opened = signer.open(console)) {
      StatusListToken token = sign(published.get(), opened.signer());
      LocalFile.replace(out, token.bytes());
      console.say(
          out + ": status list " + list + ", until " + token.unverifiedExpires().orElseThrow());
    }
    return GreenQr.OK;
  }

  private StatusListToken sign(StatusListDocument document, PassSigner key) throws CliException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      StatusListToken.Builder builder =
          StatusListToken.builder(subject, now, document.entries()).expires(now.plus(valid));
      if (ttl != null) {
        builder.ttl(ttl);
      }
      byte[] signature = key.sign(builder.toBeSigned(key.publicKey()));
      StatusListToken token = builder.build(key.publicKey(), signature);
      // A disturbed signer can give its key away, and a wrong signature helps nobody.
      if (!token.isSignedBy(key.publicKey(), PlatformVerifier::verifies)) {
        throw new CliException(
            GreenQr.UNREADABLE, "SELF_CHECK", signer.source() + ": the signature does not hold");
      }
      return token;
    } catch (SigningException e) {
      throw new CliException(
          GreenQr.UNREADABLE, "SIGNING", signer.source() + ": the key could not sign");
    } catch (InvalidValueException e) {
      throw new CliException(
          GreenQr.USAGE, e.fault().name(), "--sub, --valid or --ttl cannot stand in a token");
    }
  }
}
