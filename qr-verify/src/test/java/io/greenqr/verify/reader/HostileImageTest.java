package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures made to break a reader: every one has an answer, and no answer invents a text. */
final class HostileImageTest {
  private final QrReader reader = patient(QrReader.builder());
  private final QrReader withBoofcv = patient(QrReader.builder().boofcv());

  /** Every stage has to stand these pictures, also on a machine that is busy. */
  private static QrReader patient(QrReader.Builder builder) {
    return builder.nanoTime(() -> 0).build();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 8192", "8192, 1", "2, 2", "7, 7", "21, 21", "39, 41", "640, 480"})
  void emptyPicturesHoldNothing(int width, int height) {
    byte[] grey = new byte[width * height];
    for (int level : new int[] {0, 127, 255}) {
      Arrays.fill(grey, (byte) level);
      assertNothing(LuminancePlane.of(grey, width, height, width));
    }
    byte[] bits = new byte[(width + 7) / 8 * height];
    for (int pattern : new int[] {0, 0x55, 0xFF}) {
      Arrays.fill(bits, (byte) pattern);
      assertNothing(reader.read(BitImage.of(bits, width, height)));
    }
  }

  @Test
  void noiseHoldsNothing() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      int width = 1 + random.nextInt(200);
      int height = 1 + random.nextInt(200);
      byte[] grey = new byte[width * height];
      random.nextBytes(grey);
      assertNothing(LuminancePlane.of(grey, width, height, width));
      byte[] bits = Arrays.copyOf(grey, (width + 7) / 8 * height);
      assertNothing(reader.read(BitImage.of(bits, width, height)));
    }
  }

  /** Squares in the proportion of finder patterns, at random, also over the edge. */
  @Test
  void looseFinderPatternsHoldNothing() {
    Random random = new Random(12);
    for (int i = 0; i < 1500; i++) {
      BitMatrix picture = new BitMatrix(21 + random.nextInt(150), 21 + random.nextInt(150));
      int scale = 1 + random.nextInt(5);
      for (int n = 2 + random.nextInt(4); n > 0; n--) {
        drawFinder(
            picture,
            random.nextInt(picture.getWidth()),
            random.nextInt(picture.getHeight()),
            scale);
      }
      assertNothing(reader.read(packed(picture)));
      assertNothing(Pictures.plane(picture, 1));
    }
  }

  /** Correct error correction over random data: whatever parses must be told for what it is. */
  @Test
  void randomDataInASoundSymbolEndsInOneOfTheAnswers() {
    Random random = new Random(13);
    for (int i = 0; i < 3000; i++) {
      Segments segments = new Segments();
      for (int word = 0; word < 27; word++) {
        segments.raw(random.nextInt(), 32);
      }
      QrReading reading = reader.read(Pictures.bits(HandmadeSymbol.of(segments), 1, 0));
      if (reading instanceof QrReading.Text text) {
        assertTrue(text.text().chars().allMatch(c -> c >= ' ' && c <= '~'));
      }
    }
  }

  /** Damage either is repaired or shows: the wrong text never comes out. */
  @Test
  void damagedSymbolIsReadRightOrNotAtAll() {
    Random random = new Random(14);
    String text = Pictures.passText(120, 14);
    for (int i = 0; i < 2000; i++) {
      BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);
      for (int n = random.nextInt(4); n > 0; n--) {
        int side = 1 + random.nextInt(symbol.getWidth() / 2);
        int left = random.nextInt(symbol.getWidth() - side);
        int top = random.nextInt(symbol.getHeight() - side);
        symbol.setRegion(left, top, side, side);
      }
      assertNotWrong(text, reader.read(Pictures.bits(symbol, 2, 4)));
      if (i < 500) {
        assertNotWrong(text, reader.read(Pictures.plane(symbol, 3)));
        assertNotWrong(text, withBoofcv.read(Pictures.plane(symbol, 3)));
      }
    }
  }

  private static void assertNotWrong(String text, QrReading reading) {
    if (reading instanceof QrReading.Text read) {
      assertEquals(text, read.text());
    }
  }

  private static void drawFinder(BitMatrix picture, int middleX, int middleY, int scale) {
    for (int y = 0; y < 7 * scale; y++) {
      for (int x = 0; x < 7 * scale; x++) {
        int ring = Math.max(Math.abs(x / scale - 3), Math.abs(y / scale - 3));
        int column = middleX + x;
        int row = middleY + y;
        if (ring != 2 && column < picture.getWidth() && row < picture.getHeight()) {
          picture.set(column, row);
        }
      }
    }
  }

  private static BitImage packed(BitMatrix picture) {
    int rowBytes = (picture.getWidth() + 7) / 8;
    byte[] packed = new byte[rowBytes * picture.getHeight()];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.get(x, y)) {
          packed[y * rowBytes + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return BitImage.of(packed, picture.getWidth(), picture.getHeight());
  }

  private void assertNothing(LuminancePlane picture) {
    assertNothing(reader.read(picture));
    assertNothing(withBoofcv.read(picture));
  }

  private static void assertNothing(QrReading reading) {
    assertInstanceOf(QrReading.Nothing.class, reading);
  }
}
