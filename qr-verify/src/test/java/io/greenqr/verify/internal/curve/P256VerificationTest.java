package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** Held against BouncyCastle and SunEC, one by one and in batches, with tables of all shapes. */
class P256VerificationTest {
  private static final BigInteger N = P256Cases.N;
  private static final int BATCH = P256BatchVerification.MAX;

  /** Signatures that share a random point R: making it is slow, and it is seen by none. */
  private static final int OF_ONE_POINT = 8;

  private static final List<Comb> KEY_COMBS =
      List.of(
          new Comb(4, 1, 64),
          new Comb(8, 1, 32),
          new Comb(8, 4, 8),
          new Comb(8, 8, 4),
          new Comb(8, 32, 1),
          new Comb(10, 26, 1));

  private static final List<Comb> BASE_COMBS = List.of(new Comb(8, 4, 8), new Comb(13, 20, 1));

  private static final int KEYS = 12;

  /** Two keys of each shape. */
  private static final BigInteger[] SECRETS = new BigInteger[KEYS];

  private static final ECPoint[] POINTS = new ECPoint[KEYS];
  private static final P256Table[] TABLES = new P256Table[KEYS];
  private static final P256Table[] BASES = new P256Table[2];

  static {
    Random random = new Random(186);
    for (int i = 0; i < KEYS; i++) {
      SECRETS[i] = scalar(random);
      POINTS[i] = P256Cases.G.multiply(SECRETS[i]).normalize();
      TABLES[i] = P256Cases.table(KEY_COMBS.get(i / 2), POINTS[i]);
    }
    for (int i = 0; i < BASES.length; i++) {
      BASES[i] = P256Cases.table(BASE_COMBS.get(i), P256Cases.G);
    }
  }

  private static BigInteger scalar(Random random) {
    return new BigInteger(256, random).mod(N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  /** Every second one is corrupted. */
  private static List<P256Cases.Case> cases(Random random) {
    List<P256Cases.Case> cases = new ArrayList<>();
    while (cases.size() < BATCH) {
      BigInteger k = scalar(random);
      BigInteger r = P256Cases.x(P256Cases.G.multiply(k)).mod(N);
      BigInteger inverse = k.modInverse(N);
      for (int i = 0; i < OF_ONE_POINT; i += 2) {
        int key = random.nextInt(KEYS);
        BigInteger e = new BigInteger(256, random);
        BigInteger s = r.multiply(SECRETS[key]).add(e).multiply(inverse).mod(N);
        P256Cases.Case valid = new P256Cases.Case(POINTS[key], TABLES[key], e, r, s);
        cases.add(valid);
        cases.add(corrupted(random, valid, r, s));
      }
    }
    return cases;
  }

  private static P256Cases.Case corrupted(
      Random random, P256Cases.Case valid, BigInteger r, BigInteger s) {
    BigInteger e = new BigInteger(1, valid.digest);
    BigInteger other = scalar(random);
    return switch (random.nextInt(6)) {
      case 0 -> new P256Cases.Case(valid.key, valid.table, other, r, s);
      case 1 -> new P256Cases.Case(valid.key, valid.table, e, other, s);
      case 2 -> new P256Cases.Case(valid.key, valid.table, e, r, other);
      // Of the same key, and of another table.
      case 3 -> {
        int key = random.nextInt(KEYS);
        yield new P256Cases.Case(POINTS[key], TABLES[key], e, s, r);
      }
      default -> valid.flipped(random.nextInt(768));
    };
  }

  @Test
  void agreesWithOthersOnRandomSignaturesAloneAndInBatches() {
    int cases = CurveCases.of(80_000, 5_000_000);
    int batches = (cases + BATCH - 1) / BATCH;
    LongAdder valid = new LongAdder();
    LongAdder seenBySunEc = new LongAdder();
    LongAdder done = new LongAdder();
    int parts = Math.min(batches, 500);
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              Random random = new Random(1_000 + part);
              P256Verification verification = new P256Verification(BASES[0]);
              P256BatchVerification batch = new P256BatchVerification(BASES[0]);
              for (int i = part; i < batches; i += parts) {
                agree(random, BASES[i / parts % 2], verification, batch, valid, seenBySunEc);
                done.add(BATCH);
              }
              if (cases > 1_000_000 && part % 25 == 24) {
                System.out.println("P256VerificationTest: " + done.sum() + " done");
              }
            });
    assertEquals((long) batches * BATCH / 2, valid.sum());
    assertTrue(seenBySunEc.sum() > 0);
    System.out.println(
        "P256VerificationTest: "
            + done.sum()
            + " signatures, "
            + valid.sum()
            + " valid, all seen by BouncyCastle and "
            + seenBySunEc.sum()
            + " by SunEC");
  }

  private static void agree(
      Random random,
      P256Table base,
      P256Verification verification,
      P256BatchVerification batch,
      LongAdder valid,
      LongAdder seenBySunEc) {
    List<P256Cases.Case> cases = cases(random);
    P256Table[] tables = new P256Table[BATCH];
    byte[][] digests = new byte[BATCH][];
    byte[][] signatures = new byte[BATCH][];
    Verdict[] expected = new Verdict[BATCH];
    for (int i = 0; i < BATCH; i++) {
      P256Cases.Case one = cases.get(i);
      tables[i] = one.table;
      digests[i] = one.digest;
      signatures[i] = one.signature;
      boolean isValid = one.isValid();
      expected[i] = isValid ? Verdict.VALID : Verdict.INVALID;
      assertEquals(
          expected[i],
          verification.verify(base, one.table, digests[i], signatures[i]),
          one::toString);
      valid.add(isValid ? 1 : 0);
      if (random.nextInt(256) < 2) {
        assertEquals(isValid, one.isValidForSunEc(), one::toString);
        seenBySunEc.increment();
      }
    }
    Verdict[] verdicts = batch.verify(base, tables, digests, signatures, BATCH);
    for (int i = 0; i < BATCH; i++) {
      assertEquals(expected[i], verdicts[i], cases.get(i)::toString);
    }
  }

  @Test
  void allShapesGiveTheSameAnswers() {
    Random random = new Random(5);
    for (P256Table base : BASES) {
      P256Verification verification = new P256Verification(base);
      for (int key = 0; key < KEYS; key++) {
        for (int i = 0; i < 100; i++) {
          P256Cases.Case one =
              P256Cases.Case.of(POINTS[key], TABLES[key], scalar(random), scalar(random));
          assertEquals(
              Verdict.VALID, verification.verify(base, TABLES[key], one.digest, one.signature));
          P256Cases.Case other = one.flipped(random.nextInt(768));
          assertEquals(
              Verdict.INVALID,
              verification.verify(base, TABLES[key], other.digest, other.signature),
              other::toString);
        }
      }
    }
  }

  /** Each bit of digest, r and s counts. */
  @Test
  void everyBitThatIsTurnedIsSeen() {
    Random random = new Random(6);
    P256Verification verification = new P256Verification(BASES[0]);
    for (int key = 0; key < KEYS; key++) {
      P256Cases.Case one =
          P256Cases.Case.of(POINTS[key], TABLES[key], scalar(random), scalar(random));
      for (int bit = 0; bit < 768; bit++) {
        P256Cases.Case other = one.flipped(bit);
        Verdict verdict = verification.verify(BASES[0], TABLES[key], other.digest, other.signature);
        assertEquals(Verdict.INVALID, verdict, other::toString);
      }
    }
  }

  /** n - s in place of s is the same signature: ECDSA has two, and this is no place to choose. */
  @Test
  void bothSignsOfSAreTaken() {
    Random random = new Random(7);
    P256Verification verification = new P256Verification(BASES[0]);
    P256Cases.Case one = P256Cases.Case.of(POINTS[4], TABLES[4], scalar(random), scalar(random));
    byte[] other = one.signature.clone();
    BigInteger s = new BigInteger(1, java.util.Arrays.copyOfRange(other, 32, 64));
    System.arraycopy(P256Cases.bytes(N.subtract(s)), 0, other, 32, 32);
    assertNotEquals(0, s.signum());
    assertEquals(Verdict.VALID, verification.verify(BASES[0], TABLES[4], one.digest, other));
  }
}
