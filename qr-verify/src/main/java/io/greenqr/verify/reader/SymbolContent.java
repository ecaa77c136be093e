package io.greenqr.verify.reader;

import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what ZXing read is one plain text.
 *
 * <p>ZXing returns a string for every symbol it can decode, also where the string is a fragment or
 * an interpretation; what happened is told in the metadata only.
 */
final class SymbolContent {
  /** ISO/IEC 15424 identifier of QR Code 2005 without ECI and without FNC1. */
  private static final String PLAIN = "]Q1";

  private SymbolContent() {}

  static QrReading of(Result result) {
    Refusal refusal = refusal(result);
    return refusal == null ? new QrReading.Text(result.getText()) : new QrReading.Refused(refusal);
  }

  private static @Nullable Refusal refusal(Result result) {
    Map<ResultMetadataType, Object> metadata = result.getResultMetadata();
    if (metadata.containsKey(ResultMetadataType.STRUCTURED_APPEND_SEQUENCE)) {
      return Refusal.STRUCTURED_APPEND;
    }
    Object identifier = metadata.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
    if (!PLAIN.equals(identifier)) {
      // ]Q2, ]Q4 and ]Q6 are the identifiers with ECI, ]Q3 and ]Q5 those with FNC1 alone.
      return "]Q3".equals(identifier) || "]Q5".equals(identifier) ? Refusal.FNC1 : Refusal.ECI;
    }
    String text = result.getText();
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
