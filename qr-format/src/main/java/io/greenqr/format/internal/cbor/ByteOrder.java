package io.greenqr.format.internal.cbor;

/** The bytewise lexicographic order, in which deterministic documents sort. */
public final class ByteOrder {
  private ByteOrder() {}

  /** Negative, zero or positive as {@code a} stands before, with or behind {@code b}. */
  public static int compare(byte[] a, byte[] b) {
    int length = Math.min(a.length, b.length);
    for (int i = 0; i < length; i++) {
      int difference = (a[i] & 0xff) - (b[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return a.length - b.length;
  }
}
