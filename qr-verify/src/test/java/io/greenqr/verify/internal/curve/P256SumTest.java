package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** Held against BouncyCastle, with coordinates at the bounds of what may be added. */
class P256SumTest {
  private static final BigInteger P = P256Field.P;
  private static final BigInteger FROM_MONTGOMERY = BigInteger.ONE.shiftLeft(260).modInverse(P);
  private static final BigInteger U = BigInteger.ONE.shiftLeft(256);

  private final Random random = new Random(10);
  private final P256Sum sum = new P256Sum();

  private ECPoint anyPoint() {
    return P256Cases.G.multiply(new BigInteger(256, random)).normalize();
  }

  private static BigInteger value(Limbs limbs) {
    return limbs.toBigInteger(Radix52.RADIX);
  }

  /** The same residue, as canonical, as that less p, or with limbs below and above their bits. */
  private Limbs spelled(BigInteger coordinate) {
    Limbs limbs = P256Field.montgomery(coordinate);
    switch (random.nextInt(4)) {
      case 0 -> limbs.setDifference(limbs, P256Field.MODULUS);
      case 1 -> {
        limbs.l0 -= 1L << 52;
        limbs.l1++;
      }
      case 2 -> {
        if (limbs.l2 != 0) {
          limbs.l2--;
          limbs.l1 += 1L << 52;
        }
      }
      default -> {}
    }
    return limbs;
  }

  private void add(ECPoint point) {
    sum.add(spelled(P256Cases.x(point)), spelled(P256Cases.y(point)));
  }

  private static void assertWithin(Limbs limbs, double times) {
    BigInteger bound =
        U.multiply(BigInteger.valueOf((long) (times * 1000))).divide(BigInteger.valueOf(1000));
    assertTrue(value(limbs).abs().compareTo(bound) <= 0, () -> value(limbs).toString(16));
  }

  private void assertIs(ECPoint expected) {
    assertFalse(sum.isExceptional());
    BigInteger zz = value(sum.zz).multiply(FROM_MONTGOMERY).mod(P);
    BigInteger zzz = value(sum.zzz).multiply(FROM_MONTGOMERY).mod(P);
    assertEquals(zz.pow(3).mod(P), zzz.pow(2).mod(P));
    BigInteger x = value(sum.x).multiply(FROM_MONTGOMERY).multiply(zz.modInverse(P)).mod(P);
    BigInteger y = value(sum.y).multiply(FROM_MONTGOMERY).multiply(zzz.modInverse(P)).mod(P);
    assertEquals(P256Cases.x(expected), x);
    assertEquals(P256Cases.y(expected), y);
    assertWithin(sum.x, 1.01);
    assertWithin(sum.y, 3.2);
    assertWithin(sum.zz, 1.3);
    assertWithin(sum.zzz, 1.3);
  }

  @Test
  void sumsAreThoseOfBouncyCastle() {
    int cases = CurveCases.of(200, 5_000);
    for (int i = 0; i < cases; i++) {
      sum.clear();
      ECPoint expected = anyPoint();
      add(expected);
      assertIs(expected);
      for (int step = 0; step < 12; step++) {
        if (random.nextBoolean()) {
          sum.twice();
          expected = expected.twice();
        } else {
          ECPoint other = anyPoint();
          add(other);
          expected = expected.add(other);
        }
        assertIs(expected.normalize());
      }
    }
  }

  /** Whatever follows a sum that is none, it stays none; a new sum knows nothing of it. */
  @Test
  void equalAndOppositePointsLeaveNoSum() {
    for (int i = 0; i < 200; i++) {
      sum.clear();
      ECPoint point = anyPoint();
      add(point);
      int doublings = i % 4;
      for (int d = 0; d < doublings; d++) {
        sum.twice();
        point = point.twice();
      }
      ECPoint other = i % 8 < 4 ? point : point.negate();
      assertFalse(sum.isExceptional());
      add(other.normalize());
      for (int step = 0; step < 20; step++) {
        assertTrue(sum.isExceptional());
        if (random.nextBoolean()) {
          sum.twice();
        } else {
          add(step % 5 == 0 ? point.normalize() : anyPoint());
        }
      }
      sum.clear();
      add(point.normalize());
      assertIs(point.normalize());
    }
  }

  @Test
  void aSumOfNothingIsExceptional() {
    assertTrue(sum.isExceptional());
    sum.twice();
    assertTrue(sum.isExceptional());
    ECPoint point = anyPoint();
    add(point);
    assertIs(point);
    sum.clear();
    sum.twice();
    assertTrue(sum.isExceptional());
  }

  /** x = 0, and the smallest and largest x there are. */
  @Test
  void pointsWithTheSmallestAndLargestXAreAdded() {
    List<ECPoint> points = new ArrayList<>();
    for (int i = 0; points.size() < 12; i++) {
      BigInteger x = BigInteger.valueOf(i % 2 == 0 ? i / 2 : -1 - i / 2).mod(P);
      ECPoint point = P256Cases.withX(x, i & 1);
      if (point != null) {
        points.add(point);
      }
    }
    for (ECPoint a : points) {
      for (ECPoint b : points) {
        if (!a.equals(b)) {
          sum.clear();
          add(a);
          add(b);
          assertIs(a.add(b).normalize());
          sum.twice();
          assertIs(a.add(b).twice().normalize());
        }
      }
    }
  }
}
