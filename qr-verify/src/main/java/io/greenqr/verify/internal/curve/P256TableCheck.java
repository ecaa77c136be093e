package io.greenqr.verify.internal.curve;

import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Holds a finished table against the curve, and against BouncyCastle's arithmetic.
 *
 * <p>Every signature of a key is measured by its table. A wrong point in it would refuse good
 * passes, and nobody could tell why.
 */
final class P256TableCheck {
  private static final ECCurve CURVE = CustomNamedCurves.getByName("secp256r1").getCurve();
  private static final Limbs B = P256Field.montgomery(CURVE.getB().toBigInteger());

  private final Limbs left = new Limbs();
  private final Limbs right = new Limbs();

  private P256TableCheck() {}

  /**
   * Every point is on the curve, and the sum of all is what it must be: within a block all signs
   * but the last tooth's cancel.
   *
   * @throws ArithmeticException if not
   */
  static void check(P256Table table, BigInteger pointX, BigInteger pointY) {
    new P256TableCheck().checkPoints(table, pointX, pointY);
  }

  private void checkPoints(P256Table table, BigInteger pointX, BigInteger pointY) {
    Comb comb = table.comb();
    P256Sum sum = new P256Sum();
    Limbs x = new Limbs();
    Limbs y = new Limbs();
    for (int i = 0; i < comb.points(); i++) {
      table.load(i, x, y);
      if (!isOnCurve(x, y)) {
        throw new ArithmeticException("table " + comb + ": point " + i + " is off the curve");
      }
      sum.add(x, y);
    }
    BigInteger scalar = BigInteger.ZERO;
    for (int block = 0; block < comb.blocks(); block++) {
      int position = comb.position(block, comb.teeth() - 1);
      scalar = scalar.add(BigInteger.ONE.shiftLeft(position + comb.teeth() - 1));
    }
    ECPoint expected =
        CURVE.createPoint(pointX, pointY).multiply(scalar.mod(P256Order.N)).normalize();
    if (sum.isExceptional()
        || !isEqual(sum.x, sum.zz, expected.getAffineXCoord().toBigInteger())
        || !isEqual(sum.y, sum.zzz, expected.getAffineYCoord().toBigInteger())) {
      throw new ArithmeticException("table " + comb + ": the points have a wrong sum");
    }
  }

  /** y^2 = x^3 - 3x + b. */
  private boolean isOnCurve(Limbs x, Limbs y) {
    P256Field.sqr(right, x);
    P256Field.mul(right, right, x);
    right.setDifference(right, x);
    right.setDifference(right, x);
    right.setDifference(right, x);
    right.setSum(right, B);
    P256Field.sqr(left, y);
    left.setDifference(left, right);
    Radix52.canonical(left, P256Field.MODULUS);
    return left.isZero();
  }

  /** Whether {@code numerator / denominator} is a coordinate. */
  private static boolean isEqual(Limbs numerator, Limbs denominator, BigInteger coordinate) {
    Limbs product = new Limbs();
    P256Field.mul(product, P256Field.montgomery(coordinate), denominator);
    product.setDifference(product, numerator);
    Radix52.canonical(product, P256Field.MODULUS);
    return product.isZero();
  }
}
