package io.greenqr.issue.symbol;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;

/** The way from a text to the modules of its symbol: ZXing's encoder, and the choice of a mask. */
final class SymbolEncoding {
  /**
   * With a mask ZXing chooses none itself, which would be nine tenths of its work. There is no
   * other hint: one for a character set would put an ECI header before the text of every symbol in
   * byte mode, which readers of passes refuse.
   */
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.QR_MASK_PATTERN, VersionMasks.BASE);

  private SymbolEncoding() {}

  /**
   * Checks that a text is what every reader gives back as it went in.
   *
   * <p>ZXing writes a character outside Latin-1 as a question mark without a word, and readers take
   * the rest of Latin-1 for UTF-8 or Shift_JIS as they guess. Control characters are what scanners
   * add after a text, so they would be taken off one that ends with them.
   */
  static String checkText(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty text");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        throw new IllegalArgumentException("character " + i + " is not printable ASCII");
      }
    }
    return text;
  }

  static QrSymbol encode(String text, ErrorCorrection level, int maxVersion, int quietZone)
      throws SymbolTooLargeException {
    QRCode code;
    try {
      code = Encoder.encode(text, level.zxing(), HINTS);
    } catch (WriterException fitsNoVersion) {
      // Its message and cause are left out; with a text of ASCII its only reason is the length.
      throw new SymbolTooLargeException(text.length(), level, 0, maxVersion);
    }
    int version = code.getVersion().getVersionNumber();
    if (version > maxVersion) {
      throw new SymbolTooLargeException(text.length(), level, version, maxVersion);
    }
    ModuleGrid modules = VersionMasks.of(version).best(ModuleGrid.of(code.getMatrix()));
    return new QrSymbol(modules, version, level, quietZone);
  }
}
