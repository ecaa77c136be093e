package io.greenqr.cli;

import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a QR symbol is drawn. */
final class DrawOptions {
  private static final int PIXELS = 8;

  @Option(names = "--png", paramLabel = "FILE", description = "draws the QR symbol")
  private @Nullable Path png;

  @Option(names = "--svg", paramLabel = "FILE")
  private @Nullable Path svg;

  @Option(names = "--terminal", description = "draws the QR symbol on the terminal")
  private boolean terminal;

  boolean isGiven() {
    return png != null || svg != null || terminal;
  }

  void draw(String text, Console console) throws CliException {
    if (!isGiven()) {
      return;
    }
    try {
      QrSymbol symbol = QrSymbol.of(text);
      if (png != null) {
        LocalFile.write(png, symbol.toPng(PIXELS));
      }
      if (svg != null) {
        LocalFile.write(svg, symbol.toSvg().getBytes(StandardCharsets.UTF_8));
      }
      if (terminal) {
        console.out().println(symbol.toTerminal());
      }
    } catch (SymbolTooLargeException e) {
      throw new CliException(GreenQr.REJECTED, "SYMBOL_TOO_LARGE", "not drawn: " + e.getMessage());
    }
  }
}
