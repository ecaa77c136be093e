package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * A sum of points of edwards25519, {@code -x^2 + y^2 = 1 + d x^2 y^2}, in extended coordinates:
 * {@code x = X/Z, y = Y/Z, xy = T/Z}. The addends are affine, as their tables hold them: {@code y +
 * x}, {@code y - x} and {@code 2 d x y}, four words each.
 *
 * <p>The formulas (Hisil, Wong, Carter, Dawson, ASIACRYPT 2008, sections 3.1 and 3.3) are complete
 * on this curve: -1 is a square modulo p and d is none, so no denominator is ever 0. They hold for
 * equal and for opposite points, for the neutral element and for points of low order alike. T is
 * needed by an addition only; whoever knows that none comes next leaves it out and saves a product.
 */
final class EdwardsSum {
  /** Words of an addend. */
  static final int WORDS = 3 * Field25519.WORDS;

  /** The constant d of the curve. */
  static final BigInteger D =
      BigInteger.valueOf(-121665)
          .multiply(BigInteger.valueOf(121666).modInverse(Field25519.P))
          .mod(Field25519.P);

  private static final int MINUS = Field25519.WORDS;
  private static final int PRODUCT = 2 * Field25519.WORDS;
  private static final Limbs D_LIMBS = Field25519.of(D);
  private static final Limbs TWICE_D = Field25519.of(D.shiftLeft(1).mod(Field25519.P));
  private static final Limbs INVERSE_OF_D = Field25519.of(D.modInverse(Field25519.P));

  /** Reduced, as y and z; just after {@link #start} up to 2^52. */
  final Limbs x = new Limbs();

  final Limbs y = new Limbs();
  final Limbs z = new Limbs();
  private final Limbs t = new Limbs();

  private final Limbs plus = new Limbs();
  private final Limbs minus = new Limbs();
  private final Limbs product = new Limbs();
  private final Limbs e = new Limbs();
  private final Limbs f = new Limbs();
  private final Limbs g = new Limbs();
  private final Limbs h = new Limbs();

  /**
   * Becomes an addend.
   *
   * @param negative 1 for its opposite, otherwise 0
   */
  void start(long[] addends, int at, int negative) {
    load(addends, at, negative);
    // Twice x, y and 1; T is XY/Z, hence 2xy.
    x.setDifference(plus, minus);
    y.setSum(plus, minus);
    z.setZero();
    z.l0 = 2;
    Field25519.multiply(t, product, INVERSE_OF_D);
  }

  /**
   * Adds an addend: 7 products, or 6.
   *
   * @param negative 1 to add its opposite, otherwise 0
   * @param additionFollows whether T is needed
   */
  void add(long[] addends, int at, int negative, boolean additionFollows) {
    load(addends, at, negative);
    e.setDifference(y, x);
    h.setSum(y, x);
    Field25519.multiply(minus, e, minus);
    Field25519.multiply(plus, h, plus);
    Field25519.multiply(product, t, product);
    e.setDifference(plus, minus);
    h.setSum(plus, minus);
    setSumAndDifferenceOfTwice(z);
    finish(additionFollows);
  }

  /**
   * Doubles the sum: 4 squares and 4 products, or 3.
   *
   * @param additionFollows whether T is needed
   */
  void twice(boolean additionFollows) {
    h.setSum(x, y);
    Field25519.square(e, h);
    Field25519.square(plus, x);
    Field25519.square(minus, y);
    Field25519.square(z, z);
    h.setSum(plus, minus);
    // All four with the opposite sign, which cancels.
    e.setDifference(h, e);
    g.setDifference(plus, minus);
    f.l0 = 2 * z.l0 + g.l0;
    f.l1 = 2 * z.l1 + g.l1;
    f.l2 = 2 * z.l2 + g.l2;
    f.l3 = 2 * z.l3 + g.l3;
    f.l4 = 2 * z.l4 + g.l4;
    finish(additionFollows);
  }

  private void finish(boolean additionFollows) {
    Field25519.multiply(x, e, f);
    Field25519.multiply(y, g, h);
    Field25519.multiply(z, f, g);
    if (additionFollows) {
      Field25519.multiply(t, e, h);
    }
  }

  /** {@code f = 2z - product, g = 2z + product}. */
  private void setSumAndDifferenceOfTwice(Limbs half) {
    long two = 2 * half.l0;
    f.l0 = two - product.l0;
    g.l0 = two + product.l0;
    two = 2 * half.l1;
    f.l1 = two - product.l1;
    g.l1 = two + product.l1;
    two = 2 * half.l2;
    f.l2 = two - product.l2;
    g.l2 = two + product.l2;
    two = 2 * half.l3;
    f.l3 = two - product.l3;
    g.l3 = two + product.l3;
    two = 2 * half.l4;
    f.l4 = two - product.l4;
    g.l4 = two + product.l4;
  }

  /** Signs are as good as random: a branch on them would be mispredicted every other time. */
  private void load(long[] addends, int at, int negative) {
    int swap = negative * MINUS;
    Field25519.unpack(plus, addends, at + swap);
    Field25519.unpack(minus, addends, at + MINUS - swap);
    Field25519.unpack(product, addends, at + PRODUCT);
    long sign = -negative;
    product.l0 = (product.l0 ^ sign) - sign;
    product.l1 = (product.l1 ^ sign) - sign;
    product.l2 = (product.l2 ^ sign) - sign;
    product.l3 = (product.l3 ^ sign) - sign;
    product.l4 = (product.l4 ^ sign) - sign;
  }

  /**
   * Writes the sum as an addend.
   *
   * @param inverse of z, reduced
   */
  static void writeAddend(Limbs x, Limbs y, Limbs inverse, long[] addends, int at) {
    Limbs affineX = new Limbs();
    Limbs affineY = new Limbs();
    Limbs value = new Limbs();
    Field25519.multiply(affineX, x, inverse);
    Field25519.multiply(affineY, y, inverse);
    value.setSum(affineY, affineX);
    Field25519.canonicalize(value);
    Field25519.pack(value, addends, at);
    value.setDifference(affineY, affineX);
    Field25519.canonicalize(value);
    Field25519.pack(value, addends, at + MINUS);
    Field25519.multiply(value, affineX, affineY);
    Field25519.multiply(value, value, TWICE_D);
    Field25519.canonicalize(value);
    Field25519.pack(value, addends, at + PRODUCT);
  }

  /**
   * Whether an addend is a point of the curve: with p = y + x and m = y - x, {@code 2 t = d (p^2 -
   * m^2)} says that t is 2dxy, and {@code t^2 = 4d (p m - 1)} is then the equation of the curve.
   */
  static boolean isOnCurve(long[] addends, int at) {
    Limbs p = new Limbs();
    Limbs m = new Limbs();
    Limbs t = new Limbs();
    Field25519.unpack(p, addends, at);
    Field25519.unpack(m, addends, at + MINUS);
    Field25519.unpack(t, addends, at + PRODUCT);
    Limbs left = new Limbs();
    Limbs right = new Limbs();
    Field25519.multiply(right, p, m);
    right.l0 -= 1;
    right.setSum(right, right);
    Field25519.multiply(right, right, TWICE_D);
    Field25519.square(left, t);
    left.setDifference(left, right);
    if (!Field25519.isZero(left)) {
      return false;
    }
    // (p + m)(p - m) = 4xy.
    left.setSum(p, m);
    right.setDifference(p, m);
    Field25519.multiply(right, left, right);
    Field25519.multiply(right, right, D_LIMBS);
    left.setSum(t, t);
    left.setDifference(left, right);
    return Field25519.isZero(left);
  }

  /** Whether the sum is the neutral element. */
  boolean isNeutral() {
    e.set(x);
    f.setDifference(y, z);
    return Field25519.isZero(e) && Field25519.isZero(f);
  }

  /** Whether both are the same point. */
  boolean isSamePoint(EdwardsSum that) {
    Field25519.multiply(e, x, that.z);
    Field25519.multiply(f, that.x, z);
    e.setDifference(e, f);
    Field25519.multiply(g, y, that.z);
    Field25519.multiply(h, that.y, z);
    g.setDifference(g, h);
    return Field25519.isZero(e) && Field25519.isZero(g);
  }
}
