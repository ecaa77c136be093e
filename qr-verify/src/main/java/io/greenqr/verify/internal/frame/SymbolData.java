package io.greenqr.verify.internal.frame;

import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.DecoderResult;

/** What ZXing's decoder says of a symbol: a string, and whether it is the whole and plain truth. */
public final class SymbolData {
  private final String text;
  private final boolean structuredAppend;
  private final String identifier;

  private SymbolData(String text, boolean structuredAppend, String identifier) {
    this.text = text;
    this.structuredAppend = structuredAppend;
    this.identifier = identifier;
  }

  static SymbolData of(DecoderResult decoded) {
    return new SymbolData(
        decoded.getText(), decoded.hasStructuredAppend(), "]Q" + decoded.getSymbologyModifier());
  }

  static SymbolData of(Result read) {
    return new SymbolData(
        read.getText(),
        read.getResultMetadata().containsKey(ResultMetadataType.STRUCTURED_APPEND_SEQUENCE),
        String.valueOf(read.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER)));
  }

  /** The characters of all segments, as far as they are one text. */
  public String text() {
    return text;
  }

  /** Whether the symbol is one of several that belong together. */
  public boolean structuredAppend() {
    return structuredAppend;
  }

  /** The ISO/IEC 15424 identifier, which tells ECI and FNC1. */
  public String identifier() {
    return identifier;
  }
}
