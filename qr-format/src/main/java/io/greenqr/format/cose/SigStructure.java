package io.greenqr.format.cose;

import java.nio.charset.StandardCharsets;

/**
 * What a signature covers: the {@code Sig_structure} of RFC 9052 section 4.4, which is never sent.
 *
 * <p>Written by hand: the parts are copied once, from where they were received, and nothing is
 * decoded and encoded again in order to verify.
 */
final class SigStructure {
  private static final byte[] SIGNATURE1 = "Signature1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SIGNATURE = "Signature".getBytes(StandardCharsets.US_ASCII);

  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;

  private final byte[] out;
  private int position;

  private SigStructure(byte[] out) {
    this.out = out;
  }

  /** Bytes of the structure for COSE_Sign1 around a payload of {@code length} bytes. */
  static int lengthOfSign1(byte[] context, int length) {
    return length(SIGNATURE1, context, length);
  }

  /**
   * For COSE_Sign1: the header is that of the body.
   *
   * @param buffer holds {@link #lengthOfSign1} bytes at least
   * @return the bytes written, from the start of {@code buffer}
   */
  static int writeSign1(
      byte[] buffer,
      byte[] header,
      int headerAt,
      byte[] context,
      byte[] payload,
      int payloadAt,
      int length) {
    SigStructure out = new SigStructure(buffer);
    out.head(ARRAY, 4);
    out.string(TEXT, SIGNATURE1, 0, SIGNATURE1.length);
    out.finish(header, headerAt, context, payload, payloadAt, length);
    return out.position;
  }

  /** For COSE_Sign: the header is the signer's, and the body's is the empty byte string. */
  static byte[] ofSign(
      byte[] header, int headerAt, byte[] context, byte[] payload, int payloadAt, int length) {
    byte[] buffer = new byte[1 + length(SIGNATURE, context, length)];
    SigStructure out = new SigStructure(buffer);
    out.head(ARRAY, 5);
    out.string(TEXT, SIGNATURE, 0, SIGNATURE.length);
    out.head(BYTES, 0);
    out.finish(header, headerAt, context, payload, payloadAt, length);
    return buffer;
  }

  /** Bytes of the structure without a header of the body; names and contexts are short. */
  private static int length(byte[] name, byte[] context, int payload) {
    return 4
        + name.length
        + ProtectedHeader.LENGTH
        + context.length
        + headLength(payload)
        + payload;
  }

  private void finish(
      byte[] header, int headerAt, byte[] context, byte[] payload, int payloadAt, int length) {
    string(BYTES, header, headerAt, ProtectedHeader.LENGTH);
    string(BYTES, context, 0, context.length);
    string(BYTES, payload, payloadAt, length);
  }

  private static int headLength(int argument) {
    return argument < 24 ? 1 : argument < 1 << 8 ? 2 : argument < 1 << 16 ? 3 : 5;
  }

  private void string(int major, byte[] from, int at, int length) {
    head(major, length);
    System.arraycopy(from, at, out, position, length);
    position += length;
  }

  /** The shortest head of an item. */
  private void head(int major, int argument) {
    int width = headLength(argument) - 1;
    out[position++] =
        (byte) (major << 5 | (width == 0 ? argument : 24 + Integer.numberOfTrailingZeros(width)));
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      out[position++] = (byte) (argument >>> shift);
    }
  }
}
