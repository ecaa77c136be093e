package io.greenqr.issue.symbol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A symbol as a PNG image (ISO/IEC 15948) of one bit a pixel.
 *
 * <p>Written here, in four chunks, because {@code ImageIO} would bring the desktop module of the
 * JDK to every server, and by default writes through a temporary file: a pass on a disk.
 */
final class PngPicture {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GREYSCALE = 0;

  /** The first level that looks for a better match; 6, the default, takes up to twice as long. */
  private static final int COMPRESSION = 4;

  private static final byte FILTER_UP = 2;
  private static final byte UNIT_METRE = 1;
  private static final double METRES_PER_INCH = 0.0254;

  private final QrSymbol symbol;
  private final int scale;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int pixelsPerMetre;

  PngPicture(QrSymbol symbol, int pixelsPerModule) {
    this.symbol = symbol;
    this.scale = pixelsPerModule;
  }

  PngPicture dotsPerInch(int dots) {
    pixelsPerMetre = (int) Math.round(dots / METRES_PER_INCH);
    return this;
  }

  byte[] bytes() {
    out.writeBytes(SIGNATURE);
    chunk("IHDR", header());
    if (pixelsPerMetre > 0) {
      chunk("pHYs", resolution());
    }
    chunk("IDAT", pixels());
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  private byte[] header() {
    int side = symbol.span() * scale;
    return ByteBuffer.allocate(13)
        .putInt(side)
        .putInt(side)
        .put((byte) 1) // bits a pixel
        .put((byte) GREYSCALE) // the last three: deflate, the five filters, not interlaced
        .array();
  }

  private byte[] resolution() {
    return ByteBuffer.allocate(9)
        .putInt(pixelsPerMetre)
        .putInt(pixelsPerMetre)
        .put(UNIT_METRE)
        .array();
  }

  private byte[] pixels() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(COMPRESSION);
    deflater.setStrategy(Deflater.FILTERED);
    try {
      byte[] buffer = new byte[1024];
      for (int y = 0; y < symbol.span(); y++) {
        deflater.setInput(rows(y));
        while (!deflater.needsInput()) {
          compressed.write(buffer, 0, deflater.deflate(buffer));
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        compressed.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  /**
   * The rows of pixels of a row of modules, each after its filter type. In the first there are
   * eight pixels a byte, 1 white. The others are the same as the one above, which the filter writes
   * as zeros: at any scale they cost next to nothing.
   */
  private byte[] rows(int y) {
    int width = 1 + (symbol.span() * scale + 7) / 8;
    byte[] rows = new byte[width * scale];
    for (int module = 0; module < symbol.span(); module++) {
      if (!symbol.isDark(module, y)) {
        for (int x = module * scale; x < (module + 1) * scale; x++) {
          rows[1 + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    for (int i = 1; i < scale; i++) {
      rows[i * width] = FILTER_UP;
    }
    return rows;
  }

  /** Length, type, data, and the check sum over type and data. */
  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
    out.writeBytes(chunk.array());
  }
}
