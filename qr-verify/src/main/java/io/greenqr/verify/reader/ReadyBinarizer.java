package io.greenqr.verify.reader;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

/**
 * The binarizer of a picture that is black and white already. Going through grey values instead
 * would cost eight times the memory, and local thresholds eat modules of one pixel.
 */
final class ReadyBinarizer extends Binarizer {
  private final BitMatrix pixels;

  ReadyBinarizer(BitMatrix pixels) {
    super(new NoLuminance(pixels.getWidth(), pixels.getHeight()));
    this.pixels = pixels;
  }

  @Override
  public BitMatrix getBlackMatrix() {
    return pixels;
  }

  @Override
  public BitArray getBlackRow(int y, BitArray row) {
    return pixels.getRow(y, row);
  }

  @Override
  public Binarizer createBinarizer(LuminanceSource source) {
    throw new UnsupportedOperationException("no luminance to binarize");
  }

  /** ZXing's binarizers take their size from a source, so there has to be one. */
  private static final class NoLuminance extends LuminanceSource {
    NoLuminance(int width, int height) {
      super(width, height);
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      throw new UnsupportedOperationException("no luminance");
    }

    @Override
    public byte[] getMatrix() {
      throw new UnsupportedOperationException("no luminance");
    }
  }
}
