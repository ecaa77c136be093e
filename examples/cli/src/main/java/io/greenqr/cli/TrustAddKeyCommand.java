package io.greenqr.cli;

import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.IssuerCertificate;
import io.greenqr.issue.key.KeyException;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An issuer's key for the next list. */
@Command(
    name = "add-key",
    mixinStandardHelpOptions = true,
    description = {
      "Puts an issuer's key into the next trust list: from the file that keygen wrote, whose",
      "thumbprint is to be compared, or from a certificate whose path to an authority is checked.",
      "",
      "Example: greenqr trust add-key --dir scheme --pub issuer.pub.json",
      "         greenqr trust add-key --dir scheme --cert chain.pem --anchors ca.pem \\",
      "           --issuer \"Test Centre 7\" --claims test"
    })
final class TrustAddKeyCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--pub", paramLabel = "PUB.json", description = "what keygen wrote")
  private @Nullable Path pub;

  @Option(
      names = "--cert",
      paramLabel = "CHAIN.pem",
      description = "the issuer's certificate, then each one that signed the one before")
  private @Nullable Path certificate;

  @Option(
      names = "--anchors",
      paramLabel = "CA.pem",
      description = "certificates of the authorities that are trusted for this")
  private @Nullable Path anchors;

  @Option(names = "--issuer", description = "name that gates show, with --cert")
  private @Nullable String issuer;

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "KIND",
      description = "what the key may sign, with --cert: declaration,vaccination,test,monitoring")
  private @Nullable Set<String> claims;

  TrustAddKeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    IssuerKey key = pub != null ? ofFile(pub) : ofCertificate();
    return ListEdit.run(
        dir,
        console,
        editor -> {
          editor.add(key);
          return key.key()
              + " of "
              + key.issuer()
              + ", thumbprint "
              + HexFormat.of().formatHex(key.key().thumbprint());
        });
  }

  private IssuerKey ofFile(Path file) throws CliException {
    if (certificate != null || anchors != null || issuer != null || claims != null) {
      throw CliException.usage("--pub says all of --cert, --anchors, --issuer and --claims");
    }
    return LocalFile.issuerKey(file, console);
  }

  private IssuerKey ofCertificate() throws CliException {
    // What a key may sign is not taken from a default: a test centre's key signs tests.
    if (certificate == null || anchors == null || issuer == null || claims == null) {
      throw CliException.usage("give --pub, or all of --cert, --anchors, --issuer and --claims");
    }
    String chain = LocalFile.text(certificate, console);
    String authorities = LocalFile.text(anchors, console);
    try {
      return IssuerCertificate.validate(chain, authorities, Instant.now())
          .statement(issuer, ClaimKinds.of(claims))
          .build();
    } catch (KeyException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), certificate + ": no path to " + anchors);
    } catch (InvalidValueException e) {
      throw new CliException(GreenQr.USAGE, e.fault().name(), "--issuer or --claims");
    }
  }
}
