package io.greenqr.cli;

import io.greenqr.verify.reader.ScannerInput;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a code consists of, without verifying it. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every layer of a code as far as it can be read. NOTHING OF IT IS VERIFIED: anyone can",
      "write a code that shows anything.",
      "",
      "Example: greenqr inspect 'GQ1:...'",
      ""
    })
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TEXT", description = "a QR text or SMS text; - reads one from stdin")
  private String text = "";

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    Inspection inspection = Inspection.of(ScannerInput.clean(LocalFile.argument(text, console)));
    if (json) {
      console.out().println(inspection.json());
    } else {
      console.out().println("UNVERIFIED: nobody vouches for what follows");
      for (Map.Entry<String, Object> entry : inspection.entries().entrySet()) {
        console.out().printf("%-15s %s%n", entry.getKey(), entry.getValue());
      }
    }
    return inspection.isWhole() ? GreenQr.OK : GreenQr.REJECTED;
  }
}
