package io.greenqr.issue.symbol;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads symbols back with ZXing, from their modules or from a picture. */
public final class SymbolScan {
  // The module has no use for the desktop of the JDK; only its tests let a foreign reader see the
  // picture.
  static {
    SymbolScan.class
        .getModule()
        .addReads(ModuleLayer.boot().findModule("java.desktop").orElseThrow());
  }

  private SymbolScan() {}

  static DecoderResult modules(QrSymbol symbol) {
    BitMatrix matrix = new BitMatrix(symbol.size());
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.module(x, y)) {
          matrix.set(x, y);
        }
      }
    }
    try {
      return new Decoder().decode(matrix);
    } catch (ReaderException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a picture. */
  public static Result png(byte[] png) {
    BufferedImage image = image(png);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, rgb)));
    try {
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true));
    } catch (ReaderException e) {
      throw new AssertionError(e);
    }
  }

  static BufferedImage image(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
