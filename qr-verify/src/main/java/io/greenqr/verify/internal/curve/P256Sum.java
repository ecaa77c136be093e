package io.greenqr.verify.internal.curve;

/**
 * A sum of points of P-256 that grows by one affine point at a time or is doubled, in the
 * coordinates x = X / ZZ, y = Y / ZZZ with ZZ^3 = ZZZ^2 (the Explicit-Formulas Database's XYZZ,
 * formulas madd-2008-s and dbl-2008-s-1). Mutable; one thread at a time.
 *
 * <p>The formula for addition does not hold if the two points are equal or opposite: then ZZ
 * becomes 0, and stays 0 whatever follows. So does a sum that is the point at infinity. All of
 * these are one case at the end, {@link #isExceptional}, and whoever sees it computes in another
 * way.
 */
final class P256Sum {
  /** Reduced. */
  final Limbs x = new Limbs();

  /** Within ±3.2 U; ZZ and ZZZ within ±1.3 U. */
  final Limbs y = new Limbs();

  final Limbs zz = new Limbs();
  final Limbs zzz = new Limbs();

  private final Limbs h = new Limbs();
  private final Limbs r = new Limbs();
  private final Limbs hh = new Limbs();
  private final Limbs hhh = new Limbs();
  private final Limbs v = new Limbs();
  private final Limbs t = new Limbs();
  private boolean empty = true;

  /** Back to nothing: the next point that is added is the sum. */
  void clear() {
    empty = true;
  }

  /**
   * Adds a point.
   *
   * @param x2 within ±U 1.01
   * @param y2 likewise
   */
  void add(Limbs x2, Limbs y2) {
    if (empty) {
      x.set(x2);
      y.set(y2);
      zz.set(P256Field.ONE);
      zzz.set(P256Field.ONE);
      empty = false;
      return;
    }
    P256Field.mul(h, x2, zz);
    h.setDifference(h, x);
    P256Field.mul(r, y2, zzz);
    r.setDifference(r, y);
    P256Field.sqr(hh, h);
    P256Field.mul(hhh, h, hh);
    P256Field.mul(zz, zz, hh);
    P256Field.mul(zzz, zzz, hhh);
    P256Field.mul(v, x, hh);
    P256Field.sqr(x, r);
    x.setDifference(x, hhh);
    subtractTwice(x, v);
    P256Field.reduce(x);
    v.setDifference(v, x);
    P256Field.mul(y, y, hhh);
    P256Field.mul(t, r, v);
    y.setDifference(t, y);
  }

  /** Doubles the sum, if there is one. No point of P-256 has order 2. */
  void twice() {
    if (empty) {
      return;
    }
    h.setSum(y, y);
    P256Field.sqr(hh, h);
    P256Field.mul(hhh, h, hh);
    P256Field.mul(v, x, hh);
    r.setDifference(x, zz);
    t.setSum(x, zz);
    P256Field.mul(t, r, t);
    // 3 x^2 + a for a = -3.
    r.setSum(t, t);
    r.setSum(r, t);
    P256Field.mul(zz, zz, hh);
    P256Field.mul(zzz, zzz, hhh);
    P256Field.sqr(x, r);
    subtractTwice(x, v);
    P256Field.reduce(x);
    v.setDifference(v, x);
    P256Field.mul(y, y, hhh);
    P256Field.mul(t, r, v);
    y.setDifference(t, y);
  }

  /** Whether what is held is no sum: see above. Leaves the sum as it is. */
  boolean isExceptional() {
    t.set(zz);
    Radix52.canonical(t, P256Field.MODULUS);
    return empty || t.isZero();
  }

  private static void subtractTwice(Limbs from, Limbs a) {
    from.l0 -= a.l0 << 1;
    from.l1 -= a.l1 << 1;
    from.l2 -= a.l2 << 1;
    from.l3 -= a.l3 << 1;
    from.l4 -= a.l4 << 1;
  }
}
