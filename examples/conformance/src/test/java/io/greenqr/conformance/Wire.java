package io.greenqr.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * CBOR by hand: hexadecimal digits with spaces, so that the vectors can hold what the library
 * refuses to write.
 */
final class Wire {
  private Wire() {}

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static String head(int major, long value) {
    int type = major << 5;
    if (value < 24) {
      return "%02x".formatted(type | value);
    }
    if (value < 1 << 8) {
      return "%02x%02x".formatted(type | 24, value);
    }
    return value < 1 << 16
        ? "%02x%04x".formatted(type | 25, value)
        : "%02x%08x".formatted(type | 26, value);
  }

  static String number(long value) {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }

  static String time(String instant) {
    return number(Instant.parse(instant).getEpochSecond());
  }

  static String string(byte[] content) {
    return head(2, content.length) + hex(content);
  }

  static String text(String content) {
    byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
    return head(3, utf8.length) + " " + hex(utf8);
  }

  /** {@code hex} with the one place that reads {@code from} changed to {@code to}. */
  static String edit(String hex, String from, String to) {
    int at = hex.indexOf(from);
    if (at < 0 || hex.indexOf(from, at + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once: " + from);
    }
    return hex.substring(0, at) + to + hex.substring(at + from.length());
  }
}
