package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/**
 * Signatures with numbers that were chosen: at the edges of their ranges, with x of R beyond the
 * order, with keys that share points with the base point. An answer is right or EXCEPTIONAL.
 */
class P256EdgeTest {
  private static final BigInteger N = P256Cases.N;
  private static final BigInteger P = P256Cases.P;
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger GAP = P.subtract(N);

  private static final List<Comb> COMBS =
      List.of(new Comb(4, 1, 64), new Comb(8, 1, 32), new Comb(8, 4, 8), new Comb(8, 32, 1));

  private static final List<P256Table> BASES =
      List.of(
          P256Cases.table(new Comb(8, 4, 8), P256Cases.G),
          P256Cases.table(new Comb(8, 32, 1), P256Cases.G));

  private final P256Verification verification = new P256Verification(BASES.get(0));
  private final P256BatchVerification batch = new P256BatchVerification(BASES.get(0));
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Random random = new Random(11);

  private static List<P256Table> tables(ECPoint key) {
    List<P256Table> tables = new ArrayList<>();
    for (Comb comb : COMBS) {
      tables.add(P256Cases.table(comb, key));
    }
    return tables;
  }

  private void assertNeverWrong(boolean expected, P256Cases.Case one) {
    Verdict wrong = expected ? Verdict.INVALID : Verdict.VALID;
    for (P256Table base : BASES) {
      Verdict alone = verification.verify(base, one.table, one.digest, one.signature);
      assertNotEquals(wrong, alone, () -> one.table.comb() + " alone " + one);
      Verdict inBatch =
          batch
              .verify(
                  base,
                  new P256Table[] {one.table},
                  new byte[][] {one.digest},
                  new byte[][] {one.signature},
                  1)[0];
      assertNotEquals(wrong, inBatch, () -> one.table.comb() + " in a batch " + one);
      verdicts.merge(alone, 1, Integer::sum);
      verdicts.merge(inBatch, 1, Integer::sum);
    }
  }

  private int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  @Test
  void rAndSAtTheEdgesOfTheirRanges() {
    List<BigInteger> edges = new ArrayList<>();
    for (int offset = -2; offset <= 2; offset++) {
      BigInteger small = BigInteger.valueOf(offset);
      for (BigInteger at :
          List.of(BigInteger.ZERO, N, GAP, P, ONE.shiftLeft(256), N.shiftRight(1))) {
        BigInteger edge = at.add(small);
        if (edge.signum() >= 0 && edge.bitLength() <= 256) {
          edges.add(edge);
        }
      }
    }
    ECPoint key = P256Cases.G.multiply(new BigInteger(255, random)).normalize();
    P256Table table = P256Cases.table(COMBS.get(1), key);
    BigInteger[] digests = {BigInteger.ZERO, ONE, N.subtract(ONE), N, N.add(ONE), P, edges.get(3)};
    for (BigInteger e : digests) {
      for (BigInteger r : edges) {
        for (BigInteger s : edges) {
          P256Cases.Case one = new P256Cases.Case(key, table, e, r, s);
          assertNeverWrong(false, one);
        }
      }
    }
    P256Cases.Case one = new P256Cases.Case(key, table, ONE, ONE, ONE);
    assertEquals(false, one.isValid());
    assertEquals(0, count(Verdict.VALID) + count(Verdict.EXCEPTIONAL));
  }

  /** A multiple of n more is another number, and refused, where it fits the bytes. */
  @Test
  void numbersBeyondTheOrderAreRefusedThoughTheEquationHolds() {
    int tried = 0;
    for (int i = 1; i < 400; i++) {
      // s, or r, so small that n can be added.
      BigInteger small = BigInteger.valueOf(i);
      ECPoint point = P256Cases.withX(small, i & 1);
      if (point == null) {
        continue;
      }
      BigInteger e = new BigInteger(255, random);
      ECPoint key = recovered(point, small, small, e);
      P256Table table = P256Cases.table(COMBS.get(1), key);
      assertNeverWrong(true, new P256Cases.Case(key, table, e, small, small));
      assertNeverWrong(false, new P256Cases.Case(key, table, e, small.add(N), small));
      assertNeverWrong(false, new P256Cases.Case(key, table, e, small, small.add(N)));
      tried++;
    }
    assertTrue(tried > 100);
    assertEquals(4 * tried, count(Verdict.VALID));
  }

  /** The key for which (r, s) signs e with the point R. */
  private static ECPoint recovered(ECPoint point, BigInteger r, BigInteger s, BigInteger e) {
    BigInteger inverse = r.modInverse(N);
    return point
        .multiply(s.multiply(inverse).mod(N))
        .subtract(P256Cases.G.multiply(e.multiply(inverse).mod(N)))
        .normalize();
  }

  /** x of R from n to p - 1: r is x - n, and both r and r + n have to be looked at. */
  @Test
  void xOfRAtAndBeyondTheOrder() {
    int beyond = 0;
    for (BigInteger from : List.of(N, P.subtract(BigInteger.valueOf(60)))) {
      for (int i = 0; i < 60; i++) {
        BigInteger x = from.add(BigInteger.valueOf(i));
        ECPoint point = P256Cases.withX(x, i & 1);
        BigInteger r = x.subtract(N);
        if (point == null || r.signum() == 0) {
          continue;
        }
        BigInteger e = new BigInteger(256, random);
        BigInteger s = new BigInteger(255, random).add(ONE);
        ECPoint key = recovered(point, r, s, e);
        for (P256Table table : tables(key)) {
          P256Cases.Case one = new P256Cases.Case(key, table, e, r, s);
          assertTrue(one.isValid());
          assertNeverWrong(true, one);
          assertNeverWrong(false, one.flipped(255));
        }
        beyond++;
      }
    }
    assertTrue(beyond > 30, "some " + beyond);
    assertEquals(0, count(Verdict.EXCEPTIONAL));
  }

  /** Where r + n is p or more it is no x: r + n - p must not be taken for one. */
  @Test
  void rPlusTheOrderBeyondTheModulusIsNoX() {
    int tried = 0;
    for (int i = 0; i < 60; i++) {
      BigInteger x = BigInteger.valueOf(i);
      ECPoint point = P256Cases.withX(x, i & 1);
      if (point == null) {
        continue;
      }
      // r + n = p + x.
      BigInteger r = GAP.add(x);
      BigInteger e = new BigInteger(256, random);
      BigInteger s = new BigInteger(255, random).add(ONE);
      ECPoint key = recovered(point, r, s, e);
      for (P256Table table : tables(key)) {
        P256Cases.Case one = new P256Cases.Case(key, table, e, r, s);
        assertEquals(false, one.isValid());
        assertNeverWrong(false, one);
      }
      tried++;
    }
    assertTrue(tried > 20);
    assertTrue(P256Cases.withX(BigInteger.ZERO, 0) != null, "x = 0 is one of them");
    assertEquals(0, count(Verdict.EXCEPTIONAL));
  }

  private static List<BigInteger> scalars(Random random) {
    List<BigInteger> scalars = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      scalars.add(BigInteger.valueOf(i));
      scalars.add(N.subtract(BigInteger.valueOf(i)));
    }
    scalars.add(N.shiftRight(1));
    scalars.add(N.shiftRight(1).add(ONE));
    scalars.add(ONE.shiftLeft(32));
    scalars.add(ONE.shiftLeft(255).mod(N));
    scalars.add(ONE.shiftLeft(256).subtract(ONE).mod(N));
    scalars.add(new BigInteger(255, random));
    scalars.add(scalars.get(scalars.size() - 1).negate().mod(N));
    return scalars;
  }

  /** Keys whose tables hold points of the base point's table, with scalars that choose them. */
  @Test
  void keysThatAreSpecialMultiplesOfTheBasePoint() {
    List<BigInteger> keys = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      keys.add(BigInteger.valueOf(i));
      keys.add(BigInteger.valueOf(-i));
      keys.add(BigInteger.valueOf(i + 1).modInverse(N));
    }
    for (int shift : new int[] {4, 8, 32, 64, 128, 248, 255}) {
      keys.add(ONE.shiftLeft(shift));
      keys.add(ONE.shiftLeft(shift).modInverse(N));
    }
    List<BigInteger> scalars = scalars(random);
    int shapes = CurveCases.of(2, COMBS.size());
    for (BigInteger k : keys) {
      ECPoint key = P256Cases.G.multiply(k.mod(N)).normalize();
      // Each key with some shapes, and each shape with some keys.
      int first = keys.indexOf(k);
      for (int shape = first; shape < first + shapes; shape++) {
        P256Table table = P256Cases.table(COMBS.get(shape % COMBS.size()), key);
        for (BigInteger u1 : scalars) {
          BigInteger u2 = scalars.get(random.nextInt(scalars.size()));
          for (BigInteger other : List.of(u1, N.subtract(u1), u2)) {
            P256Cases.Case one = P256Cases.Case.of(key, table, u1, other);
            boolean infinite = u1.add(other.multiply(k)).mod(N).signum() == 0;
            assertNeverWrong(!infinite, one);
          }
          // The sum is infinity.
          P256Cases.Case none =
              P256Cases.Case.of(key, table, u1, u1.negate().multiply(k.modInverse(N)).mod(N));
          assertNeverWrong(false, none);
        }
      }
    }
    System.out.println("P256EdgeTest: special keys " + verdicts);
    assertTrue(count(Verdict.VALID) > 1_000);
    assertTrue(count(Verdict.EXCEPTIONAL) > 1_000);
  }

  /** u1 = 0, for a digest of 0 and of n. */
  @Test
  void digestsThatAreZeroModuloTheOrder() {
    for (int i = 0; i < CurveCases.of(8, 100); i++) {
      BigInteger k = i < 4 ? BigInteger.valueOf(i + 1) : new BigInteger(255, random);
      ECPoint key = P256Cases.G.multiply(k).normalize();
      for (P256Table table : tables(key)) {
        for (BigInteger u2 : scalars(random)) {
          P256Cases.Case one = P256Cases.Case.of(key, table, BigInteger.ZERO, u2);
          assertNeverWrong(true, one);
          P256Cases.Case same =
              new P256Cases.Case(key, table, P256Cases.bytes(N), one.signature.clone());
          assertNeverWrong(true, same);
          assertNeverWrong(false, one.flipped(random.nextInt(256)));
        }
      }
    }
    System.out.println("P256EdgeTest: digests that are zero " + verdicts);
  }
}
