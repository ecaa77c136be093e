package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Equal and opposite points at every place of a sum.
 *
 * <p>Which multiples of key and base point meet is decided by u1 and u2 alone: both sides of an
 * addition are {@code a Q + b G} with known a and b. So for any place there is a key Q = k G for
 * which they are equal, and one for which they are opposite.
 */
class P256CoincidenceTest {
  private static final BigInteger N = P256Cases.N;

  private final Random random = new Random(12);
  private final List<BigInteger[]> steps = new ArrayList<>();

  /** What the steps add, as multiples of key and base point; null where the sum is doubled. */
  private void readSteps(P256Table base, P256Table key, BigInteger u1, BigInteger u2) {
    // r = s u2 and e = s u1 for s = 1.
    P256Request request = new P256Request(base);
    byte[] signature = new byte[64];
    System.arraycopy(P256Cases.bytes(u2), 0, signature, 0, 32);
    signature[63] = 1;
    assertTrue(request.read(signature));
    request.plan(base, key, P256Cases.bytes(u1), P256Order.ONE);
    steps.clear();
    for (int i = 0; i < request.stepCount(); i++) {
      int step = request.step(i);
      if (step == P256Request.DOUBLE) {
        steps.add(null);
        continue;
      }
      BigInteger ofBase = (step & 1) == 1 ? multiple(base.comb(), step >> 1) : BigInteger.ZERO;
      BigInteger ofKey = (step & 1) == 0 ? multiple(key.comb(), step >> 1) : BigInteger.ZERO;
      steps.add(new BigInteger[] {ofKey, ofBase});
    }
    BigInteger[] sum = sum(0, steps.size());
    assertEquals(u2, sum[0].mod(N), "the steps add up to u2");
    assertEquals(u1, sum[1].mod(N), "the steps add up to u1");
  }

  private static BigInteger multiple(Comb comb, int digit) {
    int number = digit >> 1;
    int block = number / comb.pointsPerBlock();
    BigInteger sum = BigInteger.ZERO;
    for (int tooth = 0; tooth < comb.teeth(); tooth++) {
      boolean plus = tooth == comb.teeth() - 1 || (number >> tooth & 1) == 1;
      BigInteger power = BigInteger.ONE.shiftLeft(comb.position(block, tooth));
      sum = plus ? sum.add(power) : sum.subtract(power);
    }
    return (digit & 1) == 1 ? sum.negate() : sum;
  }

  private BigInteger[] sum(int from, int to) {
    BigInteger ofKey = BigInteger.ZERO;
    BigInteger ofBase = BigInteger.ZERO;
    for (int i = from; i < to; i++) {
      BigInteger[] step = steps.get(i);
      ofKey = step == null ? ofKey.shiftLeft(1) : ofKey.add(step[0]);
      ofBase = step == null ? ofBase.shiftLeft(1) : ofBase.add(step[1]);
    }
    return new BigInteger[] {ofKey, ofBase};
  }

  @ParameterizedTest
  @CsvSource({
    "8,1,32, 8,4,8",
    "8,4,8, 8,4,8",
    "4,1,64, 8,32,1",
    "8,32,1, 8,32,1",
    "8,8,4, 8,4,8",
  })
  void pointsThatMeetAreNeverAddedWrong(int t1, int b1, int r1, int t2, int b2, int r2) {
    Comb comb = new Comb(t1, b1, r1);
    P256Table base = P256Cases.table(new Comb(t2, b2, r2), P256Cases.G);
    P256Table some = P256Cases.table(comb, P256Cases.G);
    BigInteger u1 = new BigInteger(255, random);
    BigInteger u2 = new BigInteger(255, random);
    readSteps(base, some, u1, u2);
    P256Verification verification = new P256Verification(base);
    P256BatchVerification batch = new P256BatchVerification(base);
    int inBatches = 0;
    int alone = 0;
    int tried = 0;
    for (int at = 1; at < steps.size(); at++) {
      // In turn, as a batch adds; and in groups of 1, 2, 4, as pairs are added.
      for (int size = 0; size <= 4; size = size == 0 ? 1 : 2 * size) {
        int from = size == 0 ? 0 : at - size;
        int to = size == 0 ? at + 1 : at + size;
        if (from < 0 || to > steps.size() || steps.subList(at, to).contains(null)) {
          continue;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
          BigInteger[] left = sum(from, at);
          BigInteger[] right = sum(at, to);
          BigInteger factor = BigInteger.valueOf(sign);
          BigInteger ofKey = left[0].subtract(factor.multiply(right[0])).mod(N);
          BigInteger ofBase = factor.multiply(right[1]).subtract(left[1]).mod(N);
          if (ofKey.signum() == 0 || ofBase.signum() == 0) {
            continue;
          }
          BigInteger k = ofBase.multiply(ofKey.modInverse(N)).mod(N);
          ECPoint key = P256Cases.G.multiply(k).normalize();
          P256Table table = P256Cases.table(comb, key);
          P256Cases.Case one = P256Cases.Case.of(key, table, u1, u2);
          boolean infinite = u2.multiply(k).add(u1).mod(N).signum() == 0;
          assertEquals(!infinite, one.isValid());
          Verdict wrong = infinite ? Verdict.VALID : Verdict.INVALID;
          Verdict single = verification.verify(base, table, one.digest, one.signature);
          assertNotEquals(wrong, single, one::toString);
          Verdict shared =
              batch
                  .verify(
                      base,
                      new P256Table[] {table},
                      new byte[][] {one.digest},
                      new byte[][] {one.signature},
                      1)[0];
          if (size == 0) {
            assertEquals(Verdict.EXCEPTIONAL, shared, "step " + at);
          }
          assertNotEquals(wrong, shared, one::toString);
          tried++;
          inBatches += shared == Verdict.EXCEPTIONAL ? 1 : 0;
          alone += single == Verdict.EXCEPTIONAL ? 1 : 0;
        }
      }
    }
    System.out.println(
        "P256CoincidenceTest: "
            + comb
            + " and "
            + base.comb()
            + ": "
            + tried
            + " meetings, exceptional alone "
            + alone
            + ", in batches "
            + inBatches);
    assertTrue(alone > 5, "alone " + alone);
    assertTrue(inBatches > 30, "in batches " + inBatches);
  }
}
