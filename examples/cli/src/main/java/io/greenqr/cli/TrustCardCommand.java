package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.DurationConverter;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.FreshnessCards;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A freshness card. */
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the freshness card that tells turnstiles without network that the newest list of this",
      "directory is still the newest. One key signs it, so the role has a threshold of 1.",
      "",
      "Example: greenqr trust card --dir scheme --key freshness.pem --png card.png"
    })
final class TrustCardCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Mixin private SignerOptions signer = new SignerOptions();

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "at most 24h, the default")
  private Duration valid = FreshnessCards.VALIDITY;

  @Mixin private DrawOptions drawing = new DrawOptions();

  TrustCardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    PublishingDirectory directory = PublishingDirectory.of(dir);
    SchemeRoots roots = directory.requireRoots();
    SignedDocument list =
        directory
            .newestList()
            .orElseThrow(
                () ->
                    new CliException(
                        GreenQr.UNREADABLE,
                        "LIST_MISSING",
                        dir + ": has no list yet; see greenqr trust publish"));
    DocumentDraft draft = FreshnessCards.of(roots, list).draft(Instant.now(), valid);
    Signatories signatories = Signatories.of(draft, roots);
    try (OpenSigner opened = signer.open(console)) {
      signatories.requireHolder(opened.signer().publicKey());
      String text = FreshnessCard.text(draft.sign(opened.signer()).complete(signatories.roles()));
      drawing.draw(text, console);
      console.out().println(text);
    }
    return GreenQr.OK;
  }
}
