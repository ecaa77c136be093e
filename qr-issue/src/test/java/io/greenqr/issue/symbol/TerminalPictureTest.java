package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalPictureTest {
  private static final String START = "\u001b[38;5;16;48;5;231m";
  private static final String END = "\u001b[0m";

  /** Quiet zones of both parities: the number of rows is always odd, where they start is not. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void modulesReadBack(int quietZone) throws Exception {
    QrSymbol symbol = QrSymbol.builder(Texts.pass(250)).quietZone(quietZone).build();

    List<String> lines = symbol.toTerminal().lines().toList();

    int span = symbol.size() + 2 * quietZone;
    assertEquals((span + 1) / 2, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      assertTrue(line.startsWith(START) && line.endsWith(END));
      String blocks = line.substring(START.length(), line.length() - END.length());
      assertEquals(span, blocks.length());
      for (int x = 0; x < span; x++) {
        char block = blocks.charAt(x);
        assertEquals(dark(symbol, x, 2 * i), block == '\u2580' || block == '\u2588');
        assertEquals(dark(symbol, x, 2 * i + 1), block == '\u2584' || block == '\u2588');
      }
    }
  }

  private static boolean dark(QrSymbol symbol, int x, int y) {
    int column = x - symbol.quietZone();
    int row = y - symbol.quietZone();
    int size = symbol.size();
    return Math.min(column, row) >= 0 && Math.max(column, row) < size && symbol.module(column, row);
  }
}
