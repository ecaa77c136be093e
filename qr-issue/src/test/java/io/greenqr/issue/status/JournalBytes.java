package io.greenqr.issue.status;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Journals written by the rules of the package comment, with a CRC-32C of their own. */
final class JournalBytes {
  private JournalBytes() {}

  static byte[] header(int list, int entries) {
    byte[] checked = unit("GQ1J", list, entries, 0, 12);
    return unit("GQ1J", list, entries, crc(checked), 16);
  }

  static byte[] record(int list, int position, int index, int start) {
    byte[] place = ByteBuffer.allocate(8).putInt(list).putInt(position).array();
    byte[] checked = unit("GQ1R", index, start, 0, 12);
    return unit("GQ1R", index, start, crc(join(place, checked)), 16);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] unit(String mark, int second, int third, int crc, int length) {
    byte[] all =
        ByteBuffer.allocate(16)
            .put(mark.getBytes(StandardCharsets.US_ASCII))
            .putInt(second)
            .putInt(third)
            .putInt(crc)
            .array();
    return Arrays.copyOf(all, length);
  }

  private static int crc(byte[] bytes) {
    int crc = -1;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) * 0x82F63B78);
      }
    }
    return ~crc;
  }
}
