package io.greenqr.format.internal.text;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;

/**
 * A code text: 1 to {@link FormatLimits#MAX_CODE_TEXT} letters and digits of ASCII, {@code -},
 * {@code .} and {@code /}. Free text is kept out: it would be shown on the screens of checkpoints.
 */
public final class CodeText {
  private CodeText() {}

  /** Returns {@code text}, or throws CODE_TEXT for {@code field}. */
  public static String require(String text, String field) {
    boolean valid = !text.isEmpty() && text.length() <= FormatLimits.MAX_CODE_TEXT;
    for (int i = 0; valid && i < text.length(); i++) {
      char c = text.charAt(i);
      valid = (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    InvalidValueException.require(valid, FormatFault.CODE_TEXT, field);
    return text;
  }
}
