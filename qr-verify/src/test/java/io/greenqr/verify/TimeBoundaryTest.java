package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every time limit, one second (and less) to each side of it. */
class TimeBoundaryTest {
  private static final TestIssuer ISSUER = TestIssuer.ed25519(7);
  private static final SignedPass PASS = ISSUER.sign(TestPasses.vaccination());
  private static final Instant IAT = TestPasses.IAT;
  private static final Instant EXP = TestPasses.EXP;

  private Duration skew = PassVerifier.DEFAULT_SKEW;

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT5M", "PT1H"})
  void theFirstSecondIsIssuedAtLessTheSkew(Duration tolerance) throws Exception {
    skew = tolerance;
    Instant first = IAT.minus(skew);
    assertEquals("NOT_YET_VALID", verify(trust(), first.minusSeconds(1)));
    assertEquals("NOT_YET_VALID", verify(trust(), first.minusNanos(1)));
    assertEquals("ACCEPTED", verify(trust(), first));
    assertEquals("ACCEPTED", verify(trust(), first.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT5M", "PT1H"})
  void thePassDoesNotHoldAnyMoreAtExpiryPlusTheSkew(Duration tolerance) throws Exception {
    skew = tolerance;
    Instant end = EXP.plus(skew);
    assertEquals("ACCEPTED", verify(trust(), end.minusSeconds(1)));
    assertEquals("ACCEPTED", verify(trust(), end.minusNanos(1)));
    assertEquals("EXPIRED", verify(trust(), end));
    assertEquals("EXPIRED", verify(trust(), end.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT5M", "PT1H"})
  void theKeyHoldsFromItsFirstSecond(Duration tolerance) throws Exception {
    skew = tolerance;
    TrustList trust = trust(statement().notBefore(IAT));
    Instant first = IAT.minus(skew);
    assertEquals("KEY_NOT_YET_VALID", verify(trust, first.minusSeconds(1)));
    assertEquals("KEY_NOT_YET_VALID", verify(trust, first.minusNanos(1)));
    assertEquals("ACCEPTED", verify(trust, first));
    assertEquals("ACCEPTED", verify(trust, first.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT5M", "PT1H"})
  void theKeyHoldsToTheEndOfItsLastSecond(Duration tolerance) throws Exception {
    skew = tolerance;
    Instant last = Instant.parse("2021-12-31T23:59:59Z");
    TrustList trust = trust(statement().notAfter(last));
    assertEquals("ACCEPTED", verify(trust, last.plus(skew)));
    assertEquals("ACCEPTED", verify(trust, last.plus(skew).plusMillis(999)));
    assertEquals("KEY_EXPIRED", verify(trust, last.plus(skew).plusSeconds(1)));
    assertEquals("KEY_EXPIRED", verify(trust, last.plus(skew).plusSeconds(2)));
  }

  /** Both times were written by the same scheme: no skew between them. */
  @Test
  void aPassMustBeIssuedWhileItsKeyWasValidToTheSecond() throws Exception {
    Instant now = TestPasses.NOW;
    assertEquals("ACCEPTED", verify(trust(statement().notBefore(IAT.minusSeconds(1))), now));
    assertEquals("ACCEPTED", verify(trust(statement().notBefore(IAT)), now));
    assertEquals(
        "ISSUED_OUTSIDE_KEY_VALIDITY",
        verify(trust(statement().notBefore(IAT.plusSeconds(1))), now));

    Instant early = IAT.minusSeconds(100);
    assertEquals("ACCEPTED", verify(trust(statement().notAfter(IAT.plusSeconds(1))), early));
    assertEquals("ACCEPTED", verify(trust(statement().notAfter(IAT)), early));
    assertEquals(
        "ISSUED_OUTSIDE_KEY_VALIDITY",
        verify(trust(statement().notAfter(IAT.minusSeconds(1))), early));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT5M", "PT1H"})
  void aClockBehindATimeThatHasPassedIsSuspect(Duration tolerance) throws Exception {
    skew = tolerance;
    Instant passed = Instant.parse("2021-12-01T00:00:00Z");
    Instant least = passed.minus(skew);
    TrustList ofThatTime = TrustList.builder().add(ISSUER.trusted()).asOf(passed).build();
    for (long offset = -2; offset <= 2; offset++) {
      String expected = offset < 0 ? "CLOCK_SUSPECT" : "ACCEPTED";
      Instant now = least.plusSeconds(offset);
      PassVerifier.Builder verifier = builder(trust(), now).clockNotBefore(passed);
      assertEquals(expected, verifier.build().verify(PASS.text(PassText.QR)).code());
      assertEquals(expected, verify(ofThatTime, now));
    }
  }

  @Test
  void theLaterOfTheTwoTimesThatHavePassedCounts() throws Exception {
    Instant now = TestPasses.NOW;
    Instant later = now.plusSeconds(301);
    TrustList old = TrustList.builder().add(ISSUER.trusted()).asOf(IAT).build();
    TrustList young = TrustList.builder().add(ISSUER.trusted()).asOf(later).build();
    String text = PASS.text(PassText.QR);
    assertEquals(
        "CLOCK_SUSPECT", builder(old, now).clockNotBefore(later).build().verify(text).code());
    assertEquals(
        "CLOCK_SUSPECT", builder(young, now).clockNotBefore(IAT).build().verify(text).code());
  }

  @Test
  void theClockIsSuspectBeforeTheFormatWhateverTheApplicationSays() throws Exception {
    skew = Duration.ZERO;
    Instant epoch = PassVerifier.FORMAT_EPOCH;
    SignedPass old = ISSUER.sign(CwtClaims.of(Instant.EPOCH, EXP, TestPasses.vaccination().pass()));
    for (Instant floor : new Instant[] {Instant.EPOCH, Instant.MIN, epoch}) {
      PassVerifier early = builder(trust(), epoch.minusSeconds(1)).clockNotBefore(floor).build();
      assertEquals("CLOCK_SUSPECT", early.verify(old.bytes()).code());
      PassVerifier late = builder(trust(), epoch).clockNotBefore(floor).build();
      assertEquals("ACCEPTED", late.verify(old.bytes()).code());
    }
  }

  @Test
  void aSkewOutsideZeroToOneHourIsRefused() throws Exception {
    PassVerifier.Builder builder = builder(trust(), TestPasses.NOW);
    Duration over = PassVerifier.MAX_SKEW.plusNanos(1);
    assertThrows(IllegalArgumentException.class, () -> builder.skew(Duration.ofNanos(-1)));
    assertThrows(IllegalArgumentException.class, () -> builder.skew(over));
  }

  @Test
  void theSkewIsFiveMinutesUnlessSet() throws Exception {
    PassVerifier verifier = PassVerifier.of(trust(), TestPasses.at(IAT.minusSeconds(300)));
    assertEquals("ACCEPTED", verifier.verify(PASS.bytes()).code());
    verifier = PassVerifier.of(trust(), TestPasses.at(IAT.minusSeconds(301)));
    assertEquals("NOT_YET_VALID", verifier.verify(PASS.bytes()).code());
  }

  private PassVerifier.Builder builder(TrustList trust, Instant now) {
    return PassVerifier.builder(trust, TestPasses.at(now)).skew(skew);
  }

  private String verify(TrustList trust, Instant now) {
    return builder(trust, now).build().verify(PASS.text(PassText.QR)).code();
  }

  private static IssuerKey.Builder statement() {
    return ISSUER.statement(EnumSet.of(ClaimKind.VACCINATION));
  }

  private static TrustList trust() throws TrustException {
    return trust(statement());
  }

  private static TrustList trust(IssuerKey.Builder statement) throws TrustException {
    return TrustList.of(TrustedKey.of(statement.build()));
  }
}
