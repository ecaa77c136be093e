package io.greenqr.conformance;

/** Base45 of any number of bytes: the library writes no text of more than 1,024. */
final class Base45Text {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private Base45Text() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      boolean pair = i + 1 < bytes.length;
      int value = bytes[i] & 0xff;
      if (pair) {
        value = value << 8 | (bytes[i + 1] & 0xff);
      }
      for (int left = pair ? 3 : 2; left > 0; left--) {
        out.append(ALPHABET.charAt(value % 45));
        value /= 45;
      }
    }
    return out.toString();
  }
}
