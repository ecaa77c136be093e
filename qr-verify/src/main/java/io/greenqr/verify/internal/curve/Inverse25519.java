package io.greenqr.verify.internal.curve;

/**
 * Inverses modulo {@code 2^255 - 19}: one, or many for the price of one and three products each.
 */
final class Inverse25519 {
  private static final int INVERSE_RADIX = 52;
  private static final long MASK = (1L << INVERSE_RADIX) - 1;

  private final ModularInverse inverse = new ModularInverse(Field25519.P);
  private final Limbs number = new Limbs();
  private final long[] words = new long[Field25519.WORDS];

  /**
   * {@code out = x^-1}; 0 for 0.
   *
   * @param out canonical; may be x
   * @param x loose; canonical afterwards
   */
  void invert(Limbs out, Limbs x) {
    Field25519.canonicalize(x);
    Field25519.pack(x, words, 0);
    long w0 = words[0];
    long w1 = words[1];
    long w2 = words[2];
    long w3 = words[3];
    number.l0 = w0 & MASK;
    number.l1 = (w0 >>> 52 | w1 << 12) & MASK;
    number.l2 = (w1 >>> 40 | w2 << 24) & MASK;
    number.l3 = (w2 >>> 28 | w3 << 36) & MASK;
    number.l4 = w3 >>> 16;
    inverse.invert(number, number);
    words[0] = number.l0 | number.l1 << 52;
    words[1] = number.l1 >>> 12 | number.l2 << 40;
    words[2] = number.l2 >>> 24 | number.l3 << 28;
    words[3] = number.l3 >>> 36 | number.l4 << 16;
    Field25519.unpack(out, words, 0);
  }

  /**
   * Inverts the first {@code count} of several numbers, none of them 0.
   *
   * @param out reduced
   * @param x loose; as they were
   */
  void invertAll(Limbs[] out, Limbs[] x, int count) {
    Limbs product = new Limbs();
    product.l0 = 1;
    invertAll(out, x, count, product);
  }

  /** The same with a place for the product, which must be 1; for callers that allocate nothing. */
  void invertAll(Limbs[] out, Limbs[] x, int count, Limbs product) {
    for (int i = 0; i < count; i++) {
      out[i].set(product);
      Field25519.multiply(product, product, x[i]);
    }
    invert(product, product);
    for (int i = count - 1; i >= 0; i--) {
      Field25519.multiply(out[i], out[i], product);
      Field25519.multiply(product, product, x[i]);
    }
  }
}
