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
import io.greenqr.issue.key.PassSigner;
import java.io.IOException;
import java.io.InputStream;
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
import picocli.CommandLine.Mixin;
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
  /** Bytes that a document of the longest length may have in UTF-8, and some more to tell. */
  private static final int MAX_LINE = 3 * (PassJson.MAX_CHARS + 1);

  private final Console console;

  @Mixin private SignerOptions signer = new SignerOptions();

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

  @Mixin private DrawOptions drawing = new DrawOptions();

  @ArgGroup(exclusive = false)
  private @Nullable IndexOptions indexes;

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
    if (lines && drawing.isGiven()) {
      throw CliException.usage("--lines prints texts and draws nothing");
    }
    try (OpenSigner opened = signer.open(console);
        StatusIndexes from = indexes == null ? null : indexes.open(lines)) {
      PassIssuer issuer = issuer(opened.signer());
      return lines ? issueLines(issuer, from) : issueOne(issuer, from);
    }
  }

  private PassIssuer issuer(PassSigner opened) throws CliException {
    IssuerKey statement = LocalFile.issuerKey(pub, console);
    if (!opened.publicKey().equals(statement.key())) {
      throw new CliException(
          GreenQr.USAGE, "KEY_MISMATCH", signer.source() + " is not the key of " + pub);
    }
    // A time of issue that was given is the time of all checks, so that old and future passes
    // can be made for tests.
    Clock clock = issuedAt == null ? Clock.systemUTC() : Clock.fixed(issuedAt, ZoneOffset.UTC);
    return PassIssuer.of(opened, statement, clock);
  }

  private int issueOne(PassIssuer issuer, @Nullable StatusIndexes from) throws CliException {
    String json = LocalFile.text(pass, console);
    IssuedPass issued = issue(issuer, from, json, "");
    drawing.draw(issued.text(PassText.QR), console);
    console.out().println(issued.text(sms ? PassText.SMS : PassText.QR));
    return GreenQr.OK;
  }

  /** Issues one pass; {@code line} is put before what is said when that cannot be. */
  private IssuedPass issue(
      PassIssuer issuer, @Nullable StatusIndexes from, String json, String line)
      throws CliException {
    Instant start = issuedAt == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : issuedAt;
    Duration valid = end.valid == null ? Duration.ofDays(30) : end.valid;
    try {
      Pass content = PassJson.read(json);
      if (from != null) {
        if (content.status().isPresent()) {
          throw notIssued("STATUS_PRESENT", line, "/status");
        }
        content = from.assign(content);
      }
      return issuer.issue(content, start, end.expires == null ? start.plus(valid) : end.expires);
    } catch (FormatException e) {
      throw notIssued(e.fault().name(), line, LocalFile.place(e));
    } catch (IssueException e) {
      throw notIssued(e.fault().name(), line, e.field().orElse("the pass as a whole"));
    } catch (InvalidValueException e) {
      throw notIssued(e.fault().name(), line, e.field());
    }
  }

  private static CliException notIssued(String code, String line, String place) {
    return new CliException(GreenQr.REJECTED, code, line + "not issued: " + place);
  }

  private int issueLines(PassIssuer issuer, @Nullable StatusIndexes from) throws CliException {
    AtomicLong refused = new AtomicLong();
    LineStream stream =
        new LineStream(
            console.out(),
            Runtime.getRuntime().availableProcessors(),
            LineStream.Answerer.each(
                (json, number) -> {
                  try {
                    IssuedPass issued = issue(issuer, from, json, "line " + number + ": ");
                    return issued.text(sms ? PassText.SMS : PassText.QR);
                  } catch (CliException e) {
                    refused.incrementAndGet();
                    console.error(e.code(), String.valueOf(e.getMessage()));
                    return "";
                  }
                }),
            () -> {});
    try (InputStream in = LocalFile.open(pass, console)) {
      stream.run(in, MAX_LINE);
    } catch (IOException e) {
      throw LocalFile.unreadable(pass);
    }
    return refused.get() == 0 ? GreenQr.OK : GreenQr.REJECTED;
  }
}
