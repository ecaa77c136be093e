package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeReader;
import io.greenqr.format.text.PassText;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reader with BoofCV, and the reader where BoofCV is missing. */
final class BoofcvTest {
  /** Frame 49 is read by BoofCV alone. */
  @Test
  void oneReaderServesSeveralThreads() {
    QrReader reader = QrReader.builder().boofcv().nanoTime(() -> 0).build();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      numbers.addAll(List.of(49, 7, 49, 8));
    }

    List<String> read =
        numbers.parallelStream()
            .map(number -> reader.read(CameraFrame.of(FrameSet.BLURRED, number).plane()))
            .map(reading -> assertInstanceOf(QrReading.Text.class, reading).text())
            .toList();

    assertEquals(
        numbers.stream().map(number -> CameraFrame.of(FrameSet.BLURRED, number).text()).toList(),
        read);
  }

  /** What a symbol holds is refused alike, whoever found it: no stage passes ECI on as text. */
  @Test
  void whatIsRefusedWithoutItIsRefusedWithIt() {
    QrReader reader = QrReader.builder().boofcv().build();
    BitMatrix eci = HandmadeSymbol.of(new Segments().eci(26).bytes("GQ1:A"));

    QrReading reading = reader.read(Pictures.plane(eci, 4));

    assertEquals(Refusal.ECI, assertInstanceOf(QrReading.Refused.class, reading).refusal());
  }

  /** A class loader of its own has this library and ZXing, and nothing else. */
  @Test
  void withoutItTheReaderWorksAndChoosingItSaysWhatIsMissing() throws Exception {
    try (URLClassLoader bare = bare()) {
      Class<?> reader = bare.loadClass(QrReader.class.getName());
      Class<?> builder = bare.loadClass(QrReader.Builder.class.getName());

      assertNotNull(reader.getMethod("create").invoke(null));

      Object settings = reader.getMethod("builder").invoke(null);
      Throwable missing = null;
      try {
        builder.getMethod("boofcv").invoke(settings);
      } catch (InvocationTargetException e) {
        missing = e.getCause();
      }
      assertInstanceOf(IllegalStateException.class, missing);
      assertTrue(missing.getMessage().contains("org.boofcv:boofcv-recognition"));
    }
  }

  private static URLClassLoader bare() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Class<?> type : List.of(QrReader.class, PassText.class, QRCodeReader.class)) {
      urls.add(type.getProtectionDomain().getCodeSource().getLocation());
    }
    // No parent: the platform's class loader would find the modules of this program.
    return new URLClassLoader(urls.toArray(new URL[0]), null);
  }
}
