package io.greenqr.conformance;

/** Payloads for pass bytes of a wanted size. */
final class SizedPass {
  private SizedPass() {}

  /** A valid payload that makes pass bytes of {@code size}, by an extension of zeros. */
  static String of(int size) {
    int content = 256;
    int length = Wire.bytes(SamplePass.envelope(payload(content))).length;
    return payload(content + size - length);
  }

  private static String payload(int content) {
    return SamplePass.withTail(5, "f6 1858 a1 00 " + Wire.string(new byte[content]));
  }
}
