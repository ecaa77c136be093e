package io.greenqr.format.json;

import org.jspecify.annotations.Nullable;

/** Lower-case hexadecimal, the only spelling of the JSON form. */
final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      out.append(DIGITS.charAt(b >>> 4 & 15)).append(DIGITS.charAt(b & 15));
    }
    return out.toString();
  }

  /** The bytes, or null where {@code text} is something else. */
  static byte @Nullable [] decode(String text) {
    if (text.length() % 2 != 0) {
      return null;
    }
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
    }
    return bytes;
  }
}
