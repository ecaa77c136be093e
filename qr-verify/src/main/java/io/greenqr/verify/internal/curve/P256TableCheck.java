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
 *
 * <p>The first point of a block, and for each tooth what is added when it turns positive, are
 * BouncyCastle's. Every other point is held against one before it: both and the addend lie on one
 * line, with the later point mirrored. So each point is shown to be what its place wants, and two
 * that have changed places, which no sum of all would show, are found.
 */
final class P256TableCheck {
  private static final ECCurve CURVE = CustomNamedCurves.getByName("secp256r1").getCurve();
  private static final Limbs B = P256Field.montgomery(CURVE.getB().toBigInteger());

  private final P256Table table;
  private final Comb comb;
  private final Limbs x = new Limbs();
  private final Limbs y = new Limbs();
  private final Limbs fromX = new Limbs();
  private final Limbs fromY = new Limbs();
  private final Limbs left = new Limbs();
  private final Limbs right = new Limbs();
  private final Limbs t = new Limbs();

  private P256TableCheck(P256Table table) {
    this.table = table;
    this.comb = table.comb();
  }

  /**
   * Every point is the multiple of {@code (pointX, pointY)} that its place wants.
   *
   * @throws ArithmeticException if not, or if that is no point of the curve
   */
  static void check(P256Table table, BigInteger pointX, BigInteger pointY) {
    ECPoint point = CURVE.createPoint(pointX, pointY);
    if (!point.isValid()) {
      throw new ArithmeticException("table " + table.comb() + ": of a point off the curve");
    }
    new P256TableCheck(table).check(point);
  }

  private void check(ECPoint point) {
    int teeth = comb.teeth();
    ECPoint[] expected = expected(point);
    Limbs[] expectedX = Limbs.array(expected.length);
    Limbs[] expectedY = Limbs.array(expected.length);
    for (int i = 0; i < expected.length; i++) {
      expectedX[i].set(P256Field.montgomery(expected[i].getAffineXCoord().toBigInteger()));
      expectedY[i].set(P256Field.montgomery(expected[i].getAffineYCoord().toBigInteger()));
    }
    for (int i = 0; i < comb.points(); i++) {
      int block = i / comb.pointsPerBlock();
      int number = i % comb.pointsPerBlock();
      table.load(i, x, y);
      boolean sound;
      if (number == 0) {
        int first = block * teeth + teeth - 1;
        sound = x.hasSameLimbs(expectedX[first]) && y.hasSameLimbs(expectedY[first]);
      } else {
        int top = Integer.highestOneBit(number);
        int tooth = block * teeth + Integer.numberOfTrailingZeros(top);
        table.load(i - top, fromX, fromY);
        sound = isOnCurve() && isSumWith(expectedX[tooth], expectedY[tooth]);
      }
      if (!sound) {
        throw new ArithmeticException("table " + comb + ": point " + i + " is wrong");
      }
    }
  }

  /** For each block twice the multiples of all teeth but the last, and then the first point. */
  private ECPoint[] expected(ECPoint point) {
    int teeth = comb.teeth();
    ECPoint[] expected = new ECPoint[comb.blocks() * teeth];
    ECPoint power = point;
    int doublings = 0;
    for (int block = 0; block < comb.blocks(); block++) {
      ECPoint others = CURVE.getInfinity();
      for (int tooth = 0; tooth < teeth; tooth++) {
        for (; doublings < comb.position(block, tooth); doublings++) {
          power = power.twice();
        }
        boolean last = tooth == teeth - 1;
        expected[block * teeth + tooth] = last ? power.subtract(others) : power.twice();
        others = others.add(power);
      }
    }
    CURVE.normalizeAll(expected);
    return expected;
  }

  /** y^2 = x^3 - 3x + b, both canonical: a point has one spelling. */
  private boolean isOnCurve() {
    P256Field.sqr(right, x);
    P256Field.mul(right, right, x);
    right.setDifference(right, x);
    right.setDifference(right, x);
    right.setDifference(right, x);
    right.setSum(right, B);
    P256Field.sqr(left, y);
    return Radix52.isBelow(x, P256Field.MODULUS)
        && Radix52.isBelow(y, P256Field.MODULUS)
        && isSame();
  }

  /**
   * Whether the point is the sum of the earlier one and an addend. A line meets the curve in three
   * points: with three different x they are all of them, and the sum is the third one mirrored.
   */
  private boolean isSumWith(Limbs addX, Limbs addY) {
    if (x.hasSameLimbs(fromX) || x.hasSameLimbs(addX) || fromX.hasSameLimbs(addX)) {
      return false;
    }
    left.setDifference(addY, fromY);
    t.setDifference(x, fromX);
    P256Field.mul(left, left, t);
    right.setSum(y, fromY);
    t.setDifference(fromX, addX);
    P256Field.mul(right, right, t);
    return isSame();
  }

  private boolean isSame() {
    t.setDifference(left, right);
    Radix52.canonical(t, P256Field.MODULUS);
    return t.isZero();
  }
}
