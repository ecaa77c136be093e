package io.greenqr.verify.internal.curve;

/** The upper half of the 128 bits of a product of two signed words. */
final class HighProduct {
  /** Constant, so that the compiler leaves one of the two paths out. */
  private static final boolean INTRINSIC = hasMultiplyHigh();

  private HighProduct() {}

  /** {@code floor(a * b / 2^64)}. */
  @LaterAndroid
  static long of(long a, long b) {
    return INTRINSIC ? Math.multiplyHigh(a, b) : portable(a, b);
  }

  /** The same from products of halves, for Android before 12 (API 31). */
  static long portable(long a, long b) {
    long aLow = a & 0xffffffffL;
    long aHigh = a >> 32;
    long bLow = b & 0xffffffffL;
    long bHigh = b >> 32;
    // No sum overflows: a product of a signed and an unsigned half is within 2^63 - 2^32.
    long middle = aHigh * bLow + ((aLow * bLow) >>> 32);
    long middleLow = aLow * bHigh + (middle & 0xffffffffL);
    return aHigh * bHigh + (middle >> 32) + (middleLow >> 32);
  }

  private static boolean hasMultiplyHigh() {
    try {
      Math.class.getMethod("multiplyHigh", long.class, long.class);
      return true;
    } catch (NoSuchMethodException onlyOnOlderAndroid) {
      return false;
    }
  }
}
