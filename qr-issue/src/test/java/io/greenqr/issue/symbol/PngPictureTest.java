package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PngPictureTest {
  @Test
  void headerSaysOneBitGreyscale() throws Exception {
    ByteBuffer header = ByteBuffer.wrap(chunks(symbol().toPng(3)).get("IHDR"));

    int side = (symbol().size() + 8) * 3;
    assertEquals(side, header.getInt());
    assertEquals(side, header.getInt());
    assertArrayEquals(new byte[] {1, 0, 0, 0, 0}, Arrays.copyOfRange(header.array(), 8, 13));
  }

  @Test
  void chunksAreInOrder() throws Exception {
    assertArrayEquals(
        new String[] {"IHDR", "IDAT", "IEND"}, chunks(symbol().toPng(1)).keySet().toArray());
    assertArrayEquals(
        new String[] {"IHDR", "pHYs", "IDAT", "IEND"},
        chunks(symbol().toPng(1, 300)).keySet().toArray());
  }

  @Test
  void resolutionIsInPixelsPerMetre() throws Exception {
    ByteBuffer resolution = ByteBuffer.wrap(chunks(symbol().toPng(1, 300)).get("pHYs"));

    assertEquals(11_811, resolution.getInt());
    assertEquals(11_811, resolution.getInt());
    assertEquals(1, resolution.get());
    assertFalse(resolution.hasRemaining());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 64})
  void everyPixelIsThatOfItsModule(int pixelsPerModule) throws Exception {
    QrSymbol symbol = symbol();

    BufferedImage image = SymbolScan.image(symbol.toPng(pixelsPerModule));

    int side = (symbol.size() + 2 * QrSymbol.QUIET_ZONE) * pixelsPerModule;
    assertEquals(1, image.getColorModel().getPixelSize());
    assertEquals(side, image.getWidth());
    assertEquals(side, image.getHeight());
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = symbol.isDark(x / pixelsPerModule, y / pixelsPerModule);
        assertEquals(dark ? 0xFF000000 : 0xFFFFFFFF, image.getRGB(x, y));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void pictureReadsBack(int pixelsPerModule) throws Exception {
    String text = Texts.pass(250);

    assertEquals(text, SymbolScan.png(QrSymbol.of(text).toPng(pixelsPerModule)).getText());
    assertEquals(text, SymbolScan.png(QrSymbol.of(text).toPng(pixelsPerModule, 203)).getText());
  }

  @Test
  void largestPictureIsWritten() throws Exception {
    QrSymbol symbol = QrSymbol.builder(Texts.pass(3391)).quietZone(64).build();

    ByteBuffer header = ByteBuffer.wrap(chunks(symbol.toPng(64)).get("IHDR"));

    assertEquals((177 + 128) * 64, header.getInt());
  }

  @Test
  void sameSymbolGivesSameBytes() throws Exception {
    assertArrayEquals(symbol().toPng(4), symbol().toPng(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65})
  void pixelsPerModuleHaveARange(int pixelsPerModule) throws Exception {
    QrSymbol symbol = symbol();

    assertThrows(IllegalArgumentException.class, () -> symbol.toPng(pixelsPerModule));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 10_001})
  void dotsPerInchHaveARange(int dotsPerInch) throws Exception {
    QrSymbol symbol = symbol();

    assertThrows(IllegalArgumentException.class, () -> symbol.toPng(1, dotsPerInch));
  }

  private static QrSymbol symbol() throws SymbolTooLargeException {
    return QrSymbol.of(Texts.pass(100));
  }

  /** The chunks of a PNG by type, with their check sums verified. */
  private static Map<String, byte[]> chunks(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    assertEquals(0x89504E470D0A1A0AL, in.getLong());
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data);
      CRC32 crc = new CRC32();
      crc.update(type);
      crc.update(data);
      assertEquals((int) crc.getValue(), in.getInt());
      chunks.put(new String(type, StandardCharsets.US_ASCII), data);
    }
    assertTrue(chunks.containsKey("IEND"));
    return chunks;
  }
}
