package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever else is in a batch, each signature has the verdict that it has alone. */
class P256BatchTest {
  private static final BigInteger N = P256Cases.N;
  private static final int MAX = P256BatchVerification.MAX;

  private static final List<Comb> COMBS =
      List.of(
          new Comb(8, 1, 32),
          new Comb(8, 4, 8),
          new Comb(8, 8, 4),
          new Comb(8, 32, 1),
          new Comb(4, 1, 64));

  private static final List<P256Table> BASES =
      List.of(
          P256Cases.table(new Comb(8, 4, 8), P256Cases.G),
          P256Cases.table(new Comb(8, 32, 1), P256Cases.G));

  private final Random random = new Random(64);

  private BigInteger scalar() {
    return new BigInteger(256, random).mod(N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  private P256Cases.Case valid(int number) {
    ECPoint key = P256Cases.G.multiply(scalar()).normalize();
    P256Table table = P256Cases.table(COMBS.get(number % COMBS.size()), key);
    return P256Cases.Case.of(key, table, scalar(), scalar());
  }

  /** Key G, with u1 and u2 that make points meet or the sum infinity. */
  private P256Cases.Case meeting(int number) {
    boolean opposite = number % 2 == 0;
    ECPoint key = opposite ? P256Cases.G.negate().normalize() : P256Cases.G;
    P256Table table = P256Cases.table(COMBS.get(number % COMBS.size()), key);
    BigInteger u = scalar();
    return P256Cases.Case.of(key, table, u, number % 3 == 0 ? N.subtract(u) : u);
  }

  private static P256Cases.Case malformed(P256Cases.Case one, int number) {
    byte[] signature = one.signature.clone();
    BigInteger[] bad = {BigInteger.ZERO, N, N.add(BigInteger.ONE), P256Cases.P};
    System.arraycopy(P256Cases.bytes(bad[number % 4]), 0, signature, number % 8 < 4 ? 0 : 32, 32);
    return new P256Cases.Case(one.key, one.table, one.digest, signature);
  }

  private static Verdict[] verify(
      P256BatchVerification batch, P256Table base, List<P256Cases.Case> cases) {
    int count = cases.size();
    P256Table[] tables = new P256Table[count];
    byte[][] digests = new byte[count][];
    byte[][] signatures = new byte[count][];
    for (int i = 0; i < count; i++) {
      tables[i] = cases.get(i).table;
      digests[i] = cases.get(i).digest;
      signatures[i] = cases.get(i).signature;
    }
    Verdict[] verdicts = batch.verify(base, tables, digests, signatures, count);
    return Arrays.copyOf(verdicts, count);
  }

  private static Verdict alone(P256BatchVerification batch, P256Table base, P256Cases.Case one) {
    return verify(batch, base, List.of(one))[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64})
  void anyMixHasTheVerdictsOfEachAlone(int count) {
    List<P256Cases.Case> pool = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      P256Cases.Case valid = valid(i);
      pool.add(valid);
      pool.add(valid.flipped(random.nextInt(768)));
      pool.add(malformed(valid, i));
      pool.add(meeting(i));
    }
    for (P256Table base : BASES) {
      P256Verification verification = new P256Verification(base);
      P256BatchVerification fresh = new P256BatchVerification(base);
      P256BatchVerification reused = new P256BatchVerification(base);
      Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
      Verdict[] expected = new Verdict[pool.size()];
      for (int i = 0; i < pool.size(); i++) {
        P256Cases.Case one = pool.get(i);
        expected[i] = alone(fresh, base, one);
        Verdict single = verification.verify(base, one.table, one.digest, one.signature);
        boolean valid = one.isValid();
        for (Verdict verdict : new Verdict[] {expected[i], single}) {
          assertTrue(
              verdict == Verdict.EXCEPTIONAL || valid == (verdict == Verdict.VALID), one::toString);
        }
        seen.merge(expected[i], 1, Integer::sum);
      }
      assertEquals(3, seen.size(), "verdicts " + seen);
      for (int round = 0; round < 60; round++) {
        List<P256Cases.Case> mix = new ArrayList<>();
        List<Verdict> wanted = new ArrayList<>();
        // Mostly of one kind, in some rounds.
        int kinds = 1 + round % 4;
        for (int i = 0; i < count; i++) {
          int at = 4 * random.nextInt(pool.size() / 4) + (round / 4 + random.nextInt(kinds)) % 4;
          mix.add(pool.get(at));
          wanted.add(expected[at]);
        }
        assertEquals(wanted, Arrays.asList(verify(reused, base, mix)));
      }
    }
  }

  /** Wherever it stands, and at whichever step it drops out. */
  @Test
  void oneExceptionalAmongValidOnesSpoilsNone() {
    P256Table base = BASES.get(0);
    P256BatchVerification batch = new P256BatchVerification(base);
    List<P256Cases.Case> exceptional = new ArrayList<>();
    for (int i = 0; exceptional.size() < 6; i++) {
      P256Cases.Case one = meeting(i);
      if (alone(batch, base, one) == Verdict.EXCEPTIONAL) {
        exceptional.add(one);
      }
    }
    List<P256Cases.Case> valid = new ArrayList<>();
    for (int i = 0; i < MAX; i++) {
      valid.add(valid(i));
    }
    for (P256Cases.Case one : exceptional) {
      for (int at = 0; at < MAX; at += at < 2 || at > 60 ? 1 : 7) {
        List<P256Cases.Case> mix = new ArrayList<>(valid);
        mix.set(at, one);
        Verdict[] verdicts = verify(batch, base, mix);
        for (int i = 0; i < MAX; i++) {
          assertEquals(i == at ? Verdict.EXCEPTIONAL : Verdict.VALID, verdicts[i], "place " + i);
        }
      }
    }
  }

  @Test
  void aBatchOfExceptionalOnesOnlyEnds() {
    P256Table base = BASES.get(0);
    P256BatchVerification batch = new P256BatchVerification(base);
    ECPoint key = P256Cases.G.negate().normalize();
    P256Table table = P256Cases.table(base.comb(), key);
    List<P256Cases.Case> all = new ArrayList<>();
    for (int i = 0; i < MAX; i++) {
      BigInteger u = scalar();
      all.add(P256Cases.Case.of(key, table, u, u));
    }
    for (Verdict verdict : verify(batch, base, all)) {
      assertEquals(Verdict.EXCEPTIONAL, verdict);
    }
    P256Cases.Case one = valid(1);
    assertEquals(Verdict.VALID, alone(batch, base, one), "the next batch knows nothing of it");
  }

  /** A verdict of the last batch must not be read as one of the next. */
  @Test
  void aShorterBatchAfterALongerOne() {
    P256Table base = BASES.get(1);
    P256BatchVerification batch = new P256BatchVerification(base);
    List<P256Cases.Case> valid = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      valid.add(valid(i));
    }
    verify(batch, base, valid);
    for (int i = 0; i < 8; i++) {
      assertEquals(Verdict.INVALID, alone(batch, base, malformed(valid.get(i), i)));
      assertEquals(Verdict.INVALID, alone(batch, base, valid.get(i).flipped(3)));
      assertEquals(Verdict.VALID, alone(batch, base, valid.get(i)));
    }
  }
}
