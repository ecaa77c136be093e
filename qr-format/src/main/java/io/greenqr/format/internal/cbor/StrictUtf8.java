package io.greenqr.format.internal.cbor;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.internal.text.Nfc;

/**
 * UTF-8 of RFC 3629 in Normalization Form C, or a fault.
 *
 * <p>The library decoders replace malformed input silently, so two byte strings would become one
 * name; and without NFC one name has several byte strings that look the same on a screen.
 */
final class StrictUtf8 {
  private StrictUtf8() {}

  static String decode(byte[] buffer, int from, int length) throws FormatException {
    // A character takes a byte at least, and one of two chars takes four.
    char[] chars = new char[length];
    boolean plain = true;
    int count = 0;
    int end = from + length;
    int i = from;
    while (i < end) {
      int lead = buffer[i];
      if (lead >= 0) {
        chars[count++] = (char) lead;
        i++;
        continue;
      }
      int size = sizeOf(lead & 0xff);
      // The end of the string, not of the buffer: a sequence may not reach into the next item.
      if (size == 0 || size > end - i) {
        throw new FormatException(FormatFault.CBOR_UTF8, i);
      }
      int point = lead & (0x7f >> size);
      for (int k = 1; k < size; k++) {
        int next = buffer[i + k];
        if ((next & 0xc0) != 0x80) {
          throw new FormatException(FormatFault.CBOR_UTF8, i);
        }
        point = point << 6 | (next & 0x3f);
      }
      if (!isScalarOfSize(point, size)) {
        throw new FormatException(FormatFault.CBOR_UTF8, i);
      }
      plain &= Nfc.isPlain(point);
      count += Character.toChars(point, chars, count);
      i += size;
    }
    String text = new String(chars, 0, count);
    if (!plain && !Nfc.isNormalized(text)) {
      throw new FormatException(FormatFault.CBOR_NOT_NFC, from);
    }
    return text;
  }

  private static int sizeOf(int lead) {
    if (lead < 0xc2) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  }

  /** Neither a longer form of a smaller code point, nor a surrogate, nor beyond Unicode. */
  private static boolean isScalarOfSize(int point, int size) {
    return switch (size) {
      case 2 -> true;
      case 3 -> point >= 0x800 && (point < 0xd800 || point > 0xdfff);
      default -> point >= 0x10000 && point <= 0x10ffff;
    };
  }
}
