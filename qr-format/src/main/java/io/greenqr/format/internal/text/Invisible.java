package io.greenqr.format.internal.text;

/**
 * Letters and marks that a screen does not show: the code points of the general categories L, Mn
 * and Mc that have the property Default_Ignorable_Code_Point (Unicode 15,
 * DerivedCoreProperties.txt). With them two names that look the same would be different bytes.
 */
public final class Invisible {
  private Invisible() {}

  /** Whether {@code point} is such a letter or mark. */
  public static boolean is(int point) {
    return point == 0x034f
        || (point >= 0x115f && point <= 0x1160)
        || (point >= 0x17b4 && point <= 0x17b5)
        || (point >= 0x180b && point <= 0x180f)
        || point == 0x3164
        || (point >= 0xfe00 && point <= 0xfe0f)
        || point == 0xffa0
        || (point >= 0xe0100 && point <= 0xe01ef);
  }
}
