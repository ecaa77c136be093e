package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.DurationConverter;
import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.IssuedPass;
import io.greenqr.issue.PassIssuer;
import io.greenqr.issue.key.KeyException;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs passes. */
@Command(
    name = "issue",
    mixinStandardHelpOptions = true,
    description = {
      "Signs the pass in a JSON file and prints its text.",
      "With --lines each line of the file is a pass, and each line of output its text; a pass that",
      "is not issued leaves an empty line, and its reason on stderr.",
      "",
      "Example: greenqr issue --key keys/issuer.key.pem --pub keys/issuer.pub.json \\",
      "           --pass pass.json --valid 30d --png pass.png"
    })
final class IssueCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--key", required = true, description = "private key, PKCS#8 PEM")
  private Path key = Path.of("");

  @Option(names = "--pub", required = true, description = "what keygen wrote beside it")
  private Path pub = Path.of("");

  @Option(names = "--pass", required = true, description = "pass as JSON; - is standard input")
  private Path pass = Path.of("");

  @Option(names = "--lines", description = "one JSON pass a line")
  private boolean lines;

  @Option(
      names = "--issued-at",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "as if issued at this time; default: now")
  private @Nullable Instant issuedAt;

  @ArgGroup private End end = new End();

  @Option(names = "--png", paramLabel = "FILE", description = "draws the QR symbol")
  private @Nullable Path png;

  @Option(names = "--svg", paramLabel = "FILE")
  private @Nullable Path svg;

  @Option(names = "--terminal", description = "draws the QR symbol on the terminal")
  private boolean terminal;

  @Option(names = "--sms", description = "prints the SMS text instead of the QR text")
  private boolean sms;

  /** When the pass ends; one of the two. */
  private static final class End {
    @Option(
        names = "--valid",
        paramLabel = "DURATION",
        converter = DurationConverter.class,
        description = "such as 30d or 72h; default: 30d")
    private @Nullable Duration valid;

    @Option(names = "--expires", paramLabel = "TIME", converter = InstantConverter.class)
    private @Nullable Instant expires;
  }

  IssueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    if (lines && (png != null || svg != null || terminal)) {
      throw new CliException(GreenQr.USAGE, "--lines prints texts and draws nothing");
    }
    PassIssuer issuer = issuer();
    return lines ? issueLines(issuer) : issueOne(issuer);
  }

  private PassIssuer issuer() throws CliException {
    IssuerKey statement = LocalFile.issuerKey(pub);
    try {
      SigningKey signingKey = SigningKey.fromPem(LocalFile.text(key));
      if (!signingKey.publicKey().equals(statement.key())) {
        throw new CliException(GreenQr.USAGE, key + " is not the key of " + pub);
      }
      // A time of issue that was given is the time of all checks, so that old and future passes
      // can be made for tests.
      Clock clock = issuedAt == null ? Clock.systemUTC() : Clock.fixed(issuedAt, ZoneOffset.UTC);
      return PassIssuer.of(signingKey.signer(), statement, clock);
    } catch (KeyException e) {
      throw new CliException(GreenQr.UNREADABLE, key + ": " + e.getMessage());
    }
  }

  private int issueOne(PassIssuer issuer) throws CliException {
    String json = pass.toString().equals("-") ? standardInput() : LocalFile.text(pass);
    try {
      IssuedPass issued = issue(issuer, json);
      String text = issued.text(PassText.QR);
      if (png != null || svg != null || terminal) {
        draw(text);
      }
      console.out().println(sms ? issued.text(PassText.SMS) : text);
      return GreenQr.OK;
    } catch (FormatException | IssueException | InvalidValueException e) {
      throw new CliException(GreenQr.REJECTED, "not issued: " + e.getMessage());
    }
  }

  private String standardInput() throws CliException {
    try {
      byte[] bytes = console.in().readNBytes(4 * PassJson.MAX_CHARS);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CliException(GreenQr.UNREADABLE, "standard input: cannot be read");
    }
  }

  private IssuedPass issue(PassIssuer issuer, String json) throws FormatException, IssueException {
    Pass content = PassJson.read(json);
    Instant from = issuedAt == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : issuedAt;
    Duration valid = end.valid == null ? Duration.ofDays(30) : end.valid;
    return issuer.issue(content, from, end.expires == null ? from.plus(valid) : end.expires);
  }

  private void draw(String text) throws CliException {
    try {
      QrSymbol symbol = QrSymbol.of(text);
      if (png != null) {
        LocalFile.write(png, symbol.toPng(8));
      }
      if (svg != null) {
        LocalFile.write(svg, symbol.toSvg().getBytes(StandardCharsets.UTF_8));
      }
      if (terminal) {
        console.out().println(symbol.toTerminal());
      }
    } catch (SymbolTooLargeException e) {
      throw new CliException(GreenQr.REJECTED, "not drawn: " + e.getMessage());
    }
  }

  private int issueLines(PassIssuer issuer) throws CliException {
    AtomicLong refused = new AtomicLong();
    LineStream stream =
        new LineStream(
            console.out(),
            Runtime.getRuntime().availableProcessors(),
            (json, number) -> {
              try {
                IssuedPass issued = issue(issuer, json);
                return issued.text(sms ? PassText.SMS : PassText.QR);
              } catch (FormatException | IssueException | InvalidValueException e) {
                refused.incrementAndGet();
                console.err().println("line " + number + ": not issued: " + e.getMessage());
                return "";
              }
            },
            () -> {});
    try (InputStream in = pass.toString().equals("-") ? console.in() : Files.newInputStream(pass)) {
      stream.run(in, PassJson.MAX_CHARS + 1);
    } catch (IOException e) {
      throw new CliException(GreenQr.UNREADABLE, pass + ": cannot be read");
    }
    return refused.get() == 0 ? GreenQr.OK : GreenQr.REJECTED;
  }
}
