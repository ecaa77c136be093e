package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The bounds of docs/decisions/0007, computed: from what a step may begin with follows that no
 * number on the way is too large, and that the next step begins with no more.
 */
class P256BoundsTest {
  /** Of what {@link P256Sum} holds. */
  private static final P256Range X = P256Range.reduced();

  private static final P256Range Y = P256Range.difference(3_200);
  private static final P256Range ZZ = P256Range.difference(1_300);

  /** Of what is added to it: reduced or canonical, or that mirrored. */
  private static final P256Range ADDED =
      P256Range.reduced().or(P256Range.reduced().negate()).or(P256Range.canonical().negate());

  private final Map<String, P256Range> seen = new LinkedHashMap<>();

  private P256Range note(String name, P256Range range) {
    seen.put(name, range);
    return range;
  }

  private void print(String title) {
    System.out.println("P256BoundsTest: " + title + " " + seen);
    seen.clear();
  }

  @Test
  void anAdditionToASumStaysWithinItsBounds() {
    P256Range h = note("h", ADDED.mul(ZZ).minus(X));
    P256Range r = note("r", ADDED.mul(ZZ).minus(Y));
    P256Range hh = note("hh", h.sqr());
    P256Range hhh = note("hhh", h.mul(hh));
    P256Range zz = note("ZZ", ZZ.mul(hh));
    P256Range zzz = note("ZZZ", ZZ.mul(hhh));
    P256Range v = note("v", X.mul(hh));
    P256Range x = note("X", r.sqr().minus(hhh).minus(v.plus(v)));
    P256Range next = x.reduce();
    P256Range d = note("v-X", v.minus(next));
    P256Range y = note("Y", r.mul(d).minus(Y.mul(hhh)));
    print("addition");
    zz.assertWithin(ZZ, "ZZ");
    zzz.assertWithin(ZZ, "ZZZ");
    next.assertWithin(X, "X");
    y.assertWithin(Y, "Y");
  }

  @Test
  void aDoublingStaysWithinItsBounds() {
    P256Range h = note("h", Y.plus(Y));
    P256Range hh = note("hh", h.sqr());
    P256Range hhh = note("hhh", h.mul(hh));
    P256Range v = note("v", X.mul(hh));
    P256Range t = note("(X-ZZ)(X+ZZ)", X.minus(ZZ).mul(X.plus(ZZ)));
    P256Range r = note("r", t.plus(t).plus(t));
    P256Range zz = note("ZZ", ZZ.mul(hh));
    P256Range zzz = note("ZZZ", ZZ.mul(hhh));
    P256Range x = note("X", r.sqr().minus(v.plus(v)));
    P256Range next = x.reduce();
    P256Range d = note("v-X", v.minus(next));
    P256Range y = note("Y", r.mul(d).minus(Y.mul(hhh)));
    print("doubling");
    zz.assertWithin(ZZ, "ZZ");
    zzz.assertWithin(ZZ, "ZZZ");
    next.assertWithin(X, "X");
    y.assertWithin(Y, "Y");
  }

  @Test
  void theFirstPointIsWithinTheBoundsOfASum() {
    ADDED.assertWithin(Y, "Y");
    P256Range.canonical().assertWithin(X, "X");
    P256Range.canonical().assertWithin(ZZ, "ZZ");
  }

  /** Additions by the chord and the tangent, which share one inversion. */
  @Test
  void affineAdditionsStayWithinTheirBounds() {
    P256Range x = P256Range.reduced();
    P256Range y = ADDED;
    P256Range difference = note("x2-x1", x.minus(x)).or(note("2y", y.plus(y)));
    // A product of differences, or what is left of the inverse: ONE or an inverse at first.
    P256Range running = P256Range.tidy(P256Range.times(-145), P256Range.times(1_145));
    P256Range.canonical().assertWithin(running, "the first product");
    P256Range.canonical().mul(P256Range.canonical()).assertWithin(running, "the inverse");
    note("running", running.mul(difference)).assertWithin(running, "the next product");
    P256Range lambda = note("inverse", running.mul(running));
    P256Range t = P256Range.canonical().or(x).sqr().minus(P256Range.canonical());
    P256Range tangent = note("3(x^2-1)", t.plus(t).plus(t));
    P256Range slope = note("slope", lambda.mul(tangent.or(y.minus(y))));
    P256Range nextX = note("x", slope.sqr().minus(x).minus(x)).reduce();
    P256Range nextY = note("y", slope.mul(x.minus(nextX)).minus(y));
    print("affine");
    nextX.assertWithin(x, "x");
    nextY.reduce().assertWithin(y, "y");
  }

  /** Points of a builder come from sums: x = X (ZZ / ZZZ)^2, y = Y / ZZZ. */
  @Test
  void makingPointsAffineStaysWithinTheBounds() {
    P256Range running = P256Range.tidy(P256Range.times(-145), P256Range.times(1_145));
    running.mul(ZZ).assertWithin(running, "the next product");
    P256Range lambda = running.mul(running);
    P256Range ratio = ZZ.mul(lambda).sqr();
    note("x", X.mul(ratio)).reduce().assertWithin(ADDED, "x");
    note("y", Y.mul(lambda)).reduce().assertWithin(ADDED, "y");
    print("made affine");
  }

  @Test
  void theCheckOfATableStaysWithinTheBounds() {
    P256Range c = P256Range.canonical();
    P256Range cubed = c.sqr().mul(c);
    note("y^2 less the rest", c.sqr().minus(cubed.minus(c).minus(c).minus(c).plus(c)));
    P256Range left = c.minus(c).mul(c.minus(c));
    note("line", left.minus(c.plus(c).mul(c.minus(c))));
    P256Range held = X.or(Y).or(P256Range.canonical());
    note("x less r zz", c.mul(c).mul(ZZ).minus(held));
    print("checks");
  }

  private static final long UNIT = 1L << 52;

  /**
   * What a column holds below its carries, in units of 2^52: the error of the sum in floating
   * point, what truncation takes, terms of the multiple of p, and the carry.
   *
   * @param products of the column, each within 2^108
   * @param below products of the column below
   */
  private static long column(int products, int below, long terms) {
    // |fl(a) fl(b) - a b| <= 2^54 + 2^54 + 1: beyond 2^53 doubles are even numbers.
    long conversions = 8L * products + 1;
    // Product and sums: each of the products is rounded as often as there are products.
    long roundings = 8L * products * products + 1;
    long truncated = 1;
    // h is at most 2^56 a product, its error and shifted m_k are below one unit.
    long carry = 16L * below + 1;
    return conversions + roundings + truncated + terms + carry;
  }

  /** Products by column 1, 2, 3, 4, 5, 4, 3, 2, 1; terms of m_k p: each is below one unit. */
  @Test
  void columnsOfAProductFitTheirWords() {
    int[] products = {1, 2, 3, 4, 5, 4, 3, 2, 1};
    int[] terms = {0, 1, 1, 2, 4, 4, 3, 3, 2};
    long[] columns = new long[9];
    for (int k = 0; k < 9; k++) {
      columns[k] = column(products[k], k == 0 ? 0 : products[k - 1], terms[k]);
      // Below 2^63 the wrapped sum is the sum; stated is 2^61.
      assertTrue(columns[k] < 1L << 9, "column " + k + " " + columns[k]);
      // Columns 5 to 7 leave their carries in the limbs of the result.
      assertTrue(k < 5 || columns[k] < 1L << 8, "column " + k + " " + columns[k]);
    }
    System.out.println("P256BoundsTest: columns " + Arrays.toString(columns));
    // h of the largest column fits a word, and its double is exact to one unit: 5 2^56 < 2^59.
    assertTrue(5 * (1L << 56) + columns[4] + (1L << 49) < 1L << 59);
  }

  /** In P256Order up to 9 products of limbs of 52 bits; in ModularInverse 2 or 3, of up to 53. */
  @Test
  void columnsOfTheOrderAndOfInversesFitTheirWords() {
    // Units of 2^52: 9 products of 2^104, 9 roundings of 2^-53 each; truncation, carry, m_k n_0.
    long order = (9 * 9 * UNIT / 2 + UNIT - 1) / UNIT + 1 + 9 + 1 + 2;
    assertEquals(54, order);
    assertTrue(order < 1 << 11);
    // |m| + |n| <= 2^52, and |k| < 2^53: sums of 2^104 and of 3 2^104.
    long apply = 2 / 2 + 1 + 1 + 1;
    long applyModulo = (3 * 3 + 1) / 2 + 1 + 3 + 1;
    assertTrue(apply < 1 << 11 && applyModulo < 1 << 11);
  }

  /** What {@link P256Field#reduce} leaves of a number within 32 U with limbs within 2^58. */
  @Test
  void aReducedNumberIsWithinItsBounds() {
    // Limbs 0 to 2 reach into limb 4 by 2^58 2^104 and less, that is 2^162 and less; limb 3 is
    // carried. The quotient is off by no more, and q (U - p) = q 2^224 and less, with |q| <= 33.
    BigInteger low = BigInteger.ONE.shiftLeft(163);
    BigInteger fold = BigInteger.ONE.shiftLeft(224).multiply(BigInteger.valueOf(33));
    assertTrue(low.add(fold).compareTo(BigInteger.ONE.shiftLeft(231)) < 0);
    // Carries of limbs 0 to 3: 2^58 / 2^52, and of q 2^44 and q 2^36 a fraction.
    assertTrue((1L << 6) + 1 < 1L << 8);
  }
}
