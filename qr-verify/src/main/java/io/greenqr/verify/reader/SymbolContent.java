package io.greenqr.verify.reader;

import io.greenqr.verify.internal.frame.SymbolData;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what ZXing read is one plain text.
 *
 * <p>ZXing returns a string for every symbol it can decode, also where the string is a fragment or
 * an interpretation; what happened is told beside it only.
 */
final class SymbolContent {
  /** ISO/IEC 15424 identifier of QR Code 2005 without ECI and without FNC1. */
  private static final String PLAIN = "]Q1";

  private SymbolContent() {}

  static QrReading of(@Nullable SymbolData data) {
    if (data == null) {
      return QrReading.Nothing.INSTANCE;
    }
    Refusal refusal = refusal(data);
    return refusal == null ? new QrReading.Text(data.text()) : new QrReading.Refused(refusal);
  }

  private static @Nullable Refusal refusal(SymbolData data) {
    if (data.structuredAppend()) {
      return Refusal.STRUCTURED_APPEND;
    }
    String identifier = data.identifier();
    if (!PLAIN.equals(identifier)) {
      // ]Q2, ]Q4 and ]Q6 are the identifiers with ECI, ]Q3 and ]Q5 those with FNC1 alone.
      return "]Q3".equals(identifier) || "]Q5".equals(identifier) ? Refusal.FNC1 : Refusal.ECI;
    }
    String text = data.text();
    if (text.length() > QrReader.MAX_TEXT_CHARS) {
      return Refusal.TOO_LONG;
    }
    return isPrintableAscii(text) ? null : Refusal.NOT_TEXT;
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
