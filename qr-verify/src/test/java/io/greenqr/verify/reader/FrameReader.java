package io.greenqr.verify.reader;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something in this process that reads frames of the corpus. */
interface FrameReader {
  String DEFAULT = "`QrReader.create()`";
  String WITH_BOOFCV = "with BoofCV";

  /** The text, or null. */
  String read(byte[] pixels);

  /** Ours, and the libraries under ours by themselves. Each for one thread. */
  static Map<String, FrameReader> all() {
    Map<String, FrameReader> readers = new LinkedHashMap<>();
    readers.put(DEFAULT, of(QrReader.builder()));
    readers.put(WITH_BOOFCV, of(QrReader.builder().boofcv()));
    readers.put("BoofCV", boofcv());
    readers.put("ZXing", FrameReader::zxing);
    return readers;
  }

  /** A reader whose time stands still: a busy machine must not change what is read. */
  static FrameReader of(QrReader.Builder builder) {
    QrReader reader = builder.nanoTime(() -> 0).build();
    return pixels -> reader.read(plane(pixels)) instanceof QrReading.Text text ? text.text() : null;
  }

  private static FrameReader boofcv() {
    QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
    return pixels -> {
      GrayU8 image = new GrayU8(CameraFrame.WIDTH, CameraFrame.HEIGHT);
      image.data = pixels;
      detector.process(image);
      return detector.getDetections().isEmpty() ? null : detector.getDetections().get(0).message;
    };
  }

  private static String zxing(byte[] pixels) {
    int width = CameraFrame.WIDTH;
    int height = CameraFrame.HEIGHT;
    var source = new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (ReaderException e) {
      return null;
    }
  }

  private static LuminancePlane plane(byte[] pixels) {
    return LuminancePlane.of(pixels, CameraFrame.WIDTH, CameraFrame.HEIGHT, CameraFrame.WIDTH);
  }
}
