package io.greenqr.format.internal.text;

import java.text.Normalizer;

/** Normalization Form C, asked of the normalizer only where a look does not answer. */
public final class Nfc {
  private Nfc() {}

  /**
   * Whether a code point is below U+0300 or one of the Vietnamese letters U+1EA0..U+1EF9. All of
   * these have NFC_Quick_Check=Yes and combining class 0 (UAX #15 section 9), so a text of nothing
   * else is in NFC.
   */
  public static boolean isPlain(int point) {
    return point < 0x300 || (point >= 0x1ea0 && point <= 0x1ef9);
  }

  /** Whether {@code text} is in Normalization Form C. */
  public static boolean isNormalized(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }
}
