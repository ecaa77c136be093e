package io.greenqr.verify.internal.curve;

/**
 * One signature that is to be checked: its numbers, and the points whose sum has to be found.
 * Scratch space; one thread at a time.
 *
 * <p>ECDSA (FIPS 186-5 section 6.4.2): with w = 1 / s, u1 = e w and u2 = r w, the x coordinate of
 * u1 G + u2 Q must be r modulo n.
 */
final class P256Request {
  /** In place of a point: the sum so far is to be doubled. */
  static final int DOUBLE = -1;

  /** From 1 to n - 1. */
  final Limbs s = new Limbs();

  private final Limbs r = new Limbs();
  private final Limbs u = new Limbs();
  private final Limbs t = new Limbs();
  private final long[] scalar = new long[4];
  private int[] digits = new int[0];
  private int[] steps = new int[0];
  private int stepCount;
  private P256Table base;
  private P256Table key;

  /** Of no meaning, but kept: the compiler must not find that the loads are of no use. */
  long prefetched;

  /** Scratch space, which holds some table until {@link #plan} names others. */
  P256Request(P256Table some) {
    base = some;
    key = some;
  }

  /**
   * Takes up r and s.
   *
   * @param signature r and s, 32 bytes each
   * @return whether both are from 1 to n - 1
   */
  boolean read(byte[] signature) {
    Radix52.read(r, signature, 0);
    Radix52.read(s, signature, 32);
    return isScalar(r) && isScalar(s);
  }

  private static boolean isScalar(Limbs x) {
    return !x.isZero() && Radix52.isBelow(x, P256Order.MODULUS);
  }

  /**
   * Says which points are to be added, in which order, and where the sum is doubled between.
   *
   * @param digest of the message, 32 bytes
   * @param inverse {@code 2^260 / s} mod n, carried
   */
  void plan(P256Table baseTable, P256Table keyTable, byte[] digest, Limbs inverse) {
    base = baseTable;
    key = keyTable;
    Comb ofBase = base.comb();
    Comb ofKey = key.comb();
    int rounds = Math.max(ofKey.rounds(), ofBase.rounds());
    if (digits.length < ofKey.digits() + ofBase.digits()) {
      digits = new int[ofKey.digits() + ofBase.digits()];
    }
    if (steps.length < ofKey.digits() + ofBase.digits() + rounds) {
      steps = new int[ofKey.digits() + ofBase.digits() + rounds];
    }
    P256Order.mul(u, r, inverse);
    cut(ofKey, 0);
    Radix52.read(u, digest, 0);
    P256Order.mul(u, u, inverse);
    cut(ofBase, ofKey.digits());
    stepCount = 0;
    for (int round = rounds - 1; round >= 0; round--) {
      addSteps(ofKey, round, 0, 0);
      addSteps(ofBase, round, ofKey.digits(), 1);
      if (round > 0) {
        steps[stepCount++] = DOUBLE;
      }
    }
  }

  private void cut(Comb comb, int from) {
    Radix52.canonical(u, P256Order.MODULUS);
    // Digits are of odd numbers. The order is odd: k and k - n are of different parity and mean the
    // same multiple. 0 becomes n, whose digits add up to infinity: the sum of all points is right
    // all the same, or exceptional.
    boolean even = (u.l0 & 1) == 0;
    if (even) {
      u.setDifference(P256Order.MODULUS, u);
      Radix52.carry(u);
    }
    Radix52.pack(u, scalar, 0);
    comb.cut(scalar, even, digits, from);
  }

  private void addSteps(Comb comb, int round, int from, int ofBase) {
    if (round < comb.rounds()) {
      for (int block = 0; block < comb.blocks(); block++) {
        steps[stepCount++] = digits[from + round * comb.blocks() + block] << 1 | ofBase;
      }
    }
  }

  /** Lets go of the key's table, which may be no longer in use and must not outlast its memory. */
  void forgetKey() {
    key = base;
  }

  /** How many steps there are; the first is a point. */
  int stepCount() {
    return stepCount;
  }

  /** A point or {@link #DOUBLE}. */
  int step(int index) {
    return steps[index];
  }

  /**
   * Asks the memory for all points at once: large tables lie outside the near caches, and loads
   * that wait for nothing run side by side.
   */
  void prefetch() {
    long touched = 0;
    for (int i = 0; i < stepCount; i++) {
      int step = steps[i];
      if (step != DOUBLE) {
        touched ^= table(step).touch(step >> 2);
      }
    }
    prefetched = touched;
  }

  private P256Table table(int step) {
    return (step & 1) == 0 ? key : base;
  }

  /** The point of a step. */
  void load(int step, Limbs x, Limbs y) {
    table(step).loadDigit(step >> 1, x, y);
  }

  /** The x coordinate of the point of a step. */
  void loadX(int step, Limbs x) {
    table(step).loadX(step >> 2, x);
  }

  /**
   * Whether {@code x / zz} is r modulo n, which is so for r and, below p, for r + n. The one place
   * where a verdict is found; both sides are compared in canonical form.
   */
  boolean hasX(Limbs x, Limbs zz) {
    if (isEqual(x, zz)) {
      return true;
    }
    r.setSum(r, P256Order.MODULUS);
    Radix52.carry(r);
    return Radix52.isBelow(r, P256Field.MODULUS) && isEqual(x, zz);
  }

  private boolean isEqual(Limbs x, Limbs zz) {
    P256Field.mul(t, r, P256Field.TO_MONTGOMERY);
    P256Field.mul(t, t, zz);
    t.setDifference(t, x);
    Radix52.canonical(t, P256Field.MODULUS);
    return t.isZero();
  }
}
