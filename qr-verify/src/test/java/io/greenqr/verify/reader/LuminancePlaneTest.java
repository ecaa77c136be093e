package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LuminancePlaneTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "4, 3, 4, 12", "4, 3, 6, 16", "1, 2, 2147483646, 2147483647"})
  void sizesAreChecked(int width, int height, int rowStride, int needed) {
    assertThrows(
        IllegalArgumentException.class,
        () -> LuminancePlane.of(new byte[Math.min(needed - 1, 15)], width, height, rowStride));
    if (needed < 100) {
      LuminancePlane plane = LuminancePlane.of(new byte[needed], width, height, rowStride);
      assertEquals(width, plane.width());
      assertEquals(height, plane.height());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1, 0, 1",
    "-1, 1, 1",
    "1, -1, 1",
    "8193, 1, 8193",
    "1, 8193, 1",
    "2, 1, 1"
  })
  void numbersHaveRanges(int width, int height, int rowStride) {
    byte[] data = new byte[10_000];

    assertThrows(
        IllegalArgumentException.class, () -> LuminancePlane.of(data, width, height, rowStride));
  }

  /** The product of rows and stride is above {@code int}. */
  @Test
  void hugeStrideDoesNotOverflow() {
    byte[] data = new byte[100];

    assertThrows(
        IllegalArgumentException.class, () -> LuminancePlane.of(data, 10, 8192, Integer.MAX_VALUE));
    assertThrows(
        IllegalArgumentException.class,
        () -> LuminancePlane.of(data, 10, 3, Integer.MAX_VALUE / 2 + 1));
  }

  @Test
  void hugeStrideOfASingleRowIsUnused() {
    LuminancePlane row = LuminancePlane.of(new byte[10], 10, 1, Integer.MAX_VALUE);

    assertEquals(QrReading.Nothing.INSTANCE, QrReader.create().read(row));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1, 1",
    "0, -1, 1, 1",
    "0, 0, 0, 1",
    "0, 0, 1, 0",
    "0, 0, 11, 1",
    "0, 0, 1, 6",
    "10, 0, 1, 1",
    "0, 5, 1, 1",
    "2147483647, 0, 2, 1",
    "0, 2147483647, 1, 2"
  })
  void cropStaysInside(int left, int top, int width, int height) {
    LuminancePlane plane = LuminancePlane.of(new byte[50], 10, 5, 10);

    assertThrows(IllegalArgumentException.class, () -> plane.crop(left, top, width, height));
  }

  @Test
  void cropOfACropAddsUp() {
    byte[] data = new byte[8 * 5 + 6];
    data[8 * 3 + 4] = 77;
    LuminancePlane plane = LuminancePlane.of(data, 6, 6, 8);

    LuminancePlane pixel = plane.crop(1, 1, 5, 5).crop(3, 2, 1, 1);

    assertEquals(77, pixel.grey().data()[pixel.grey().start()]);
    assertEquals("LuminancePlane[1x1]", pixel.toString());
  }
}
