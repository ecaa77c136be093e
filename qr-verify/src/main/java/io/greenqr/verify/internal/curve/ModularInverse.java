package io.greenqr.verify.internal.curve;

import java.math.BigInteger;

/**
 * The inverse modulo an odd prime by division steps (Bernstein and Yang, "Fast constant-time gcd
 * computation and modular inversion", 2019), here in variable time: zeros of g are taken at once,
 * and up to six bits of it are cleared in one step.
 *
 * <p>52 steps work on the lowest words of f and g alone and give a matrix; then the matrix is
 * applied to all limbs. Scratch space belongs to the instance: one thread at a time.
 */
final class ModularInverse {
  private static final int RADIX = 52;
  private static final long MASK = (1L << RADIX) - 1;

  /** A power of two: the product with it is exact. */
  private static final double TO_HIGH = 1.0 / (1L << RADIX);

  private final Limbs modulus;

  /** {@code modulus^-1 mod 2^52}. */
  private final long inverseOfLowLimb;

  private Limbs f = new Limbs();
  private Limbs g = new Limbs();
  private Limbs d = new Limbs();
  private Limbs e = new Limbs();
  private Limbs nextF = new Limbs();
  private Limbs nextG = new Limbs();
  private Limbs nextD = new Limbs();
  private Limbs nextE = new Limbs();

  /** The matrix of the last steps: f becomes (u f + v g) / 2^52, and g (q f + r g) / 2^52. */
  private long u;

  private long v;
  private long q;
  private long r;

  /**
   * For one modulus.
   *
   * @param modulus an odd prime below 2^256
   */
  ModularInverse(BigInteger modulus) {
    this.modulus = Limbs.of(modulus, RADIX);
    this.inverseOfLowLimb = modulus.modInverse(BigInteger.ONE.shiftLeft(RADIX)).longValue();
  }

  /**
   * {@code result = x^-1}; 0 for 0.
   *
   * @param x canonical, in limbs of 52 bits; may be {@code result}
   * @param result from 0 to the modulus - 1, canonical
   */
  void invert(Limbs result, Limbs x) {
    // Invariants: d x = f and e x = g modulo the modulus; f is odd.
    f.set(modulus);
    g.set(x);
    d.setZero();
    e.setZero();
    e.l0 = 1;
    long eta = -1;
    while (!g.isZero()) {
      eta = divisionSteps(eta, f.l0, g.l0);
      apply(nextF, u, f, v, g);
      apply(nextG, q, f, r, g);
      applyModulo(nextD, u, d, v, e);
      applyModulo(nextE, q, d, r, e);
      swap();
    }
    // f is now 1 or -1 (or the modulus, if x was 0: then d is still 0), and d within (-2m, m).
    if (d.l4 < 0) {
      d.setSum(d, modulus);
      Radix52.carry(d);
    }
    if (f.l4 < 0) {
      d.negate();
      Radix52.carry(d);
    }
    while (d.l4 < 0) {
      d.setSum(d, modulus);
      Radix52.carry(d);
    }
    result.set(d);
  }

  private void swap() {
    Limbs spare = f;
    f = nextF;
    nextF = spare;
    spare = g;
    g = nextG;
    nextG = spare;
    spare = d;
    d = nextD;
    nextD = spare;
    spare = e;
    e = nextE;
    nextE = spare;
  }

  /** 52 steps on the lowest bits; all that is lost above bit 52 of f and g does not matter. */
  private long divisionSteps(long etaBefore, long lowF, long lowG) {
    long eta = etaBefore;
    long stepF = lowF;
    long stepG = lowG;
    long a = 1;
    long b = 0;
    long c = 0;
    long s = 1;
    int left = RADIX;
    while (true) {
      int zeros = Long.numberOfTrailingZeros(stepG | -1L << left);
      stepG >>>= zeros;
      a <<= zeros;
      b <<= zeros;
      eta -= zeros;
      left -= zeros;
      if (left == 0) {
        break;
      }
      long w;
      if (eta < 0) {
        eta = -eta;
        long spare = stepF;
        stepF = stepG;
        stepG = -spare;
        spare = a;
        a = c;
        c = -spare;
        spare = b;
        b = s;
        s = -spare;
        // -1 / f is f (f^2 - 2) modulo 64; as many bits are cleared as eta and the rest allow.
        w = stepF * stepG * (stepF * stepF - 2) & mask(eta, left) & 63;
      } else {
        // 1 / f is f or f + 8 modulo 16.
        w = -stepG * (stepF + ((stepF + 1 & 4) << 1)) & mask(eta, left) & 15;
      }
      stepG += stepF * w;
      c += a * w;
      s += b * w;
    }
    u = a;
    v = b;
    q = c;
    r = s;
    return eta;
  }

  /** As many ones as there are steps before f and g change places, or before the end. */
  private static long mask(long eta, int left) {
    return -1L >>> (64 - (int) Math.min(eta + 1, left));
  }

  /** {@code out = (m a + n b) / 2^52}, which leaves no remainder; limbs 0 to 3 in 52 bits. */
  private static void apply(Limbs out, long m, Limbs a, long n, Limbs b) {
    double realM = m;
    double realN = n;
    long high = (long) ((realM * a.l0 + realN * b.l0) * TO_HIGH);
    long low = m * a.l0 + n * b.l0 - (high << RADIX);
    long carry = high + (low >> RADIX);
    high = (long) ((realM * a.l1 + realN * b.l1) * TO_HIGH);
    low = m * a.l1 + n * b.l1 - (high << RADIX) + carry;
    out.l0 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l2 + realN * b.l2) * TO_HIGH);
    low = m * a.l2 + n * b.l2 - (high << RADIX) + carry;
    out.l1 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l3 + realN * b.l3) * TO_HIGH);
    low = m * a.l3 + n * b.l3 - (high << RADIX) + carry;
    out.l2 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l4 + realN * b.l4) * TO_HIGH);
    low = m * a.l4 + n * b.l4 - (high << RADIX) + carry;
    out.l3 = low & MASK;
    out.l4 = high + (low >> RADIX);
  }

  /**
   * {@code out = (m a + n b + k modulus) / 2^52}, with the k that leaves no remainder and keeps the
   * result, like a and b, between -2 moduli and 1 modulus.
   */
  private void applyModulo(Limbs out, long m, Limbs a, long n, Limbs b) {
    // A negative factor is taken as that factor plus the modulus, which keeps the range.
    long k = (m & a.l4 >> 63) + (n & b.l4 >> 63);
    long sum = m * a.l0 + n * b.l0;
    k -= inverseOfLowLimb * sum + k & MASK;
    Limbs p = modulus;
    double realM = m;
    double realN = n;
    double realK = k;
    long high = (long) ((realM * a.l0 + realN * b.l0 + realK * p.l0) * TO_HIGH);
    long low = sum + k * p.l0 - (high << RADIX);
    long carry = high + (low >> RADIX);
    high = (long) ((realM * a.l1 + realN * b.l1 + realK * p.l1) * TO_HIGH);
    low = m * a.l1 + n * b.l1 + k * p.l1 - (high << RADIX) + carry;
    out.l0 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l2 + realN * b.l2 + realK * p.l2) * TO_HIGH);
    low = m * a.l2 + n * b.l2 + k * p.l2 - (high << RADIX) + carry;
    out.l1 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l3 + realN * b.l3 + realK * p.l3) * TO_HIGH);
    low = m * a.l3 + n * b.l3 + k * p.l3 - (high << RADIX) + carry;
    out.l2 = low & MASK;
    carry = high + (low >> RADIX);
    high = (long) ((realM * a.l4 + realN * b.l4 + realK * p.l4) * TO_HIGH);
    low = m * a.l4 + n * b.l4 + k * p.l4 - (high << RADIX) + carry;
    out.l3 = low & MASK;
    out.l4 = high + (low >> RADIX);
  }
}
