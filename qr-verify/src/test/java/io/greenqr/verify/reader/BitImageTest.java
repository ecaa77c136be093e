package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitImageTest {
  @Test
  void firstPixelIsTheHighestBitAndOneIsBlack() throws NotFoundException {
    byte[] packed = {(byte) 0b1000_0001, 0b0100_0000, 0, (byte) 0b1011_1111};

    BitMatrix pixels = BitImage.of(packed, 10, 2).binarizer().getBlackMatrix();

    assertEquals("X             X   X \n                X   \n", pixels.toString("X ", "  "));
  }

  @Test
  void laterChangesOfTheArrayDoNotShow() {
    byte[] packed = new byte[21 * 3];
    BitImage image = BitImage.of(packed, 21, 21);

    packed[0] = (byte) 0xFF;

    assertInstanceOf(QrReading.Nothing.class, QrReader.create().read(image));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 0, 0", "-8, 1, 1", "8193, 1, 1025", "9, 2, 3", "9, 2, 5", "8, 1, 0"})
  void numbersHaveRanges(int width, int height, int bytes) {
    byte[] packed = new byte[bytes];

    assertThrows(IllegalArgumentException.class, () -> BitImage.of(packed, width, height));
  }

  @Test
  void largestImageIsAccepted() {
    BitImage image = BitImage.of(new byte[1024 * 8192], 8192, 8192);

    assertEquals(8192, image.width());
    assertEquals(8192, image.height());
    assertEquals("BitImage[8192x8192]", image.toString());
  }
}
