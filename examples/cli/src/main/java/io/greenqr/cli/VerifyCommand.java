package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.DurationConverter;
import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.reader.QrReading;
import io.greenqr.verify.reader.ScannerInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies codes offline. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies codes against pinned keys or the signed trust of a scheme, one line for each.",
      "Whatever stands on a command line can be seen by others on this machine; standard input not.",
      "",
      "Example: greenqr verify --image pass.png --trust keys/issuer.pub.json",
      "         greenqr verify --lines scans.txt --trust keys/issuer.pub.json --json",
      "         greenqr verify --image pass.png --bundle today.gqb --state /var/lib/gate --root root.gqd",
      "         zbarcam --raw | greenqr verify --lines - --state /var/lib/gate",
      ""
    })
final class VerifyCommand implements Callable<Integer> {
  /** Scanners add an AIM prefix and an end; beyond this the text is too long in any case. */
  private static final int MAX_LINE = FormatLimits.MAX_TEXT_CHARS + 8;

  private static final int PROGRESS_EVERY_BATCHES = 200;

  private final Console console;
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private boolean unreadable;

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "verify as of this time; default: now")
  private @Nullable Instant at;

  @Option(
      names = "--skew",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how far clocks may be apart, up to 1h; default: 5m")
  private Duration skew = PassVerifier.DEFAULT_SKEW;

  @Option(
      names = "--allow-unchecked-status",
      description = "with --trust: accept passes that may have been revoked")
  private boolean allowUncheckedStatus;

  @Option(
      names = "--allow-restricted-status",
      description = "accept passes that hold in some places only")
  private boolean allowRestrictedStatus;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  /** What to verify; one of the three. */
  private static final class Input {
    @Parameters(paramLabel = "TEXT", description = "a QR text or SMS text; - reads one from stdin")
    private @Nullable String text;

    @Option(names = "--image", paramLabel = "FILE", arity = "1..*", description = "pictures")
    private @Nullable List<Path> images;

    @Option(names = "--lines", paramLabel = "FILE", description = "one text a line; - is stdin")
    private @Nullable Path lines;
  }

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    PassVerifier verifier = verifier();
    VerificationReport report = new VerificationReport(json);
    if (input.lines != null) {
      verifyLines(verifier, report, input.lines);
    } else if (input.images != null) {
      verifyImages(verifier, report, input.images);
    } else {
      String text = LocalFile.argument(input.text == null ? "" : input.text, console);
      console.out().println(report.of(count(verifier.verify(ScannerInput.clean(text)))));
    }
    return unreadable ? GreenQr.UNREADABLE : rejected.sum() == 0 ? GreenQr.OK : GreenQr.REJECTED;
  }

  private PassVerifier verifier() throws CliException {
    Clock clock = at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC);
    try {
      PassVerifier.Builder verifier =
          PassVerifier.builder(trust.trustList(console), clock).skew(skew);
      if (allowUncheckedStatus) {
        verifier.allowUncheckedStatus();
      }
      if (allowRestrictedStatus) {
        verifier.allowRestrictedStatus();
      }
      return verifier.build();
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--skew is 0s to 1h");
    }
  }

  private Verification count(Verification verification) {
    (verification instanceof Accepted ? accepted : rejected).increment();
    return verification;
  }

  /** One file that cannot be read says nothing about the others: they are still answered. */
  private void verifyImages(PassVerifier verifier, VerificationReport report, List<Path> images) {
    ImageFile reader = new ImageFile();
    for (Path image : images) {
      try {
        console.out().println(verify(verifier, report, reader.read(image), image.toString()));
      } catch (CliException e) {
        unreadable = true;
        console.error(e.code(), String.valueOf(e.getMessage()));
      }
    }
  }

  private String verify(
      PassVerifier verifier, VerificationReport report, QrReading reading, String image) {
    if (reading instanceof QrReading.Text text) {
      return report.of(count(verifier.verify(text.text())), image);
    }
    rejected.increment();
    String code =
        reading instanceof QrReading.Refused refused ? "REFUSED_" + refused.refusal() : "NO_SYMBOL";
    return report.noText(code, image);
  }

  private void verifyLines(PassVerifier verifier, VerificationReport report, Path file)
      throws CliException {
    LineStream stream =
        new LineStream(
            console.out(),
            Runtime.getRuntime().availableProcessors(),
            (texts, first) -> verify(verifier, report, texts),
            progress());
    try (InputStream in = LocalFile.open(file, console)) {
      stream.run(in, MAX_LINE);
    } catch (IOException e) {
      throw LocalFile.unreadable(file);
    }
  }

  private List<String> verify(
      PassVerifier verifier, VerificationReport report, List<String> texts) {
    List<String> cleaned = new ArrayList<>(texts.size());
    for (String text : texts) {
      cleaned.add(ScannerInput.clean(text));
    }
    List<String> reports = new ArrayList<>(texts.size());
    for (Verification verification : verifier.verifyAll(cleaned)) {
      reports.add(report.of(count(verification)));
    }
    return reports;
  }

  /** Counts on stderr while a person watches: standard output goes elsewhere, or is long. */
  private Runnable progress() {
    if (!console.isErrTerminal()) {
      return () -> {};
    }
    int[] batches = {0};
    return () -> {
      if (++batches[0] % PROGRESS_EVERY_BATCHES == 0) {
        console.err().printf("%,d accepted, %,d rejected%n", accepted.sum(), rejected.sum());
      }
    };
  }
}
