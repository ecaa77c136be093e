package io.greenqr.verify.reader;

/**
 * Why a symbol that was read without error is not taken as a text.
 *
 * <p>The names are stable codes: they appear in logs and in answers of applications, and are never
 * renamed or reused. Section numbers are those of ISO/IEC 18004:2015.
 */
public enum Refusal {
  /**
   * The symbol is one of several that belong together (section 8). It carries a fragment of a text,
   * which a reader that looks at one frame would pass on as if it were all of it.
   */
  STRUCTURED_APPEND,
  /**
   * The symbol switches its character set with an Extended Channel Interpretation (section 7.4.2).
   * Readers differ in the sets they know, so one picture would give different texts at two gates.
   */
  ECI,
  /**
   * The symbol is in one of the FNC1 modes, made for GS1 and AIM applications (section 7.4.8). They
   * give the percent sign another meaning, and it is a digit of Base45.
   */
  FNC1,
  /**
   * A character outside printable ASCII, U+0020 to U+007E. Byte mode does not say which characters
   * its bytes stand for, and to guess is to let the symbol choose.
   */
  NOT_TEXT,
  /** More than {@link QrReader#MAX_TEXT_CHARS} characters. */
  TOO_LONG
}
