package io.greenqr.format.internal.text;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.Base64;

/**
 * Unpadded base64url of RFC 4648 section 5, canonical: unused bits of the last character are zero.
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  /** Appends the characters that encode {@code bytes}. */
  public static void encode(byte[] bytes, StringBuilder out) {
    out.append(ENCODER.encodeToString(bytes));
  }

  /** Decodes {@code text} from the character at {@code from} to its end. */
  public static byte[] decode(String text, int from) throws FormatException {
    int length = text.length() - from;
    int rest = length % 4;
    if (length == 0 || rest == 1) {
      throw new FormatException(FormatFault.TEXT_LENGTH, text.length());
    }
    byte[] bytes = new byte[length / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
    int out = 0;
    int bits = 0;
    int held = 0;
    for (int i = from; i < text.length(); i++) {
      held = held << 6 | value(text, i);
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[out++] = (byte) (held >>> bits);
        held &= (1 << bits) - 1;
      }
    }
    // The library decoders drop these bits: up to 16 texts would stand for one pass.
    if (held != 0) {
      throw new FormatException(FormatFault.TEXT_VALUE, text.length() - 1);
    }
    return bytes;
  }

  private static int value(String text, int index) throws FormatException {
    char c = text.charAt(index);
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    if (c == '-') {
      return 62;
    }
    if (c == '_') {
      return 63;
    }
    throw new FormatException(FormatFault.TEXT_CHARACTER, index);
  }
}
