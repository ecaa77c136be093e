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
    Deflater deflater = new Deflater();
    try {
      byte[] buffer = new byte[8192];
      for (int y = 0; y < symbol.span(); y++) {
        byte[] row = row(y);
        for (int i = 0; i < scale; i++) {
          deflater.setInput(row);
          drain(deflater, buffer, compressed);
        }
      }
      deflater.finish();
      drain(deflater, buffer, compressed);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream compressed) {
    for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
      compressed.write(buffer, 0, n);
    }
  }

  /** One row of pixels: the filter type (0, none), then eight pixels a byte, 1 white. */
  private byte[] row(int y) {
    int side = symbol.span() * scale;
    byte[] row = new byte[1 + (side + 7) / 8];
    for (int x = 0; x < side; x++) {
      if (!symbol.isDark(x / scale, y)) {
        row[1 + x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
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
