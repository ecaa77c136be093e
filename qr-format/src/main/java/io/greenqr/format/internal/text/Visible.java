package io.greenqr.format.internal.text;

/** Characters that stand on one line and leave the text around them as it is. */
public final class Visible {
  private Visible() {}

  /** Whether {@code point} is no control, format or break character and no half of a pair. */
  public static boolean is(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
