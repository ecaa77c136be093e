package io.greenqr.verify.internal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against what ZXing's encoder draws. */
final class SymbolLayoutTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 7, 8, 9, 13, 14, 21, 27, 32, 36, 39, 40})
  void knownModulesAreThoseThatEverySymbolOfTheVersionHas(int version) throws WriterException {
    SymbolLayout layout = SymbolLayout.of(version);
    byte[] known = layout.known();

    for (int mask = 0; mask < 8; mask++) {
      ByteMatrix drawn = draw(version, mask);
      assertEquals(drawn.getWidth(), layout.modules());
      for (int i = 0; i < known.length; i += 3) {
        int expected = known[i + 2] > 0 ? 1 : 0;
        assertEquals(expected, drawn.get(known[i] & 0xFF, known[i + 1] & 0xFF));
      }
    }
  }

  /** As many as there are codewords, and fewer than eight bits more (ISO/IEC 18004 table 1). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 7, 8, 9, 13, 14, 21, 27, 32, 36, 39, 40})
  void theRestCarriesCodewords(int version) {
    SymbolLayout layout = SymbolLayout.of(version);
    int data = 0;
    for (int y = 0; y < layout.modules(); y++) {
      for (int x = 0; x < layout.modules(); x++) {
        data += layout.isData(x, y) ? 1 : 0;
      }
    }

    int bits = 8 * Version.getVersionForNumber(version).getTotalCodewords();
    assertTrue(data >= bits && data < bits + 8, data + " modules for " + bits + " bits");
  }

  private static ByteMatrix draw(int version, int mask) throws WriterException {
    Map<EncodeHintType, ?> hints =
        Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask);
    return Encoder.encode("GQ1:A", ErrorCorrectionLevel.M, hints).getMatrix();
  }
}
