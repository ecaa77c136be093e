package io.greenqr.issue.symbol;

/**
 * A symbol in half blocks, each character the module of an even row above that of the odd row
 * below.
 *
 * <p>Both colours are set in every line: a symbol in the colours of a dark terminal is light on
 * dark, which many readers do not see. They are entries 16 and 231 of the 256-colour palette, black
 * and white everywhere, while the first 16 are what the colour scheme makes of them.
 */
final class TerminalPicture {
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
  private static final String RESET = "\u001b[0m";

  private static final char BOTH_LIGHT = ' ';
  private static final char UPPER_DARK = '\u2580';
  private static final char LOWER_DARK = '\u2584';
  private static final char BOTH_DARK = '\u2588';

  private TerminalPicture() {}

  /** Lines that end with a line feed. Below an odd last row a light one is added. */
  static String of(QrSymbol symbol) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < symbol.span(); y += 2) {
      text.append(BLACK_ON_WHITE);
      for (int x = 0; x < symbol.span(); x++) {
        text.append(block(symbol.isDark(x, y), symbol.isDark(x, y + 1)));
      }
      text.append(RESET).append('\n');
    }
    return text.toString();
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? BOTH_DARK : UPPER_DARK;
    }
    return lower ? LOWER_DARK : BOTH_LIGHT;
  }
}
