package io.greenqr.verify.reader;

import com.google.zxing.common.BitArray;
import java.nio.charset.StandardCharsets;

/**
 * The data bits of a symbol of versions 1 to 9, written segment by segment (ISO/IEC 18004 section
 * 7.4), including those that no encoder of ours writes.
 */
final class Segments {
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private final BitArray bits = new BitArray();

  Segments alphanumeric(String text) {
    bits.appendBits(0b0010, 4);
    bits.appendBits(text.length(), 9);
    for (int i = 0; i + 1 < text.length(); i += 2) {
      bits.appendBits(code(text, i) * 45 + code(text, i + 1), 11);
    }
    if (text.length() % 2 == 1) {
      bits.appendBits(code(text, text.length() - 1), 6);
    }
    return this;
  }

  private static int code(String text, int index) {
    return ALPHANUMERIC.indexOf(text.charAt(index));
  }

  /** A byte segment that holds the UTF-8 bytes of a text. */
  Segments bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  Segments bytes(byte[] bytes) {
    bits.appendBits(0b0100, 4);
    bits.appendBits(bytes.length, 8);
    for (byte b : bytes) {
      bits.appendBits(b & 0xFF, 8);
    }
    return this;
  }

  Segments kanji(int... codes) {
    bits.appendBits(0b1000, 4);
    bits.appendBits(codes.length, 8);
    for (int code : codes) {
      bits.appendBits(code, 13);
    }
    return this;
  }

  /** A header of GB/T 18284 Hanzi mode, with any subset, and no characters. */
  Segments hanziHeader(int subset, int count) {
    bits.appendBits(0b1101, 4);
    bits.appendBits(subset, 4);
    bits.appendBits(count, 8);
    return this;
  }

  Segments structuredAppend(int index, int total, int parity) {
    bits.appendBits(0b0011, 4);
    bits.appendBits(index, 4);
    bits.appendBits(total - 1, 4);
    bits.appendBits(parity, 8);
    return this;
  }

  /** An ECI designator in its one-byte (below 128) or three-byte form. */
  Segments eci(int assignment) {
    bits.appendBits(0b0111, 4);
    if (assignment < 128) {
      bits.appendBits(assignment, 8);
    } else {
      bits.appendBits(0b110, 3);
      bits.appendBits(assignment, 21);
    }
    return this;
  }

  Segments fnc1First() {
    bits.appendBits(0b0101, 4);
    return this;
  }

  Segments fnc1Second(int applicationIndicator) {
    bits.appendBits(0b1001, 4);
    bits.appendBits(applicationIndicator, 8);
    return this;
  }

  /** Any bits, for streams that are no segments. */
  Segments raw(int value, int length) {
    bits.appendBits(value, length);
    return this;
  }

  /** The data codewords: the bits, the terminator, and padding. */
  int[] codewords(int count) {
    BitArray padded = bits.clone();
    padded.appendBits(0, Math.min(4, count * 8 - padded.getSize()));
    padded.appendBits(0, (8 - padded.getSize() % 8) % 8);
    for (int pad = 0xEC; padded.getSize() < count * 8; pad ^= 0xEC ^ 0x11) {
      padded.appendBits(pad, 8);
    }
    int[] codewords = new int[count];
    for (int i = 0; i < count * 8; i++) {
      codewords[i / 8] |= (padded.get(i) ? 0x80 : 0) >> i % 8;
    }
    return codewords;
  }
}
