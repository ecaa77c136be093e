package io.greenqr.cli;

/**
 * Text from outside, made safe to print on a line of a terminal.
 *
 * <p>File names, JSON member names and unverified passes are chosen by strangers. Control
 * characters in them would move the cursor, rewrite the line above or start another line of output;
 * bidirectional controls would show the text in an order it does not have.
 */
final class PrintableText {
  private PrintableText() {}

  /** The text with every character that does not print as itself written as its code. */
  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (!isPrintable(point)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append(String.format("\\u{%x}", point));
      } else if (out != null) {
        out.appendCodePoint(point);
      }
      i = next;
    }
    return out == null ? text : out.toString();
  }

  private static boolean isPrintable(int point) {
    if (point >= ' ' && point <= '~') {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
