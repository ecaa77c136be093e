package io.greenqr.format.internal.text;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.Arrays;

/**
 * Base45 of RFC 9285, canonical: of all texts only those are decoded that encoding produces.
 *
 * <p>Three characters carry two bytes, least significant first; a last single byte takes two.
 */
public final class Base45 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /**
   * Of a character outside the alphabet. Whatever stands beside it, the sum is beyond two bytes: a
   * group needs one check.
   */
  private static final int NONE = 1 << 16;

  private static final int[] VALUES = values();

  private Base45() {}

  private static int[] values() {
    int[] values = new int[1 << 8];
    Arrays.fill(values, NONE);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = i;
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
        throw fault(text, i, i + 3);
      }
      bytes[out++] = (byte) (value >>> 8);
      bytes[out++] = (byte) value;
    }
    if (rest == 2) {
      int value = value(text, i) + 45 * value(text, i + 1);
      if (value > 0xff) {
        throw fault(text, i, i + 2);
      }
      bytes[out] = (byte) value;
    }
    return bytes;
  }

  private static int value(String text, int index) {
    char c = text.charAt(index);
    return c < VALUES.length ? VALUES[c] : NONE;
  }

  /** Of a group that is no value: a character of it, or else all of them together. */
  private static FormatException fault(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value(text, i) == NONE) {
        return new FormatException(FormatFault.TEXT_CHARACTER, i);
      }
    }
    return new FormatException(FormatFault.TEXT_VALUE, from);
  }
}
