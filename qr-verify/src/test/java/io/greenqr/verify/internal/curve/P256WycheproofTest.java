package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.verify.internal.signature.Wycheproof;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signatures that were made to find mistakes, alone and all together, with tables of all shapes.
 */
class P256WycheproofTest {
  private static final String P1363 = "ecdsa_secp256r1_sha256_p1363_test.json";
  private static final String DER = "ecdsa_secp256r1_sha256_test.json";
  private static final int LENGTH = 64;

  @ParameterizedTest
  @CsvSource({"4,1,64", "8,1,32", "8,4,8", "8,32,1"})
  void everyCaseIsAnsweredRight(int teeth, int blocks, int rounds) throws Exception {
    Comb comb = new Comb(teeth, blocks, rounds);
    Map<ECPoint, P256Table> tables = new HashMap<>();
    List<P256Cases.Case> cases = new ArrayList<>();
    List<Wycheproof.Case> named = new ArrayList<>(Wycheproof.read(P1363));
    named.addAll(Wycheproof.readPairs(DER));
    // Of other lengths: no 64 bytes get here.
    for (Wycheproof.Case one : named) {
      assertTrue(one.signature().length == LENGTH || !one.isValid());
    }
    named.removeIf(one -> one.signature().length != LENGTH);
    assertTrue(named.size() > 400, "cases " + named.size());
    for (Wycheproof.Case one : named) {
      ECPoint key =
          P256Cases.CURVE.validatePoint(
              new BigInteger(1, one.key().x()), new BigInteger(1, one.key().y()));
      P256Table table = tables.computeIfAbsent(key, point -> P256Cases.table(comb, point));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(one.message());
      cases.add(new P256Cases.Case(key, table, digest, one.signature()));
    }
    int exceptional = 0;
    for (Comb ofBase : List.of(new Comb(8, 4, 8), new Comb(8, 32, 1))) {
      P256Table base = P256Cases.table(ofBase, P256Cases.G);
      P256Verification verification = new P256Verification(base);
      P256BatchVerification batch = new P256BatchVerification(base);
      for (int from = 0; from < cases.size(); from += P256BatchVerification.MAX) {
        int to = Math.min(from + P256BatchVerification.MAX, cases.size());
        List<P256Cases.Case> some = cases.subList(from, to);
        Verdict[] verdicts =
            batch.verify(
                base,
                some.stream().map(one -> one.table).toArray(P256Table[]::new),
                some.stream().map(one -> one.digest).toArray(byte[][]::new),
                some.stream().map(one -> one.signature).toArray(byte[][]::new),
                some.size());
        for (int i = from; i < to; i++) {
          P256Cases.Case one = cases.get(i);
          Verdict alone = verification.verify(base, one.table, one.digest, one.signature);
          for (Verdict verdict : new Verdict[] {alone, verdicts[i - from]}) {
            if (verdict == Verdict.EXCEPTIONAL) {
              exceptional++;
              assertEquals(named.get(i).isValid(), one.isValid());
            } else {
              assertEquals(
                  named.get(i).isValid(), verdict == Verdict.VALID, named.get(i).toString());
            }
          }
        }
      }
    }
    // There are keys among them that share points with the base point.
    assertTrue(exceptional < cases.size() / 5, "exceptional " + exceptional);
    System.out.println(
        "P256WycheproofTest: " + comb + ": " + cases.size() + " cases, exceptional " + exceptional);
  }
}
