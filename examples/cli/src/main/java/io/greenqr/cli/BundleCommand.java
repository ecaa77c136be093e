package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.verify.reader.ScannerInput;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bundles at the checkpoint: what is in one, whether it may be relied on, and taking it over. */
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Trust list and status lists in one file.",
    subcommands = {
      BundleCommand.Show.class,
      BundleCommand.Verify.class,
      BundleCommand.Apply.class,
      BundleCommand.Refresh.class
    })
final class BundleCommand {
  private BundleCommand() {}

  private static TrustBundle read(Path file) throws CliException {
    try {
      return TrustBundle.parse(LocalFile.bytes(file, FormatLimits.MAX_BUNDLE_BYTES));
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no bundle, at byte " + e.offset());
    }
  }

  /** What is held after an update, on a few lines. */
  private static void report(Console console, TrustUpdate.Applied applied, TrustSync sync) {
    TrustList trust = sync.trust();
    console.out().println(applied.code());
    trust
        .version()
        .ifPresent(
            version ->
                console
                    .out()
                    .println("  trust list " + version + ", " + trust.keys().size() + " keys"));
    TrustFreshness freshness = trust.freshnessAt(Instant.now());
    console.out().println("  now " + freshness);
    if (!trust.absentStatusLists().isEmpty()) {
      console
          .out()
          .println(
              "  status lists not at hand: "
                  + trust.absentStatusLists().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")));
    }
  }

  /** Prints every document. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what a bundle says, UNVERIFIED.")
  static final class Show implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.gqb")
    private Path file = Path.of("");

    Show(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws CliException {
      TrustBundle bundle = read(file);
      console.out().println("UNVERIFIED");
      for (SignedDocument root : bundle.roots()) {
        print(root);
      }
      print(bundle.trustList());
      for (SignedDocument list : bundle.statusLists()) {
        print(list);
      }
      for (SignedDocument delta : bundle.deltas()) {
        print(delta);
      }
      bundle.documents().forEach(it -> console.out().println(PrintableText.of(it.toString())));
      return GreenQr.OK;
    }

    private void print(SignedDocument document) throws CliException {
      try {
        DocumentWords.of(document).forEach(console.out()::println);
      } catch (FormatException e) {
        throw new CliException(
            GreenQr.UNREADABLE,
            e.fault().name(),
            file + ": a " + document.type().jsonName() + ", at byte " + e.offset());
      }
    }
  }

  /** Verifies and keeps nothing. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Verifies a bundle from a root document on, as a new device would, and keeps nothing.",
        "",
        "Example: greenqr bundle verify today.gqb --root root.gqd"
      })
  static final class Verify implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.gqb")
    private Path file = Path.of("");

    @Option(names = "--root", required = true, paramLabel = "FILE.gqd")
    private Path root = Path.of("");

    Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws CliException {
      TrustSync sync = SchemeTrust.open(root, null);
      report(console, SchemeTrust.apply(sync, file), sync);
      return GreenQr.OK;
    }
  }

  /** Verifies and keeps. */
  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Takes a bundle over into a state directory, unless it is older than what is held there.",
        "",
        "Example: greenqr bundle apply today.gqb --state /var/lib/gate --root root.gqd"
      })
  static final class Apply implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.gqb")
    private Path file = Path.of("");

    @Option(names = "--state", required = true, paramLabel = "DIR")
    private Path state = Path.of("");

    @Option(
        names = "--root",
        paramLabel = "FILE.gqd",
        description = "needed until the state knows it")
    private @Nullable Path root;

    Apply(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws CliException {
      TrustSync sync = SchemeTrust.open(root, state);
      report(console, SchemeTrust.apply(sync, file), sync);
      return GreenQr.OK;
    }
  }

  /** Takes a freshness card. */
  @Command(
      name = "refresh",
      mixinStandardHelpOptions = true,
      description = {
        "Takes the text of a freshness card, as an officer's QR symbol carries it; - is stdin.",
        "",
        "Example: greenqr bundle refresh - --state /var/lib/gate < card.txt"
      })
  static final class Refresh implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TEXT")
    private String text = "";

    @Option(names = "--state", required = true, paramLabel = "DIR")
    private Path state = Path.of("");

    Refresh(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws CliException {
      TrustSync sync = SchemeTrust.open(null, state);
      String card = LocalFile.argument(text, console);
      String clean = ScannerInput.clean(card);
      report(console, SchemeTrust.require(sync.refresh(clean, Instant.now()), "the card"), sync);
      return GreenQr.OK;
    }
  }
}
