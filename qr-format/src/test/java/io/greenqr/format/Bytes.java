package io.greenqr.format;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Byte strings as tests write them. */
public final class Bytes {
  private Bytes() {}

  /** Hexadecimal groups apart by spaces; {@code 81*5} is {@code 81} five times. */
  public static byte[] hex(String groups) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String group : groups.trim().split("\\s+", -1)) {
      int star = group.indexOf('*');
      byte[] bytes = HexFormat.of().parseHex(star < 0 ? group : group.substring(0, star));
      int times = star < 0 ? 1 : Integer.parseInt(group.substring(star + 1));
      for (int i = 0; i < times; i++) {
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** {@code bytes} without the one at {@code index}. */
  public static byte[] without(byte[] bytes, int index) {
    byte[] out = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, out, 0, index);
    System.arraycopy(bytes, index + 1, out, index, out.length - index);
    return out;
  }

  /** {@code bytes} with {@code value} put in before {@code index}. */
  public static byte[] inserted(byte[] bytes, int index, int value) {
    byte[] out = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, out, 0, index);
    out[index] = (byte) value;
    System.arraycopy(bytes, index, out, index + 1, bytes.length - index);
    return out;
  }

  /** {@code bytes} with one bit turned over. */
  public static byte[] flipped(byte[] bytes, int bit) {
    byte[] out = bytes.clone();
    out[bit / 8] ^= (byte) (1 << bit % 8);
    return out;
  }
}
