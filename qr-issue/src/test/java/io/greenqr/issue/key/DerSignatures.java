package io.greenqr.issue.key;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Other spellings of an ECDSA signature than the one in a pass. */
final class DerSignatures {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private DerSignatures() {}

  private static BigInteger r(byte[] raw) {
    return new BigInteger(1, Arrays.copyOf(raw, 32));
  }

  private static BigInteger s(byte[] raw) {
    return new BigInteger(1, Arrays.copyOfRange(raw, 32, 64));
  }

  /** With high {@code s}, 64 bytes. */
  static byte[] highRaw(byte[] raw) {
    byte[] high = ORDER.subtract(s(raw)).toByteArray();
    byte[] out = raw.clone();
    System.arraycopy(high, high.length - 32, out, 32, 32);
    return out;
  }

  /** With high {@code s}, in DER. */
  static byte[] high(byte[] raw) {
    return der(r(raw).toByteArray(), ORDER.subtract(s(raw)).toByteArray());
  }

  /** What a strict reader refuses. */
  static List<byte[]> odd(byte[] raw) {
    byte[] r = r(raw).toByteArray();
    byte[] s = s(raw).toByteArray();
    byte[] zero = {0};
    byte[] right = der(r, s);
    byte[] longLength = new byte[right.length + 1];
    longLength[0] = 0x30;
    longLength[1] = (byte) 0x81;
    System.arraycopy(right, 1, longLength, 2, right.length - 1);
    return List.of(
        raw,
        new byte[0],
        Arrays.copyOf(right, right.length - 1),
        Arrays.copyOf(right, right.length + 1),
        longLength,
        der(padded(r), s),
        der(r, padded(s)),
        der(zero, s),
        der(r, zero),
        der(r(raw).negate().toByteArray(), s),
        der(r, s(raw).negate().toByteArray()),
        der(ORDER.toByteArray(), s),
        der(r, ORDER.toByteArray()),
        der(r(raw).add(ORDER).toByteArray(), s));
  }

  private static byte[] padded(byte[] integer) {
    byte[] padded = new byte[integer.length + 1];
    System.arraycopy(integer, 0, padded, 1, integer.length);
    return padded;
  }

  private static byte[] der(byte[] r, byte[] s) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x30);
    out.write(r.length + s.length + 4);
    for (byte[] integer : new byte[][] {r, s}) {
      out.write(2);
      out.write(integer.length);
      out.writeBytes(integer);
    }
    return out.toByteArray();
  }
}
