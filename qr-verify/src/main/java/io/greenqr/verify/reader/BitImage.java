package io.greenqr.verify.reader;

import com.google.zxing.Binarizer;
import com.google.zxing.common.BitMatrix;

/**
 * A picture of black and white pixels: from an imager that thresholds by itself, or the modules of
 * a symbol at one pixel each, with or without a quiet zone. Immutable.
 */
public final class BitImage {
  private final BitMatrix pixels;

  private BitImage(BitMatrix pixels) {
    this.pixels = pixels;
  }

  /**
   * A picture from packed rows, in the bit order of the portable bitmap format (PBM, raw): rows
   * from top to bottom, each starting at a full byte; the most significant bit of a byte is its
   * leftmost pixel; 1 is black. Bits between the last pixel of a row and its last byte are ignored.
   *
   * @param packedRows {@code height} rows of {@code (width + 7) / 8} bytes each; copied
   * @param width pixels of a row, 1 to {@link LuminancePlane#MAX_SIDE}
   * @param height rows, 1 to {@link LuminancePlane#MAX_SIDE}
   * @throws IllegalArgumentException if a number is out of its range or {@code packedRows} is not
   *     exactly as long as they ask
   */
  public static BitImage of(byte[] packedRows, int width, int height) {
    LuminancePlane.checkSide("width", width);
    LuminancePlane.checkSide("height", height);
    int rowBytes = (width + 7) / 8;
    if (packedRows.length != rowBytes * height) {
      throw new IllegalArgumentException(
          "image of " + packedRows.length + " bytes, " + rowBytes * height + " needed");
    }
    BitMatrix pixels = new BitMatrix(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if ((packedRows[y * rowBytes + x / 8] & 0x80 >> x % 8) != 0) {
          pixels.set(x, y);
        }
      }
    }
    return new BitImage(pixels);
  }

  /** Pixels of a row. */
  public int width() {
    return pixels.getWidth();
  }

  /** Rows. */
  public int height() {
    return pixels.getHeight();
  }

  /** The size only: the pixels may be a pass. */
  @Override
  public String toString() {
    return "BitImage[" + width() + "x" + height() + "]";
  }

  Binarizer binarizer() {
    return new ReadyBinarizer(pixels);
  }
}
