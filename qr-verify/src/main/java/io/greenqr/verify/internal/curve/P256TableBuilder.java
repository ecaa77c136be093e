package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * Computes and checks a {@link P256Table}.
 *
 * <p>Point 0 of a block is the multiple of the last tooth less those of all others; with tooth t
 * turned positive, twice its multiple comes on top. So each tooth doubles what is there, by affine
 * additions that share one inversion.
 */
final class P256TableBuilder {
  private final Comb comb;
  private final ModularInverse inverse = new ModularInverse(P256Field.P);

  /** {@code 2^i} times the point: for each block and tooth, the tooth's position and the next. */
  private final Limbs[] powersX;

  private final Limbs[] powersY;
  private final Limbs[] x;
  private final Limbs[] y;
  private final Limbs[] prefix;
  private final Limbs lambda = new Limbs();
  private final Limbs t = new Limbs();
  private final Limbs running = new Limbs();

  private P256TableBuilder(Comb comb) {
    this.comb = comb;
    powersX = Limbs.array(2 * comb.blocks() * comb.teeth());
    powersY = Limbs.array(powersX.length);
    x = Limbs.array(comb.points());
    y = Limbs.array(comb.points());
    prefix = Limbs.array(Math.max(comb.points(), powersX.length));
  }

  /**
   * The table of a point.
   *
   * @param pointX of a point of the curve
   * @param pointY likewise
   * @throws ArithmeticException if the table fails its own check, which only a machine that
   *     computes wrongly can bring about
   */
  static P256Table build(Comb comb, BigInteger pointX, BigInteger pointY) {
    return new P256TableBuilder(comb).table(pointX, pointY);
  }

  private P256Table table(BigInteger pointX, BigInteger pointY) {
    computePowers(P256Field.montgomery(pointX), P256Field.montgomery(pointY));
    computeFirstPoints();
    for (int tooth = 0; tooth < comb.teeth() - 1; tooth++) {
      turnPositive(tooth);
    }
    long[] words = P256Table.words(comb);
    for (int i = 0; i < x.length; i++) {
      Radix52.canonical(x[i], P256Field.MODULUS);
      Radix52.canonical(y[i], P256Field.MODULUS);
      P256Table.store(words, i, x[i], y[i]);
    }
    P256Table table = new P256Table(comb, words);
    P256TableCheck.check(table, pointX, pointY);
    return table;
  }

  /** Where the multiple for a tooth stands; that of twice as much follows. */
  private int power(int block, int tooth) {
    return 2 * (block * comb.teeth() + tooth);
  }

  private void computePowers(Limbs pointX, Limbs pointY) {
    P256Sum sum = new P256Sum();
    sum.add(pointX, pointY);
    Limbs[] zz = Limbs.array(powersX.length);
    Limbs[] zzz = Limbs.array(powersX.length);
    int doublings = 0;
    for (int block = 0; block < comb.blocks(); block++) {
      for (int tooth = 0; tooth < comb.teeth(); tooth++) {
        for (; doublings < comb.position(block, tooth); doublings++) {
          sum.twice();
        }
        keep(sum, power(block, tooth), powersX, powersY, zz, zzz);
        sum.twice();
        doublings++;
        keep(sum, power(block, tooth) + 1, powersX, powersY, zz, zzz);
      }
    }
    makeAffine(powersX, powersY, zz, zzz);
  }

  private static void keep(
      P256Sum sum, int at, Limbs[] keptX, Limbs[] keptY, Limbs[] keptZz, Limbs[] keptZzz) {
    keptX[at].set(sum.x);
    keptY[at].set(sum.y);
    keptZz[at].set(sum.zz);
    keptZzz[at].set(sum.zzz);
  }

  /** 1 / ZZ is (ZZ / ZZZ)^2. */
  private void makeAffine(Limbs[] pointsX, Limbs[] pointsY, Limbs[] zz, Limbs[] zzz) {
    int count = pointsX.length;
    startProduct();
    for (int i = 0; i < count; i++) {
      multiplyOn(i, zzz[i]);
    }
    invertProduct();
    for (int i = count - 1; i >= 0; i--) {
      takeInverse(lambda, i, zzz[i]);
      P256Field.mul(t, zz[i], lambda);
      P256Field.sqr(t, t);
      P256Field.mul(pointsX[i], pointsX[i], t);
      P256Field.mul(pointsY[i], pointsY[i], lambda);
      P256Field.reduce(pointsX[i]);
      P256Field.reduce(pointsY[i]);
    }
  }

  private void computeFirstPoints() {
    int blocks = comb.blocks();
    Limbs[] firstX = Limbs.array(blocks);
    Limbs[] firstY = Limbs.array(blocks);
    Limbs[] zz = Limbs.array(blocks);
    Limbs[] zzz = Limbs.array(blocks);
    P256Sum sum = new P256Sum();
    for (int block = 0; block < blocks; block++) {
      sum.clear();
      for (int tooth = comb.teeth() - 1; tooth >= 0; tooth--) {
        int power = power(block, tooth);
        t.set(powersY[power]);
        if (tooth < comb.teeth() - 1) {
          t.negate();
        }
        sum.add(powersX[power], t);
      }
      keep(sum, block, firstX, firstY, zz, zzz);
    }
    makeAffine(firstX, firstY, zz, zzz);
    for (int block = 0; block < blocks; block++) {
      x[block * comb.pointsPerBlock()].set(firstX[block]);
      y[block * comb.pointsPerBlock()].set(firstY[block]);
    }
  }

  /** From points 0 to 2^tooth - 1 of each block to twice as many. */
  private void turnPositive(int tooth) {
    int have = 1 << tooth;
    startProduct();
    for (int block = 0; block < comb.blocks(); block++) {
      Limbs addX = powersX[power(block, tooth) + 1];
      for (int i = 0; i < have; i++) {
        int from = block * comb.pointsPerBlock() + i;
        t.setDifference(addX, x[from]);
        multiplyOn(from + have, t);
      }
    }
    invertProduct();
    for (int block = comb.blocks() - 1; block >= 0; block--) {
      Limbs addX = powersX[power(block, tooth) + 1];
      Limbs addY = powersY[power(block, tooth) + 1];
      for (int i = have - 1; i >= 0; i--) {
        int from = block * comb.pointsPerBlock() + i;
        int to = from + have;
        t.setDifference(addX, x[from]);
        takeInverse(lambda, to, t);
        t.setDifference(addY, y[from]);
        P256Field.mul(lambda, lambda, t);
        P256Field.sqr(x[to], lambda);
        x[to].setDifference(x[to], addX);
        x[to].setDifference(x[to], x[from]);
        P256Field.reduce(x[to]);
        t.setDifference(x[from], x[to]);
        P256Field.mul(y[to], t, lambda);
        y[to].setDifference(y[to], y[from]);
        P256Field.reduce(y[to]);
      }
    }
  }

  private void startProduct() {
    running.set(P256Field.ONE);
  }

  private void multiplyOn(int index, Limbs factor) {
    prefix[index].set(running);
    P256Field.mul(running, running, factor);
  }

  private void invertProduct() {
    Radix52.canonical(running, P256Field.MODULUS);
    inverse.invert(running, running);
    P256Field.mul(running, running, P256Field.TO_INVERSE);
  }

  /** Factors are taken back in the opposite order. */
  private void takeInverse(Limbs result, int index, Limbs factor) {
    P256Field.mul(result, prefix[index], running);
    P256Field.mul(running, running, factor);
  }
}
