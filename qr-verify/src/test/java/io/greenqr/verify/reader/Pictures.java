package io.greenqr.verify.reader;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Symbols as ZXing's encoder draws them, and the pictures that cameras and imagers make of them.
 */
final class Pictures {
  private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private Pictures() {}

  /** A text as a pass has it: the prefix and random digits of Base45, of a length in all. */
  static String passText(int length, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("GQ1:");
    while (text.length() < length) {
      text.append(BASE45.charAt(random.nextInt(BASE45.length())));
    }
    return text.toString();
  }

  /** The modules of a symbol, without quiet zone. */
  static BitMatrix symbol(String text, ErrorCorrectionLevel level) {
    try {
      return matrix(Encoder.encode(text, level, Map.of()).getMatrix());
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
  }

  static BitMatrix symbol(String text, Map<EncodeHintType, ?> hints) {
    try {
      return matrix(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
  }

  static BitMatrix matrix(ByteMatrix modules) {
    BitMatrix matrix = new BitMatrix(modules.getWidth(), modules.getHeight());
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          matrix.set(x, y);
        }
      }
    }
    return matrix;
  }

  /**
   * A symbol in grey (dark 30, light 220), each module a square, with a quiet zone of 4 modules.
   */
  static LuminancePlane plane(BitMatrix symbol, int pixelsPerModule) {
    int side = (symbol.getWidth() + 8) * pixelsPerModule;
    byte[] grey = new byte[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = dark(symbol, x / pixelsPerModule - 4, y / pixelsPerModule - 4);
        grey[y * side + x] = (byte) (dark ? 30 : 220);
      }
    }
    return LuminancePlane.of(grey, side, side, side);
  }

  /**
   * A symbol in a frame of 640x480, turned around its middle and sampled at the nearest pixel, on
   * grey ground with seeded noise.
   */
  static LuminancePlane turned(BitMatrix symbol, double degrees, double pixelsPerModule) {
    int width = 640;
    int height = 480;
    double cos = Math.cos(Math.toRadians(degrees)) / pixelsPerModule;
    double sin = Math.sin(Math.toRadians(degrees)) / pixelsPerModule;
    double middle = symbol.getWidth() / 2.0;
    Random random = new Random(7);
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x + 0.5 - width / 2.0;
        double dy = y + 0.5 - height / 2.0;
        int column = (int) Math.floor(cos * dx + sin * dy + middle);
        int row = (int) Math.floor(cos * dy - sin * dx + middle);
        int ground = dark(symbol, column, row) ? 60 : 190;
        grey[y * width + x] = (byte) (ground + random.nextInt(11) - 5);
      }
    }
    return LuminancePlane.of(grey, width, height, width);
  }

  /** The same pixels with rows that are longer in memory, filled with black, the last one short. */
  static LuminancePlane padded(BitMatrix symbol, int pixelsPerModule, int padding) {
    int side = (symbol.getWidth() + 8) * pixelsPerModule;
    int stride = side + padding;
    byte[] grey = new byte[(side - 1) * stride + side];
    for (int y = 0; y < side; y++) {
      Arrays.fill(grey, y * stride, y * stride + side, (byte) 255);
      for (int x = 0; x < side; x++) {
        if (dark(symbol, x / pixelsPerModule - 4, y / pixelsPerModule - 4)) {
          grey[y * stride + x] = 0;
        }
      }
    }
    return LuminancePlane.of(grey, side, side, stride);
  }

  /** A symbol as packed rows, each module a square, with a quiet zone of any width. */
  static BitImage bits(BitMatrix symbol, int pixelsPerModule, int quietZone) {
    int side = (symbol.getWidth() + 2 * quietZone) * pixelsPerModule;
    int rowBytes = (side + 7) / 8;
    byte[] packed = new byte[rowBytes * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / pixelsPerModule - quietZone;
        if (dark(symbol, column, y / pixelsPerModule - quietZone)) {
          packed[y * rowBytes + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return BitImage.of(packed, side, side);
  }

  private static boolean dark(BitMatrix symbol, int x, int y) {
    return x >= 0 && y >= 0 && x < symbol.getWidth() && y < symbol.getHeight() && symbol.get(x, y);
  }
}
