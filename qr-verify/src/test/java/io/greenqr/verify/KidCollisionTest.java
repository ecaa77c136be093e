package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two keys with one identifier: each is tried, and neither stands in the other's way. */
class KidCollisionTest {
  private static final EnumSet<ClaimKind> ALL = EnumSet.allOf(ClaimKind.class);

  static Stream<List<TestIssuer>> pairs() {
    return Stream.of(
            List.of(KidCollision.ED25519_A, KidCollision.ED25519_B),
            List.of(KidCollision.P256_A, KidCollision.P256_B),
            List.of(KidCollision.ED25519, KidCollision.P256))
        .flatMap(pair -> Stream.of(pair, List.of(pair.get(1), pair.get(0))));
  }

  private static Verification verify(TestIssuer signer, TrustedKey... trusted)
      throws TrustException {
    return PassVerifier.of(TrustList.of(trusted), TestPasses.at(TestPasses.NOW))
        .verify(signer.sign(TestPasses.vaccination()).bytes());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void twoKeysWithOneIdentifierStandInOneList(List<TestIssuer> pair) throws Exception {
    TestIssuer first = pair.get(0);
    TestIssuer second = pair.get(1);
    assertNotEquals(first.key(), second.key());
    assertEquals(first.key().keyId(), second.key().keyId());
    TrustList trust = TrustList.of(first.trusted(), second.trusted());
    assertEquals(List.of(first.trusted(), second.trusted()), trust.keys());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachVerifiesItsOwnPassesInEitherOrder(List<TestIssuer> pair) throws Exception {
    TrustedKey first = pair.get(0).trusted();
    TrustedKey second = pair.get(1).trusted();
    for (TestIssuer signer : pair) {
      Accepted accepted = assertInstanceOf(Accepted.class, verify(signer, first, second));
      assertEquals(signer.trusted(), accepted.key());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneAloneDoesNotVerifyThePassesOfTheOther(List<TestIssuer> pair) throws Exception {
    boolean sameAlgorithm = pair.get(0).key().algorithm() == pair.get(1).key().algorithm();
    assertEquals(
        sameAlgorithm ? "SIGNATURE" : "KEY_ALGORITHM",
        verify(pair.get(0), pair.get(1).trusted()).code());
  }

  /** What one key may sign, and when, must not be lent to the other. */
  @ParameterizedTest
  @MethodSource("pairs")
  void theStatementOfTheKeyThatSignedCounts(List<TestIssuer> pair) throws Exception {
    TestIssuer signer = pair.get(0);
    TrustedKey other = pair.get(1).trusted();
    TrustedKey testsOnly = TrustedKey.of(signer.statement(EnumSet.of(ClaimKind.TEST)).build());
    assertEquals("KEY_CLAIM_KIND", verify(signer, testsOnly, other).code());
    assertEquals("KEY_CLAIM_KIND", verify(signer, other, testsOnly).code());

    TrustedKey late =
        TrustedKey.of(signer.statement(ALL).notBefore(TestPasses.IAT.plusSeconds(1)).build());
    assertEquals("ISSUED_OUTSIDE_KEY_VALIDITY", verify(signer, late, other).code());
    assertEquals("ISSUED_OUTSIDE_KEY_VALIDITY", verify(signer, other, late).code());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anExpiredKeyDoesNotHideTheOneThatSigned(List<TestIssuer> pair) throws Exception {
    TestIssuer signer = pair.get(0);
    TrustedKey expired = TrustedKey.of(expired(pair.get(1)).build());
    assertEquals("ACCEPTED", verify(signer, expired, signer.trusted()).code());
    assertEquals("ACCEPTED", verify(signer, signer.trusted(), expired).code());
  }

  /** Neither order of a list may change what a person at a gate is told. */
  @Test
  void ofTheFailuresOfSeveralKeysTheFurthestIsTold() throws Exception {
    TestIssuer signer = KidCollision.ED25519_A;
    TrustedKey wrong = KidCollision.ED25519_B.trusted();
    TrustedKey expired = TrustedKey.of(expired(signer).build());
    assertEquals("SIGNATURE", verify(signer, wrong, expired).code());
    assertEquals("SIGNATURE", verify(signer, expired, wrong).code());

    TestIssuer p256 = KidCollision.P256;
    TrustedKey otherAlgorithm = KidCollision.ED25519.trusted();
    TrustedKey expiredP256 = TrustedKey.of(expired(p256).build());
    assertEquals("KEY_EXPIRED", verify(p256, otherAlgorithm, expiredP256).code());
    assertEquals("KEY_EXPIRED", verify(p256, expiredP256, otherAlgorithm).code());
  }

  private static IssuerKey.Builder expired(TestIssuer issuer) {
    return issuer.statement(ALL).notAfter(TestPasses.NOW.minusSeconds(3_600));
  }
}
