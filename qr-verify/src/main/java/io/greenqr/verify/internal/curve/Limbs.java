package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * A number in five signed limbs, {@code l0 + l1 2^r + l2 2^2r + l3 2^3r + l4 2^4r}, where the radix
 * bits r are those of the field that works on it: 52 or 51. Limbs may be larger than r bits and
 * negative: additions leave carries where they are. Mutable; one thread at a time.
 */
final class Limbs {
  long l0;
  long l1;
  long l2;
  long l3;
  long l4;

  /** Zero. */
  Limbs() {}

  /** A number from 0 to 2^256 - 1 in limbs of {@code radix} bits, the uppermost with the rest. */
  static Limbs of(BigInteger number, int radix) {
    BigInteger mask = BigInteger.ONE.shiftLeft(radix).subtract(BigInteger.ONE);
    Limbs limbs = new Limbs();
    limbs.l0 = number.and(mask).longValue();
    limbs.l1 = number.shiftRight(radix).and(mask).longValue();
    limbs.l2 = number.shiftRight(2 * radix).and(mask).longValue();
    limbs.l3 = number.shiftRight(3 * radix).and(mask).longValue();
    limbs.l4 = number.shiftRight(4 * radix).longValue();
    return limbs;
  }

  /** {@code count} zeros. */
  static Limbs[] array(int count) {
    Limbs[] array = new Limbs[count];
    for (int i = 0; i < count; i++) {
      array[i] = new Limbs();
    }
    return array;
  }

  void set(Limbs other) {
    l0 = other.l0;
    l1 = other.l1;
    l2 = other.l2;
    l3 = other.l3;
    l4 = other.l4;
  }

  void setZero() {
    l0 = 0;
    l1 = 0;
    l2 = 0;
    l3 = 0;
    l4 = 0;
  }

  /** Whether all limbs are zero, which for a canonical number is whether it is zero. */
  boolean isZero() {
    return (l0 | l1 | l2 | l3 | l4) == 0;
  }

  /** Limb by limb: for canonical numbers, equality. */
  boolean hasSameLimbs(Limbs other) {
    return l0 == other.l0 && l1 == other.l1 && l2 == other.l2 && l3 == other.l3 && l4 == other.l4;
  }

  /** The sum, limb by limb. */
  void setSum(Limbs a, Limbs b) {
    l0 = a.l0 + b.l0;
    l1 = a.l1 + b.l1;
    l2 = a.l2 + b.l2;
    l3 = a.l3 + b.l3;
    l4 = a.l4 + b.l4;
  }

  /** The difference, limb by limb. */
  void setDifference(Limbs a, Limbs b) {
    l0 = a.l0 - b.l0;
    l1 = a.l1 - b.l1;
    l2 = a.l2 - b.l2;
    l3 = a.l3 - b.l3;
    l4 = a.l4 - b.l4;
  }

  /** {@code -this}, limb by limb. */
  void negate() {
    l0 = -l0;
    l1 = -l1;
    l2 = -l2;
    l3 = -l3;
    l4 = -l4;
  }

  /** The number that the limbs stand for; for tests and for constants. */
  BigInteger toBigInteger(int radix) {
    BigInteger number = BigInteger.valueOf(l4);
    number = number.shiftLeft(radix).add(BigInteger.valueOf(l3));
    number = number.shiftLeft(radix).add(BigInteger.valueOf(l2));
    number = number.shiftLeft(radix).add(BigInteger.valueOf(l1));
    return number.shiftLeft(radix).add(BigInteger.valueOf(l0));
  }
}
