package io.greenqr.verify.internal.frame;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ZXing's own search in black and white pixels. */
public final class BitmapReader {
  private static final Map<DecodeHintType, Object> DETECT = hints(false);
  private static final Map<DecodeHintType, Object> PURE = hints(true);

  private BitmapReader() {}

  /** A symbol anywhere in the picture, or null. */
  public static @Nullable SymbolData detect(Binarizer pixels) {
    return decode(pixels, DETECT);
  }

  /**
   * A symbol drawn without a flaw, upright, in an otherwise white picture, or null. It only counts
   * pixels, so it also reads modules of one pixel.
   */
  public static @Nullable SymbolData pure(Binarizer pixels) {
    return decode(pixels, PURE);
  }

  /** {@link #pure(Binarizer)} with one threshold for the whole picture. */
  static @Nullable SymbolData pure(GreyPlane plane) {
    return pure(new GlobalHistogramBinarizer(source(plane)));
  }

  private static PlanarYUVLuminanceSource source(GreyPlane plane) {
    return new PlanarYUVLuminanceSource(
        plane.data,
        plane.stride,
        plane.top + plane.height,
        plane.left,
        plane.top,
        plane.width,
        plane.height,
        false);
  }

  private static @Nullable SymbolData decode(Binarizer pixels, Map<DecodeHintType, Object> hints) {
    try {
      return SymbolData.of(new QRCodeReader().decode(new BinaryBitmap(pixels), hints));
    } catch (ReaderException notFoundOrDamaged) {
      return null;
    }
  }

  private static Map<DecodeHintType, Object> hints(boolean pure) {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.CHARACTER_SET, SymbolDecoder.CHARACTERS);
    if (pure) {
      hints.put(DecodeHintType.PURE_BARCODE, true);
    }
    return Collections.unmodifiableMap(hints);
  }
}
