package io.greenqr.verify.internal.frame;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From modules to content, by ZXing: whoever found the symbol, one decoder says what it holds. */
public final class SymbolDecoder {
  /**
   * Without it ZXing guesses a character set for each run of bytes. Latin-1 maps bytes to
   * characters one to one, so what is not ASCII stays visible and is refused.
   */
  static final String CHARACTERS = "ISO-8859-1";

  private static final Map<DecodeHintType, Object> HINTS =
      Collections.singletonMap(DecodeHintType.CHARACTER_SET, CHARACTERS);

  private SymbolDecoder() {}

  /**
   * The content, or null if there are more errors than the symbol can correct.
   *
   * @param modules of a symbol, dark is set; also mirrored; changed by the call
   */
  public static @Nullable SymbolData decode(BitMatrix modules) {
    try {
      return SymbolData.of(new Decoder().decode(modules, HINTS));
    } catch (ReaderException damaged) {
      return null;
    }
  }
}
