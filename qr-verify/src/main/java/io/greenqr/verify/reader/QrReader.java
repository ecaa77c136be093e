package io.greenqr.verify.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads one QR Code symbol (ISO/IEC 18004, versions 1 to 40, dark on light, also mirrored) from an
 * image, at any angle, though least surely at 45 degrees. No other symbology is looked for: each
 * one more is one more way to read something else than was drawn.
 *
 * <p>Every image has an answer; none makes a read throw. Immutable and safe for use by several
 * threads.
 */
public final class QrReader {
  /**
   * Most characters of a text: what version 40-L holds in alphanumeric mode (ISO/IEC 18004 table
   * 7). Only a symbol of digits alone can hold more.
   */
  public static final int MAX_TEXT_CHARS = 4296;

  private static final Map<DecodeHintType, Object> DETECT = hints(false);
  private static final Map<DecodeHintType, Object> PURE = hints(true);

  private QrReader() {}

  /** A reader. */
  public static QrReader create() {
    return new QrReader();
  }

  /**
   * Reads a camera frame, or a drawn symbol in grey.
   *
   * <p>Local thresholds come first, as they stand shadows and glare; one threshold for the whole
   * picture comes second, as it reads symbols that are small or lie in noise.
   *
   * @param frame its array must not change until this returns
   */
  public QrReading read(LuminancePlane frame) {
    LuminanceSource source = frame.source();
    QrReading reading = read(new BinaryBitmap(new HybridBinarizer(source)));
    return reading instanceof QrReading.Nothing
        ? read(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
        : reading;
  }

  /** Reads a picture of black and white pixels. */
  public QrReading read(BitImage image) {
    return read(new BinaryBitmap(image.binarizer()));
  }

  private static QrReading read(BinaryBitmap bitmap) {
    QrReading reading = decode(bitmap, DETECT);
    // The detector measures finder patterns and misses some symbols that are drawn without a flaw;
    // the pure path only counts pixels, and finds nothing else than those.
    return reading instanceof QrReading.Nothing ? decode(bitmap, PURE) : reading;
  }

  private static QrReading decode(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
    Result result;
    try {
      result = new QRCodeReader().decode(bitmap, hints);
    } catch (ReaderException notFoundOrDamaged) {
      return QrReading.Nothing.INSTANCE;
    } catch (RuntimeException notForeseenByZxing) {
      // ZXing computes with what the picture shows, and pictures have driven it outside its arrays
      // before (its issues 610 and 1533). A gate that a stranger can stop by holding up a picture
      // is
      // worse than one that sees nothing in it.
      return QrReading.Nothing.INSTANCE;
    }
    return SymbolContent.of(result);
  }

  private static Map<DecodeHintType, Object> hints(boolean pure) {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    // Without it ZXing guesses a character set for each run of bytes. Latin-1 maps bytes to
    // characters one to one, so what is not ASCII stays visible and is refused.
    hints.put(DecodeHintType.CHARACTER_SET, "ISO-8859-1");
    if (pure) {
      hints.put(DecodeHintType.PURE_BARCODE, true);
    }
    return Collections.unmodifiableMap(hints);
  }
}
