package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * TUF, indefinite freeze: who holds updates back gains the time that the publisher allowed, and
 * every answer meanwhile tells the age. All ends to the second and less, without skew.
 */
class FreezeAttackTest {
  private static final StatusListDocument STATUS = TestScheme.status(1, 1);
  private static final byte[] PLAIN = TestScheme.ISSUER.sign(TestPasses.vaccination()).bytes();
  private static final byte[] REFERRING =
      TestScheme.ISSUER
          .sign(
              TestPasses.claims(
                  TestPasses.pass(EnumSet.of(ClaimKind.TEST))
                      .status(StatusReference.of(1, 0))
                      .build()))
          .bytes();

  private static String answer(TrustList trust, byte[] pass, Instant now) {
    PassVerifier verifier =
        PassVerifier.builder(trust, TestPasses.at(now)).skew(PassVerifier.MAX_SKEW).build();
    Verification verification = verifier.verify(pass);
    return verification instanceof Accepted accepted
        ? accepted.trustFreshness().name()
        : verification.code();
  }

  private static void assertChanges(
      TrustList trust, byte[] pass, Instant end, String before, String from) {
    assertEquals(before, answer(trust, pass, end.minusSeconds(1)));
    assertEquals(before, answer(trust, pass, end.minusNanos(1)));
    assertEquals(from, answer(trust, pass, end));
    assertEquals(from, answer(trust, pass, end.plusSeconds(1)));
  }

  @Test
  void indefiniteFreeze_aListHeldBackGoesStaleThenItsStatusListsThenCloses() throws Exception {
    TrustList trust = TestScheme.sync(TestBundle.of(TestScheme.list(1, 1), STATUS)).trust();
    assertChanges(trust, PLAIN, TestScheme.EXPIRES, "FRESH", "STALE");
    assertChanges(trust, REFERRING, TestScheme.EXPIRES, "FRESH", "STALE");
    assertChanges(trust, PLAIN, TestScheme.STATUS_EXPIRES, "STALE", "STALE");
    assertChanges(trust, REFERRING, TestScheme.STATUS_EXPIRES, "STALE", "STATUS_STALE");
    assertChanges(trust, PLAIN, TestScheme.CLOSES, "STALE", "TRUST_CLOSED");
    assertChanges(trust, REFERRING, TestScheme.CLOSES, "STATUS_STALE", "TRUST_CLOSED");
  }

  @Test
  void indefiniteFreeze_anExpiredRootClosesEveryListUnderIt() throws Exception {
    Instant end = TestScheme.NOW.plus(Duration.ofHours(5));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, end, TestScheme.roles()));
    TrustSync sync = TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 1), STATUS).roots(root);
    assertEquals("UPDATED", sync.apply(bundle.bytes()).code());
    assertChanges(sync.trust(), PLAIN, end, "FRESH", "TRUST_CLOSED");
    Instant now = end.minusSeconds(1);
    FreshnessCard card = TestScheme.card(bundle.list(), now, now.plus(Duration.ofHours(24)));
    assertEquals("REFRESHED", sync.refresh(TestScheme.text(card), now).code());
    assertChanges(sync.trust(), PLAIN, end, "FRESH", "TRUST_CLOSED");
  }

  @Test
  void allEndsMayFallTogether() throws Exception {
    TrustListDocument.Builder list =
        TestScheme.list(
            TrustVersion.of(1, 1), TestScheme.ISSUED, TestScheme.CLOSES, TestScheme.CLOSES);
    TrustList trust = TestScheme.sync(TestBundle.of(list, STATUS)).trust();
    assertChanges(trust, REFERRING, TestScheme.CLOSES, "FRESH", "TRUST_CLOSED");
  }

  @Test
  void theAgeIsCountedFromTheListAndFromALaterCard() throws Exception {
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 1), STATUS);
    TrustSync sync = TestScheme.sync(bundle);
    assertEquals(Optional.of(Duration.ofHours(1)), age(sync));
    Instant issued = TestScheme.NOW.minusSeconds(7);
    FreshnessCard card = TestScheme.card(bundle.list(), issued, TestScheme.NOW.plusSeconds(60));
    sync.refresh(TestScheme.text(card), TestScheme.NOW);
    assertEquals(Optional.of(Duration.ofSeconds(7)), age(sync));
    assertEquals(Optional.of(issued), sync.trust().asOf());
  }

  private static Optional<Duration> age(TrustSync sync) {
    PassVerifier verifier = PassVerifier.of(sync.trust(), TestPasses.at(TestScheme.NOW));
    return assertInstanceOf(Accepted.class, verifier.verify(REFERRING)).trustAge();
  }

  /** A clock set back would make every list fresh: a list, or a card, says what time it was. */
  @Test
  void indefiniteFreeze_aClockBehindTheListOrItsCardIsSuspect() throws Exception {
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 1));
    TrustSync sync = TestScheme.sync(bundle);
    Duration skew = PassVerifier.MAX_SKEW;
    Instant issued = TestScheme.ISSUED;
    assertChanges(sync.trust(), PLAIN, issued.minus(skew), "CLOCK_SUSPECT", "FRESH");
    Instant later = TestScheme.NOW.plus(Duration.ofHours(12));
    FreshnessCard card = TestScheme.card(bundle.list(), later, later.plusSeconds(60));
    assertEquals("REFRESHED", sync.refresh(TestScheme.text(card), later).code());
    assertChanges(sync.trust(), PLAIN, later.minus(skew), "CLOCK_SUSPECT", "FRESH");
  }
}
