package io.greenqr.verify.internal.curve;

/**
 * Checks up to {@link #MAX} ECDSA signatures on P-256 side by side, each on its own: what they
 * share is inversions alone, one for the same step of all of them. No signature is multiplied or
 * added to another, so each verdict is the one that {@link P256Verification} gives. Scratch space;
 * one thread at a time.
 */
final class P256BatchVerification {
  /** Signatures that are checked at once; more would leave the nearest cache. */
  static final int MAX = 64;

  private final ModularInverse orderInverse = new ModularInverse(P256Order.N);
  private final ModularInverse fieldInverse = new ModularInverse(P256Field.P);
  private final P256Request[] requests = new P256Request[MAX];

  /** The sums so far. */
  private final Limbs[] x = Limbs.array(MAX);

  private final Limbs[] y = Limbs.array(MAX);

  /** What has to be inverted in a step, and the products of all before. */
  private final Limbs[] denominators = Limbs.array(MAX);

  private final Limbs[] prefixes = Limbs.array(MAX);
  private final Verdict[] verdicts = new Verdict[MAX];

  /** Numbers of the signatures whose sums are not complete. */
  private final int[] open = new int[MAX];

  private int openCount;
  private final Limbs running = new Limbs();
  private final Limbs lambda = new Limbs();
  private final Limbs t = new Limbs();
  private final Limbs x2 = new Limbs();
  private final Limbs y2 = new Limbs();

  P256BatchVerification(P256Table base) {
    for (int i = 0; i < MAX; i++) {
      requests[i] = new P256Request(base);
    }
  }

  /**
   * Checks {@code count} signatures.
   *
   * @param keys of which tables may differ in shape
   * @param digests SHA-256 of the messages
   * @param signatures r and s, 32 bytes each
   * @param count 1 to {@link #MAX}
   * @return the verdicts, the first {@code count} of an array that the next call overwrites
   */
  Verdict[] verify(
      P256Table base, P256Table[] keys, byte[][] digests, byte[][] signatures, int count) {
    openCount = 0;
    for (int i = 0; i < count; i++) {
      verdicts[i] = Verdict.INVALID;
      if (requests[i].read(signatures[i])) {
        open[openCount++] = i;
      }
    }
    plan(base, keys, digests);
    for (int step = 0; openCount > 0; step++) {
      removeComplete(step);
      invertDenominators(step);
      for (int k = openCount - 1; k >= 0; k--) {
        take(step, k);
      }
    }
    for (int i = 0; i < count; i++) {
      requests[i].forgetKey();
    }
    return verdicts;
  }

  private void plan(P256Table base, P256Table[] keys, byte[][] digests) {
    running.set(P256Order.ONE);
    for (int k = 0; k < openCount; k++) {
      Limbs s = requests[open[k]].s;
      P256Order.mul(s, s, P256Order.TO_MONTGOMERY);
      prefixes[k].set(running);
      P256Order.mul(running, running, s);
    }
    Radix52.canonical(running, P256Order.MODULUS);
    orderInverse.invert(running, running);
    P256Order.mul(running, running, P256Order.TO_INVERSE);
    for (int k = openCount - 1; k >= 0; k--) {
      int i = open[k];
      P256Order.mul(t, prefixes[k], running);
      P256Order.mul(running, running, requests[i].s);
      requests[i].plan(base, keys[i], digests[i], t);
      requests[i].prefetch();
    }
  }

  private void removeComplete(int step) {
    int left = 0;
    for (int k = 0; k < openCount; k++) {
      int i = open[k];
      if (step < requests[i].stepCount()) {
        open[left++] = i;
      } else {
        boolean valid = requests[i].hasX(x[i], P256Field.ONE);
        verdicts[i] = valid ? Verdict.VALID : Verdict.INVALID;
      }
    }
    openCount = left;
  }

  /** Leaves the inverse of the product of all denominators in {@link #running}. */
  private void invertDenominators(int step) {
    if (step == 0) {
      return;
    }
    multiplyDenominators(step);
    if (running.isZero()) {
      removeExceptional();
      multiplyDenominators(step);
    }
    fieldInverse.invert(running, running);
    P256Field.mul(running, running, P256Field.TO_INVERSE);
  }

  private void multiplyDenominators(int step) {
    running.set(P256Field.ONE);
    for (int k = 0; k < openCount; k++) {
      int i = open[k];
      int point = requests[i].step(step);
      if (point == P256Request.DOUBLE) {
        denominators[i].setSum(y[i], y[i]);
      } else {
        requests[i].loadX(point, x2);
        denominators[i].setDifference(x2, x[i]);
      }
      prefixes[i].set(running);
      P256Field.mul(running, running, denominators[i]);
    }
    Radix52.canonical(running, P256Field.MODULUS);
  }

  /** Whoever makes one of the points coincide must not make the others be checked anew. */
  private void removeExceptional() {
    int left = 0;
    for (int k = 0; k < openCount; k++) {
      int i = open[k];
      t.set(denominators[i]);
      Radix52.canonical(t, P256Field.MODULUS);
      if (t.isZero()) {
        verdicts[i] = Verdict.EXCEPTIONAL;
      } else {
        open[left++] = i;
      }
    }
    openCount = left;
  }

  /** The step of one signature; in the opposite order of the product. */
  private void take(int step, int k) {
    int i = open[k];
    P256Request request = requests[i];
    int point = request.step(step);
    if (step == 0) {
      request.load(point, x[i], y[i]);
      return;
    }
    P256Field.mul(lambda, prefixes[i], running);
    P256Field.mul(running, running, denominators[i]);
    if (point == P256Request.DOUBLE) {
      // The tangent: (3 x^2 + a) / 2 y for a = -3.
      x2.set(x[i]);
      P256Field.sqr(t, x2);
      t.setDifference(t, P256Field.ONE);
      y2.setSum(t, t);
      t.setSum(t, y2);
    } else {
      request.load(point, x2, y2);
      t.setDifference(y2, y[i]);
    }
    P256Field.mul(lambda, lambda, t);
    add(x[i], y[i], x2);
  }

  /** The third point on a line of slope lambda, mirrored. */
  private void add(Limbs x1, Limbs y1, Limbs secondX) {
    P256Field.sqr(t, lambda);
    t.setDifference(t, x1);
    t.setDifference(t, secondX);
    P256Field.reduce(t);
    x1.setDifference(x1, t);
    P256Field.mul(lambda, lambda, x1);
    x1.set(t);
    y1.setDifference(lambda, y1);
    P256Field.reduce(y1);
  }
}
