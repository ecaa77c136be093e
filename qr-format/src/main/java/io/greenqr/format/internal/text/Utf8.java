package io.greenqr.format.internal.text;

/** How long a text is as UTF-8, and whether it can be written as such. */
public final class Utf8 {
  private Utf8() {}

  /** Bytes of UTF-8; half of a surrogate pair, which is no character, counts as one. */
  public static int length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      length += point < 0x80 || isHalf(point) ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      i += Character.charCount(point);
    }
    return length;
  }

  /** Whether a half of a surrogate pair stands in {@code text} without the other. */
  public static boolean hasHalf(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (isHalf(point)) {
        return true;
      }
      i += Character.charCount(point);
    }
    return false;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
