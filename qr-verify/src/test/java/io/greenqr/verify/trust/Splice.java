package io.greenqr.verify.trust;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Edits byte strings inside CBOR, as no encoder of this project does. */
final class Splice {
  private Splice() {}

  /** A byte string with its head, in the shortest form. */
  static byte[] item(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = content.length;
    if (length < 24) {
      out.write(0x40 | length);
    } else if (length < 0x100) {
      out.write(0x58);
      out.write(length);
    } else if (length < 0x10000) {
      out.write(0x59);
      out.write(length >>> 8);
      out.write(length);
    } else {
      out.write(0x5a);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(length >>> shift);
      }
    }
    out.write(content, 0, length);
    return out.toByteArray();
  }

  /** {@code bytes} with the first byte string {@code old} replaced by another. */
  static byte[] replace(byte[] bytes, byte[] old, byte[] other) {
    byte[] from = item(old);
    byte[] to = item(other);
    for (int i = 0; i + from.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, i);
        out.write(to, 0, to.length);
        out.write(bytes, i + from.length, bytes.length - i - from.length);
        return out.toByteArray();
      }
    }
    throw new IllegalArgumentException("not in it");
  }
}
