package io.greenqr.format.internal.text;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;

/**
 * Base45 of RFC 9285, canonical: of all texts only those are decoded that encoding produces.
 *
 * <p>Three characters carry two bytes, least significant first; a last single byte takes two.
 */
public final class Base45 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final byte[] VALUES = values();

  private Base45() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    java.util.Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  /** Appends the characters that encode {@code bytes}. */
  public static void encode(byte[] bytes, StringBuilder out) {
    int pairs = bytes.length & ~1;
    for (int i = 0; i < pairs; i += 2) {
      int value = (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
      out.append(ALPHABET.charAt(value % 45))
          .append(ALPHABET.charAt(value / 45 % 45))
          .append(ALPHABET.charAt(value / 2025));
    }
    if (pairs < bytes.length) {
      int value = bytes[pairs] & 0xff;
      out.append(ALPHABET.charAt(value % 45)).append(ALPHABET.charAt(value / 45));
    }
  }

  /** Decodes {@code text} from the character at {@code from} to its end. */
  public static byte[] decode(String text, int from) throws FormatException {
    int length = text.length() - from;
    int rest = length % 3;
    if (length == 0 || rest == 1) {
      throw new FormatException(FormatFault.TEXT_LENGTH, text.length());
    }
    byte[] bytes = new byte[length / 3 * 2 + rest / 2];
    int out = 0;
    int i = from;
    for (int end = text.length() - rest; i < end; i += 3) {
      int value = value(text, i) + 45 * value(text, i + 1) + 2025 * value(text, i + 2);
      // RFC 9285 section 4 leaves 65536 and more undecodable; wrapping them would give one byte
      // string several texts.
      if (value > 0xffff) {
        throw new FormatException(FormatFault.TEXT_VALUE, i);
      }
      bytes[out++] = (byte) (value >>> 8);
      bytes[out++] = (byte) value;
    }
    if (rest == 2) {
      int value = value(text, i) + 45 * value(text, i + 1);
      if (value > 0xff) {
        throw new FormatException(FormatFault.TEXT_VALUE, i);
      }
      bytes[out] = (byte) value;
    }
    return bytes;
  }

  private static int value(String text, int index) throws FormatException {
    char c = text.charAt(index);
    int value = c < 128 ? VALUES[c] : -1;
    if (value < 0) {
      throw new FormatException(FormatFault.TEXT_CHARACTER, index);
    }
    return value;
  }
}
