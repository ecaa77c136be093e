package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * Scalars of edwards25519: numbers modulo {@code L = 2^252 + c}, the order of the base point, where
 * {@code c = 27742317777372353535851937790883648493} has 125 bits. In words of 64 bits, the least
 * significant first, as {@link Comb} takes them. Scratch space belongs to the instance: one thread
 * at a time.
 */
final class Order25519 {
  /** The order of the base point. */
  static final BigInteger L =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final long L0 = 0x5812631a5cf5d3edL;
  private static final long L1 = 0x14def9dea2f79cd6L;
  private static final long L3 = 0x1000000000000000L;

  /** Bits of a limb here: nine make the 252 at which a multiple of L can be taken away. */
  private static final int RADIX = 28;

  private static final long MASK = (1L << RADIX) - 1;
  private static final int TOP = 9;

  private static final long C0 = L0 & MASK;
  private static final long C1 = L0 >>> 28 & MASK;
  private static final long C2 = (L0 >>> 56 | L1 << 8) & MASK;
  private static final long C3 = L1 >>> 20 & MASK;
  private static final long C4 = L1 >>> 48;

  private final long[] limbs = new long[19];

  /**
   * The number of 64 bytes, the least significant first, modulo L.
   *
   * @param out four words
   */
  void reduce(byte[] bytes, long[] out) {
    int at = 0;
    for (int i = 0; i < 18; i += 2) {
      // 56 bits, which are 7 bytes, make two limbs.
      long seven = 0;
      for (int b = 6; b >= 0; b--) {
        seven = seven << 8 | (bytes[at + b] & 0xff);
      }
      limbs[i] = seven & MASK;
      limbs[i + 1] = seven >>> RADIX;
      at += 7;
    }
    limbs[18] = bytes[63] & 0xff;
    // Each block leaves limbs of 28 bits below the next one, whose products then fit a word.
    for (int i = 18; i >= 14; i--) {
      fold(i);
    }
    carry(5, 14);
    for (int i = 14; i >= 10; i--) {
      fold(i);
    }
    carry(1, 10);
    fold(10);
    fold(9);
    carry(0, 9);
    // Now within 2^171 of the range from 0 to 2^252, so that one L more or less is enough.
    if (limbs[TOP] < 0) {
      limbs[0] += C0;
      limbs[1] += C1;
      limbs[2] += C2;
      limbs[3] += C3;
      limbs[4] += C4;
      limbs[TOP]++;
      carry(0, 9);
    }
    out[0] = limbs[0] | limbs[1] << 28 | limbs[2] << 56;
    out[1] = limbs[2] >>> 8 | limbs[3] << 20 | limbs[4] << 48;
    out[2] = limbs[4] >>> 16 | limbs[5] << 12 | limbs[6] << 40;
    out[3] = limbs[6] >>> 24 | limbs[7] << 4 | limbs[8] << 32 | limbs[TOP] << 60;
    if (!isReduced(out)) {
      subtractFromOrder(out);
      negate(out);
    }
  }

  /** Takes limb i away by {@code 2^252 = -c}. */
  private void fold(int i) {
    long limb = limbs[i];
    limbs[i] = 0;
    limbs[i - 9] -= limb * C0;
    limbs[i - 8] -= limb * C1;
    limbs[i - 7] -= limb * C2;
    limbs[i - 6] -= limb * C3;
    limbs[i - 5] -= limb * C4;
  }

  private void carry(int from, int to) {
    for (int i = from; i < to; i++) {
      limbs[i + 1] += limbs[i] >> RADIX;
      limbs[i] &= MASK;
    }
  }

  /** Whether a number of four words is below L. */
  static boolean isReduced(long[] x) {
    if (x[3] != L3) {
      return x[3] >= 0 && x[3] < L3;
    }
    if (x[2] != 0) {
      return false;
    }
    return x[1] == L1 ? Long.compareUnsigned(x[0], L0) < 0 : Long.compareUnsigned(x[1], L1) < 0;
  }

  /** {@code x = L - x}, modulo 2^256. */
  static void subtractFromOrder(long[] x) {
    long borrow = Long.compareUnsigned(L0, x[0]) < 0 ? 1 : 0;
    x[0] = L0 - x[0];
    long next = borrow == 1 ? ~x[1] : -x[1];
    // L1 + next is L1 - x1 - borrow; it borrows unless it carries.
    borrow = Long.compareUnsigned(L1, x[1]) < 0 || (L1 == x[1] && borrow == 1) ? 1 : 0;
    x[1] = L1 + next;
    next = -x[2] - borrow;
    borrow = x[2] != 0 || borrow == 1 ? 1 : 0;
    x[2] = next;
    x[3] = L3 - x[3] - borrow;
  }

  /** {@code x = -x}, modulo 2^256. */
  private static void negate(long[] x) {
    long carry = 1;
    for (int i = 0; i < 4; i++) {
      x[i] = ~x[i] + carry;
      carry = carry == 1 && x[i] == 0 ? 1 : 0;
    }
  }
}
