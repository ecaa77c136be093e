package io.greenqr.verify.internal.curve;

/** Numbers in limbs of 52 bits, whatever the modulus: carries, canonical form, words, bytes. */
final class Radix52 {
  static final int RADIX = 52;
  static final long MASK = (1L << RADIX) - 1;

  private Radix52() {}

  /**
   * Carries upwards until limbs 0 to 3 are within 52 bits; limb 4 keeps the sign. The number stays.
   *
   * @param x limbs within ±2^62
   */
  static void carry(Limbs x) {
    x.l1 += x.l0 >> RADIX;
    x.l0 &= MASK;
    x.l2 += x.l1 >> RADIX;
    x.l1 &= MASK;
    x.l3 += x.l2 >> RADIX;
    x.l2 &= MASK;
    x.l4 += x.l3 >> RADIX;
    x.l3 &= MASK;
  }

  /**
   * The residue from 0 to the modulus - 1, in the one spelling of limbs.
   *
   * @param x limbs within ±2^62, a number within a few moduli of zero: each costs a subtraction
   * @param modulus canonical
   */
  static void canonical(Limbs x, Limbs modulus) {
    carry(x);
    while (x.l4 < 0) {
      x.setSum(x, modulus);
      carry(x);
    }
    while (!isBelow(x, modulus)) {
      x.setDifference(x, modulus);
      carry(x);
    }
  }

  /** Whether {@code a < b}; both carried and not negative. */
  static boolean isBelow(Limbs a, Limbs b) {
    if (a.l4 != b.l4) {
      return a.l4 < b.l4;
    }
    if (a.l3 != b.l3) {
      return a.l3 < b.l3;
    }
    if (a.l2 != b.l2) {
      return a.l2 < b.l2;
    }
    if (a.l1 != b.l1) {
      return a.l1 < b.l1;
    }
    return a.l0 < b.l0;
  }

  /** Reads 32 bytes, the most significant first: any number below 2^256. */
  static void read(Limbs x, byte[] bytes, int from) {
    set(
        x,
        word(bytes, from + 24),
        word(bytes, from + 16),
        word(bytes, from + 8),
        word(bytes, from));
  }

  private static long word(byte[] bytes, int from) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | (bytes[from + i] & 0xff);
    }
    return word;
  }

  /** Takes a number out of four words, the least significant first. */
  static void unpack(Limbs x, long[] words, int from) {
    set(x, words[from], words[from + 1], words[from + 2], words[from + 3]);
  }

  private static void set(Limbs x, long w0, long w1, long w2, long w3) {
    x.l0 = w0 & MASK;
    x.l1 = (w0 >>> 52 | w1 << 12) & MASK;
    x.l2 = (w1 >>> 40 | w2 << 24) & MASK;
    x.l3 = (w2 >>> 28 | w3 << 36) & MASK;
    x.l4 = w3 >>> 16;
  }

  /**
   * Puts a number into four words, the least significant first.
   *
   * @param x carried, from 0 to 2^256 - 1
   */
  static void pack(Limbs x, long[] words, int to) {
    words[to] = x.l0 | x.l1 << 52;
    words[to + 1] = x.l1 >>> 12 | x.l2 << 40;
    words[to + 2] = x.l2 >>> 24 | x.l3 << 28;
    words[to + 3] = x.l3 >>> 36 | x.l4 << 16;
  }
}
