package io.greenqr.verify.reader;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Map;

/**
 * Draws a symbol with any data codewords: version 5-L, mask 0, which is one block of 108 data and
 * 26 error correction codewords. ZXing draws the function patterns, the codewords are ours.
 */
final class HandmadeSymbol {
  private static final int SIZE = 37;
  private static final int DATA = 108;
  private static final int CORRECTION = 26;

  private HandmadeSymbol() {}

  static BitMatrix of(Segments segments) {
    int[] codewords = Arrays.copyOf(segments.codewords(DATA), DATA + CORRECTION);
    new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(codewords, CORRECTION);
    BitMatrix symbol = frame();
    place(codewords, symbol);
    return symbol;
  }

  private static BitMatrix frame() {
    ByteMatrix drawn;
    try {
      drawn =
          Encoder.encode(
                  "0",
                  ErrorCorrectionLevel.L,
                  Map.of(EncodeHintType.QR_VERSION, 5, EncodeHintType.QR_MASK_PATTERN, 0))
              .getMatrix();
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
    return Pictures.matrix(drawn);
  }

  /** ISO/IEC 18004 section 7.7.3: upward and downward in columns of two modules, from the right. */
  private static void place(int[] codewords, BitMatrix symbol) {
    int next = 0;
    boolean upward = true;
    for (int right = SIZE - 1; right > 0; right -= 2) {
      if (right == 6) {
        right--;
      }
      for (int i = 0; i < SIZE; i++) {
        int y = upward ? SIZE - 1 - i : i;
        for (int x = right; x > right - 2; x--) {
          if (!isFunction(x, y)) {
            boolean bit =
                next < codewords.length * 8 && (codewords[next / 8] & 0x80 >> next % 8) != 0;
            next++;
            set(symbol, x, y, bit ^ (x + y) % 2 == 0);
          }
        }
      }
      upward = !upward;
    }
  }

  private static boolean isFunction(int x, int y) {
    boolean finders = (x < 9 && (y < 9 || y >= SIZE - 8)) || (x >= SIZE - 8 && y < 9);
    boolean alignment = Math.abs(x - 30) <= 2 && Math.abs(y - 30) <= 2;
    return finders || alignment || x == 6 || y == 6;
  }

  private static void set(BitMatrix symbol, int x, int y, boolean dark) {
    if (dark) {
      symbol.set(x, y);
    } else {
      symbol.unset(x, y);
    }
  }
}
