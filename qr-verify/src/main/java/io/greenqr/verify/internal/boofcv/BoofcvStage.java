package io.greenqr.verify.internal.boofcv;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.alg.fiducial.qrcode.QrCodeMaskPattern;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import io.greenqr.verify.internal.frame.DrawnCodewords;
import io.greenqr.verify.internal.frame.FrameStage;
import io.greenqr.verify.internal.frame.GreyPlane;
import io.greenqr.verify.internal.frame.SymbolData;
import io.greenqr.verify.internal.frame.SymbolDecoder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets BoofCV find a symbol and read its codewords. Its own message is not taken: it would decide
 * about ECI, FNC1 and character sets in its way, and the text at a gate would depend on who read
 * it. The codewords are drawn as a symbol again and decoded like any other.
 */
public final class BoofcvStage implements FrameStage {
  /** Detectors keep state and buffers: one for each thread that reads at the same time. */
  private final Queue<QrCodeDetector<GrayU8>> idle = new ConcurrentLinkedQueue<>();

  /**
   * Makes a first detector.
   *
   * @throws LinkageError if BoofCV is not there
   */
  public BoofcvStage() {
    idle.add(detector());
  }

  @Override
  public @Nullable SymbolData read(GreyPlane plane) {
    QrCodeDetector<GrayU8> detector = idle.poll();
    if (detector == null) {
      detector = detector();
    }
    detector.process(image(plane));
    SymbolData data = firstOf(detector);
    // Not in a finally: a detector that threw is in an unknown state, and is left to the collector.
    idle.add(detector);
    return data;
  }

  private static @Nullable SymbolData firstOf(QrCodeDetector<GrayU8> detector) {
    for (QrCode found : detector.getDetections()) {
      SymbolData data =
          SymbolDecoder.decode(
              DrawnCodewords.symbol(
                  found.version,
                  found.error.getValue(),
                  number(found.mask),
                  turned(found.rawbits)));
      if (data != null) {
        return data;
      }
    }
    return null;
  }

  /** BoofCV keeps the first bit of a codeword lowest. */
  private static byte[] turned(byte[] codewords) {
    byte[] turned = new byte[codewords.length];
    for (int i = 0; i < codewords.length; i++) {
      turned[i] = (byte) (Integer.reverse(codewords[i]) >>> 24);
    }
    return turned;
  }

  private static int number(QrCodeMaskPattern mask) {
    int number = 0;
    while (QrCodeMaskPattern.lookupMask(number) != mask) {
      number++;
    }
    return number;
  }

  private static QrCodeDetector<GrayU8> detector() {
    return FactoryFiducial.qrcode(null, GrayU8.class);
  }

  /** A view: BoofCV only reads it. */
  private static GrayU8 image(GreyPlane plane) {
    GrayU8 image = new GrayU8();
    image.data = plane.data();
    image.startIndex = plane.start();
    image.stride = plane.stride();
    image.width = plane.width();
    image.height = plane.height();
    image.subImage = true;
    return image;
  }
}
