package io.greenqr.verify.internal.curve;

/**
 * Checks one ECDSA signature on P-256 at a time, with tables of the base point and of the key.
 * Scratch space; one thread at a time; allocates nothing once it has seen its tables.
 *
 * <p>Half the points, and then half of those sums, are added as affine points: five multiplications
 * and a squaring each, and one inversion for all of them. The few that are left, where an inversion
 * would cost more than it saves, go into a {@link P256Sum}.
 */
final class P256Verification {
  /** Fewer additions than these do not pay for an inversion. */
  private static final int MIN_PAIRS = 9;

  private final P256Request request;
  private final P256Sum sum = new P256Sum();
  private final ModularInverse orderInverse = new ModularInverse(P256Order.N);
  private final ModularInverse fieldInverse = new ModularInverse(P256Field.P);
  private final Limbs lambda = new Limbs();
  private final Limbs t = new Limbs();
  private final Limbs running = new Limbs();

  /** Points that are to be added, and {@link P256Request#DOUBLE} between rounds. */
  private int[] order = new int[0];

  private int count;
  private int[] firsts = new int[0];
  private int[] seconds = new int[0];
  private Limbs[] x = new Limbs[0];
  private Limbs[] y = new Limbs[0];
  private Limbs[] differences = new Limbs[0];
  private Limbs[] prefixes = new Limbs[0];

  P256Verification(P256Table base) {
    request = new P256Request(base);
  }

  /**
   * Whether {@code signature} is one of {@code digest}.
   *
   * @param digest SHA-256 of the message
   * @param signature r and s, 32 bytes each
   */
  Verdict verify(P256Table base, P256Table key, byte[] digest, byte[] signature) {
    Verdict verdict = decide(base, key, digest, signature);
    request.forgetKey();
    return verdict;
  }

  private Verdict decide(P256Table base, P256Table key, byte[] digest, byte[] signature) {
    if (!request.read(signature)) {
      return Verdict.INVALID;
    }
    orderInverse.invert(t, request.s);
    P256Order.mul(t, t, P256Order.TO_MONTGOMERY);
    request.plan(base, key, digest, t);
    loadPoints();
    while (countPairs() >= MIN_PAIRS) {
      if (!addPairs()) {
        return Verdict.EXCEPTIONAL;
      }
    }
    addAll();
    if (sum.isExceptional()) {
      return Verdict.EXCEPTIONAL;
    }
    return request.hasX(sum.x, sum.zz) ? Verdict.VALID : Verdict.INVALID;
  }

  private void loadPoints() {
    count = request.stepCount();
    if (order.length < count) {
      order = new int[count];
      firsts = new int[count];
      seconds = new int[count];
      x = Limbs.array(count);
      y = Limbs.array(count);
      differences = Limbs.array(count);
      prefixes = Limbs.array(count);
    }
    request.prefetch();
    for (int i = 0; i < count; i++) {
      int step = request.step(i);
      order[i] = step == P256Request.DOUBLE ? step : i;
      if (step != P256Request.DOUBLE) {
        request.load(step, x[i], y[i]);
      }
    }
  }

  private boolean isPair(int index) {
    return index + 1 < count
        && order[index] != P256Request.DOUBLE
        && order[index + 1] != P256Request.DOUBLE;
  }

  private int countPairs() {
    int pairs = 0;
    for (int i = 0; i < count; i++) {
      if (isPair(i)) {
        pairs++;
        i++;
      }
    }
    return pairs;
  }

  /**
   * Adds neighbours of the same round; sums take the place of their first points.
   *
   * @return whether all of them could be added: no two had the same x
   */
  private boolean addPairs() {
    int pairs = 0;
    int left = 0;
    for (int i = 0; i < count; i++) {
      int first = order[i];
      if (isPair(i)) {
        i++;
        firsts[pairs] = first;
        seconds[pairs] = order[i];
        pairs++;
      }
      order[left++] = first;
    }
    count = left;
    running.set(P256Field.ONE);
    for (int i = 0; i < pairs; i++) {
      Limbs difference = differences[i];
      difference.setDifference(x[seconds[i]], x[firsts[i]]);
      prefixes[i].set(running);
      P256Field.mul(running, running, difference);
    }
    Radix52.canonical(running, P256Field.MODULUS);
    if (running.isZero()) {
      return false;
    }
    fieldInverse.invert(running, running);
    P256Field.mul(running, running, P256Field.TO_INVERSE);
    for (int i = pairs - 1; i >= 0; i--) {
      P256Field.mul(lambda, prefixes[i], running);
      P256Field.mul(running, running, differences[i]);
      addPair(firsts[i], seconds[i]);
    }
    return true;
  }

  /** By the chord; {@link #lambda} is the inverse of the difference of both x. */
  private void addPair(int first, int second) {
    Limbs x1 = x[first];
    Limbs y1 = y[first];
    t.setDifference(y[second], y1);
    P256Field.mul(lambda, lambda, t);
    P256Field.sqr(t, lambda);
    t.setDifference(t, x1);
    t.setDifference(t, x[second]);
    P256Field.reduce(t);
    x1.setDifference(x1, t);
    P256Field.mul(lambda, lambda, x1);
    x1.set(t);
    y1.setDifference(lambda, y1);
    P256Field.reduce(y1);
  }

  private void addAll() {
    sum.clear();
    for (int i = 0; i < count; i++) {
      int point = order[i];
      if (point == P256Request.DOUBLE) {
        sum.twice();
      } else {
        sum.add(x[point], y[point]);
      }
    }
  }
}
