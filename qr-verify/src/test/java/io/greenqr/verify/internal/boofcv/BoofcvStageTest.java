package io.greenqr.verify.internal.boofcv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.greenqr.verify.internal.frame.GreyPlane;
import io.greenqr.verify.internal.frame.SymbolData;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BoofCV finds is drawn again and decoded: every mask, level and kind of version. */
final class BoofcvStageTest {
  private static final int PIXELS = 4;

  private final BoofcvStage stage = new BoofcvStage();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyMaskIsRead(int mask) throws WriterException {
    assertRead(9, mask, ErrorCorrectionLevel.M);
  }

  @ParameterizedTest
  @EnumSource(ErrorCorrectionLevel.class)
  void everyLevelIsRead(ErrorCorrectionLevel level) throws WriterException {
    assertRead(9, 3, level);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7, 14, 20})
  void versionsAreRead(int version) throws WriterException {
    assertRead(version, 2, ErrorCorrectionLevel.M);
  }

  private void assertRead(int version, int mask, ErrorCorrectionLevel level)
      throws WriterException {
    Map<EncodeHintType, ?> hints =
        Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask);
    ByteMatrix symbol = Encoder.encode("GQ1:ABC%", level, hints).getMatrix();
    int side = (symbol.getWidth() + 8) * PIXELS;
    byte[] grey = new byte[side * side];
    Arrays.fill(grey, (byte) 220);
    for (int y = 0; y < symbol.getHeight() * PIXELS; y++) {
      for (int x = 0; x < symbol.getWidth() * PIXELS; x++) {
        if (symbol.get(x / PIXELS, y / PIXELS) == 1) {
          grey[(y + 4 * PIXELS) * side + x + 4 * PIXELS] = 30;
        }
      }
    }

    SymbolData data = stage.read(new GreyPlane(grey, side, 0, 0, side, side));

    assertNotNull(data);
    assertEquals("GQ1:ABC%", data.text());
  }
}
