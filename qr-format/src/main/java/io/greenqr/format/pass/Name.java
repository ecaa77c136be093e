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
  private Name() {}

  static String require(String name) {
    InvalidValueException.require(
        !name.isEmpty()
            && name.length() <= FormatLimits.MAX_NAME_BYTES
            && Utf8.length(name) <= FormatLimits.MAX_NAME_BYTES,
        FormatFault.NAME_LENGTH,
        "name");
    InvalidValueException.require(hasOnlyNameCharacters(name), FormatFault.NAME_CHARACTER, "name");
    InvalidValueException.require(Nfc.isNormalized(name), FormatFault.CBOR_NOT_NFC, "name");
    return name;
  }

  /** Words of letters, marks and {@code ' - .} that begin with a letter, one space between them. */
  private static boolean hasOnlyNameCharacters(String name) {
    boolean wordStarts = true;
    for (int i = 0; i < name.length(); ) {
      int point = name.codePointAt(i);
      if (point == ' ') {
        if (wordStarts) {
          return false;
        }
        wordStarts = true;
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

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
