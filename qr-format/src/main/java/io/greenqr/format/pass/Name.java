package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.Invisible;
import io.greenqr.format.internal.text.Nfc;
import io.greenqr.format.internal.text.Utf8;

/**
 * The rule for a person's name.
 *
 * <p>A name is shown to the officer who compares it with an ID card. Control, format and
 * bidirectional characters could make the screen show another name than the one that was signed;
 * digits and symbols have no place in one; and two spaces look like one, as invisible letters and
 * marks look like none.
 */
final class Name {
  /** Whether a code point below U+0300 is a letter; most names need no other look-up. */
  private static final boolean[] LETTERS = letters();

  private Name() {}

  private static boolean[] letters() {
    boolean[] letters = new boolean[0x300];
    for (int point = 0; point < letters.length; point++) {
      letters[point] = Character.isLetter(point);
    }
    return letters;
  }

  /** Any text. */
  static String require(String name) {
    requireNormalized(name, Utf8.length(name));
    InvalidValueException.require(Nfc.isNormalized(name), FormatFault.CBOR_NOT_NFC, "name");
    return name;
  }

  /**
   * A text that is known to be in Normalization Form C and to have {@code bytes} bytes of UTF-8.
   */
  static void requireNormalized(String name, int bytes) {
    InvalidValueException.require(
        bytes >= 1 && bytes <= FormatLimits.MAX_NAME_BYTES, FormatFault.NAME_LENGTH, "name");
    InvalidValueException.require(hasOnlyNameCharacters(name), FormatFault.NAME_CHARACTER, "name");
  }

  /** Words of letters, marks and {@code ' - .} that begin with a letter, one space between them. */
  static boolean hasOnlyNameCharacters(String name) {
    boolean wordStarts = true;
    for (int i = 0; i < name.length(); ) {
      int point = name.codePointAt(i);
      if (point == ' ') {
        if (wordStarts) {
          return false;
        }
        wordStarts = true;
      } else if (isPlainLetter(point)) {
        wordStarts = false;
      } else if (Invisible.is(point)) {
        return false;
      } else if (Character.isLetter(point)) {
        wordStarts = false;
      } else if (wordStarts || !(isMark(point) || point == '\'' || point == '-' || point == '.')) {
        return false;
      }
      i += Character.charCount(point);
    }
    return !wordStarts;
  }

  /** Of the letters that {@link Nfc#isPlain} knows: a look-up, where the platform searches. */
  private static boolean isPlainLetter(int point) {
    return Nfc.isPlain(point) && (point >= LETTERS.length || LETTERS[point]);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
