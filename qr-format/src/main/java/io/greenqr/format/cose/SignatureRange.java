package io.greenqr.format.cose;

/**
 * The numbers that a signature may hold.
 *
 * <p>For every ECDSA signature (r, s) the pair (r, n - s) verifies as well, and so does any
 * multiple of the group order added where a library does not check: a third party could re-spell a
 * pass that was revoked by its bytes. Only the least spelling passes here, before any arithmetic.
 */
final class SignatureRange {
  /** Order n of P-256 (SEC 2 section 2.4.2), most significant byte first. */
  private static final byte[] P256_ORDER =
      hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

  /** n / 2, rounded down: the largest {@code s}. */
  private static final byte[] P256_HALF_ORDER =
      hex("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8");

  /** Order L of the base point of Ed25519 (RFC 8032 section 5.1), most significant byte first. */
  private static final byte[] ED25519_ORDER =
      hex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

  private static final int HALF = 32;

  private SignatureRange() {}

  private static byte[] hex(String digits) {
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  /** Whether the 64 bytes at {@code offset} are a signature in its one spelling. */
  static boolean holds(SignatureAlgorithm algorithm, byte[] bytes, int offset) {
    if (algorithm == SignatureAlgorithm.ESP256) {
      return !isZero(bytes, offset)
          && !isZero(bytes, offset + HALF)
          && compareBigEndian(bytes, offset, P256_ORDER) < 0
          && compareBigEndian(bytes, offset + HALF, P256_HALF_ORDER) <= 0;
    }
    // RFC 8032 section 5.1.7: S, the second half, least significant byte first, is below L.
    return compareLittleEndian(bytes, offset + HALF, ED25519_ORDER) < 0;
  }

  /** A copy in which an ECDSA {@code s} above n / 2 and below n has become n - s. */
  static byte[] withLowS(SignatureAlgorithm algorithm, byte[] signature) {
    byte[] low = signature.clone();
    if (algorithm == SignatureAlgorithm.ESP256
        && compareBigEndian(low, HALF, P256_HALF_ORDER) > 0
        && compareBigEndian(low, HALF, P256_ORDER) < 0) {
      int borrow = 0;
      for (int i = HALF - 1; i >= 0; i--) {
        int difference = (P256_ORDER[i] & 0xff) - (low[HALF + i] & 0xff) - borrow;
        low[HALF + i] = (byte) difference;
        borrow = difference < 0 ? 1 : 0;
      }
    }
    return low;
  }

  private static boolean isZero(byte[] bytes, int offset) {
    for (int i = 0; i < HALF; i++) {
      if (bytes[offset + i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int compareBigEndian(byte[] bytes, int offset, byte[] number) {
    for (int i = 0; i < HALF; i++) {
      int difference = (bytes[offset + i] & 0xff) - (number[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int compareLittleEndian(byte[] bytes, int offset, byte[] number) {
    for (int i = 0; i < HALF; i++) {
      int difference = (bytes[offset + HALF - 1 - i] & 0xff) - (number[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
