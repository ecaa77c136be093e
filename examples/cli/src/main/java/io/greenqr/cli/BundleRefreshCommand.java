package io.greenqr.cli;

import io.greenqr.verify.reader.ScannerInput;
import io.greenqr.verify.trust.TrustSync;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a freshness card. */
@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the text of a freshness card, as an officer's QR symbol carries it; - is stdin.",
      "",
      "Example: greenqr bundle refresh - --state /var/lib/gate < card.txt"
    })
final class BundleRefreshCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TEXT")
  private String text = "";

  @Option(names = "--state", required = true, paramLabel = "DIR")
  private Path state = Path.of("");

  BundleRefreshCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    TrustSync sync = SchemeTrust.open(null, state);
    String card = LocalFile.argument(text, console);
    String clean = ScannerInput.clean(card);
    TrustReport.print(
        console, SchemeTrust.require(sync.refresh(clean, Instant.now()), "the card"), sync);
    return GreenQr.OK;
  }
}
