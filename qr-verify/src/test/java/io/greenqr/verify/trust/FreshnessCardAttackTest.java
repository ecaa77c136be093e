package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.TestPasses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Freshness cards: what the online key can do, and what it cannot. */
class FreshnessCardAttackTest {
  private static final StatusListDocument STATUS = TestScheme.status(1, 1);
  private static final TestBundle HELD = TestBundle.of(TestScheme.list(1, 5), STATUS);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Instant NOW = TestScheme.NOW;

  private final TrustStore store = TrustStore.inMemory();
  private final TrustSync sync = holding();

  private TrustSync holding() {
    try {
      TrustSync opened = TrustSync.open(TestScheme.anchor(), store);
      assertEquals("UPDATED", opened.apply(HELD.bytes()).code());
      return opened;
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedDocument list(long version) {
    return TestScheme.sign(TestScheme.list(1, version).build());
  }

  private String show(SignedDocument list, Instant issued, Instant expires) throws Exception {
    return sync.refresh(TestScheme.text(TestScheme.card(list, issued, expires)), issued).code();
  }

  private static String state(TrustSync sync, Instant now) {
    return sync.trust().freshnessAt(now) + " " + sync.trust().status(StatusReference.of(1, 0), now);
  }

  /** Both ends move to the card's, to the second. */
  @Test
  void aCardExtendsTheListAndItsStatusLists() throws Exception {
    Instant issued = TestScheme.STATUS_EXPIRES;
    assertEquals("STALE STALE", state(sync, issued));
    assertEquals("REFRESHED", show(HELD.list(), issued, issued.plus(DAY)));
    assertEquals("FRESH VALID", state(sync, issued.plus(DAY).minusSeconds(1)));
    assertEquals("FRESH VALID", state(sync, issued.plus(DAY).minusNanos(1)));
    assertEquals("STALE STALE", state(sync, issued.plus(DAY)));
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("FRESH VALID", state(restarted, issued.plus(DAY).minusSeconds(1)));
    assertEquals("STALE STALE", state(restarted, issued.plus(DAY)));
  }

  @Test
  void aCardShortensNothing() throws Exception {
    assertEquals("REFRESHED", show(HELD.list(), NOW, NOW.plusSeconds(1)));
    assertEquals("FRESH VALID", state(sync, TestScheme.EXPIRES.minusSeconds(1)));
    assertEquals("STALE VALID", state(sync, TestScheme.EXPIRES));
    assertEquals("STALE STALE", state(sync, TestScheme.STATUS_EXPIRES));
  }

  /** Who has the online key shows a card every day, and the list closes all the same. */
  @Test
  void indefiniteFreeze_noCardKeepsAListBeyondItsEnd() throws Exception {
    for (Instant at = NOW; at.isBefore(TestScheme.CLOSES); at = at.plus(DAY)) {
      assertEquals("REFRESHED", show(HELD.list(), at, at.plus(DAY)));
      assertEquals("FRESH VALID", state(sync, at));
    }
    Instant last = TestScheme.CLOSES.minusSeconds(1);
    assertEquals("REFRESHED", show(HELD.list(), last, last.plus(DAY)));
    assertEquals("FRESH VALID", state(sync, last));
    assertEquals("CLOSED STALE", state(sync, TestScheme.CLOSES));
  }

  @Test
  void aCardForAnOlderOrAnotherListIsRefused() throws Exception {
    TrustList before = sync.trust();
    assertEquals("CARD_LIST", show(list(4), NOW, NOW.plus(DAY)));
    assertEquals("CARD_LIST", show(list(5), NOW, NOW.plus(DAY)), "same pair, another digest");
    assertSame(before, sync.trust());
    TrustSync empty = TestScheme.sync();
    String text = TestScheme.text(TestScheme.card(HELD.list(), NOW, NOW.plus(DAY)));
    assertEquals("CARD_LIST", empty.refresh(text, NOW).code());
  }

  @ParameterizedTest
  @CsvSource({"-2, REFRESHED", "-1, REFRESHED", "0, CARD_EXPIRED", "1, CARD_EXPIRED"})
  void aCardHoldsBeforeItsEnd(int seconds, String expected) throws Exception {
    FreshnessCard card = TestScheme.card(HELD.list(), NOW, NOW.plus(DAY));
    Instant now = card.expires().plusSeconds(seconds);
    assertEquals(expected, sync.refresh(TestScheme.text(card), now).code());
  }

  @Test
  void aCardThatWasNotMadeLaterIsRefusedAndTheSameChangesNothing() throws Exception {
    assertEquals("REFRESHED", show(HELD.list(), NOW, NOW.plus(DAY)));
    byte[] stored = store.load();
    for (int seconds = -1; seconds <= 0; seconds++) {
      Instant issued = NOW.plusSeconds(seconds);
      assertEquals("CARD_NOT_NEWER", show(HELD.list(), issued, NOW.plusSeconds(60)));
    }
    assertEquals("UNCHANGED", show(HELD.list(), NOW, NOW.plus(DAY)));
    assertEquals(stored.length, store.load().length);
    assertEquals("REFRESHED", show(HELD.list(), NOW.plusSeconds(1), NOW.plusSeconds(60)));
  }

  /** ECDSA and a second key spell the signature of one card in other ways. */
  @Test
  void theSameCardWithAnotherSignatureChangesNothing() throws Exception {
    List<TestIssuer> two = List.of(TestScheme.keys(Role.FRESHNESS).get(0), TestIssuer.p256(1032));
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.FRESHNESS, TestScheme.role(1, two));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles));
    TrustSync other = TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
    other.apply(TestBundle.of(list(5)).roots(root).bytes());
    byte[] card = TestScheme.card(list(5), NOW, NOW.plus(DAY)).encode();
    for (int signer = 0; signer < 2; signer++) {
      SignedDocument signed =
          TestScheme.sign(DocumentType.FRESHNESS_CARD, card, two.subList(signer, signer + 1));
      String code = other.refresh(FreshnessCard.text(signed), NOW).code();
      assertEquals(signer == 0 ? "REFRESHED" : "UNCHANGED", code);
    }
  }

  @Test
  void aCardForANewerListMakesTheOneHeldStaleUntilThatArrives() throws Exception {
    assertEquals("FRESH VALID", state(sync, NOW));
    assertEquals("SUPERSEDED", show(list(7), NOW, NOW.plus(DAY)));
    assertEquals("STALE VALID", state(sync, NOW));
    assertEquals("SUPERSEDED", show(list(7), NOW, NOW.plus(DAY)), "again");
    assertEquals("SUPERSEDED", show(list(6), NOW, NOW.plus(DAY)), "less is known already");
    // A card for the list held is older news, whenever it was made.
    assertEquals("REFRESHED", show(HELD.list(), NOW.plusSeconds(1), NOW.plus(DAY)));
    assertEquals("STALE VALID", state(sync, NOW));
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("STALE VALID", state(restarted, NOW));
    byte[] between = TestBundle.of(TestScheme.list(1, 6), STATUS).bytes();
    assertEquals("UPDATED", restarted.apply(between).code());
    assertEquals("STALE VALID", state(restarted, NOW), "not the newest either");
    byte[] newest = TestBundle.of(TestScheme.list(1, 7), STATUS).bytes();
    assertEquals("UPDATED", restarted.apply(newest).code());
    assertEquals("FRESH VALID", state(restarted, NOW));
  }

  /** A card of the list before says nothing about the one after it. */
  @Test
  void aCardEndsWithItsList() throws Exception {
    Instant late = TestScheme.EXPIRES.minusSeconds(1);
    assertEquals("REFRESHED", show(HELD.list(), late, late.plus(DAY)));
    assertEquals("UPDATED", sync.apply(TestBundle.of(TestScheme.list(1, 6)).bytes()).code());
    assertEquals("STALE MISSING", state(sync, TestScheme.EXPIRES));
    assertEquals("CARD_LIST", show(HELD.list(), late.plusSeconds(1), late.plus(DAY)));
  }

  /** The thief of the online key says that a list exists that never will. */
  @Test
  void fastForward_aNewRootForgetsWhatAStolenFreshnessKeyTold() throws Exception {
    long top = FormatLimits.MAX_VERSION;
    FreshnessCard lie =
        FreshnessCard.of(
            Environment.TEST, TrustVersion.of(top, top), new byte[32], NOW, NOW.plus(DAY));
    assertEquals("SUPERSEDED", sync.refresh(TestScheme.text(lie), NOW).code());
    assertEquals(
        "UPDATED", sync.apply(TestBundle.of(TestScheme.list(1, 6), STATUS).bytes()).code());
    assertEquals("STALE VALID", state(sync, NOW), "under the same root it stays told");
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.FRESHNESS, TestScheme.role(1, List.of(TestIssuer.ed25519(1099))));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 2, TestScheme.ROOT_EXPIRES, roles));
    byte[] second = TestBundle.of(TestScheme.list(2, 1), STATUS).roots(root).bytes();
    assertEquals("UPDATED", sync.apply(second).code());
    assertEquals("FRESH VALID", state(sync, NOW));
    assertEquals("CARD_SIGNATURES", sync.refresh(TestScheme.text(lie), NOW).code());
  }

  /** A card of the future would block every card until then, and make all clocks suspect. */
  @ParameterizedTest
  @CsvSource({
    "-1, REFRESHED",
    "0, REFRESHED",
    "1, CARD_NOT_YET_VALID",
    "80000, CARD_NOT_YET_VALID"
  })
  void indefiniteFreeze_aCardIsNotOfTheFuture(int seconds, String expected) throws Exception {
    Instant issued = NOW.plus(TrustSync.CARD_SKEW).plusSeconds(seconds);
    FreshnessCard card = TestScheme.card(HELD.list(), issued, issued.plus(DAY));
    assertEquals(expected, sync.refresh(TestScheme.text(card), NOW).code());
  }

  @Test
  void wrongSoftware_aPassIsNoCardAndACardIsNoPass() throws Exception {
    String pass = TestScheme.ISSUER.sign(TestPasses.vaccination()).text(PassText.QR);
    assertEquals("Refused[DOCUMENT_FORMAT: TEXT_PREFIX at 0]", sync.refresh(pass, NOW).toString());
    String disguised = FreshnessCard.PREFIX + pass.substring(FreshnessCard.PREFIX.length() - 1);
    assertEquals("DOCUMENT_FORMAT", sync.refresh(disguised, NOW).code());
    String card = TestScheme.text(TestScheme.card(HELD.list(), NOW, NOW.plus(DAY)));
    PassVerifier verifier = PassVerifier.of(sync.trust(), TestPasses.at(NOW));
    assertEquals("TEXT_FORM", verifier.verify(card).code());
    String passText = "GQ1:" + card.substring(FreshnessCard.PREFIX.length());
    assertEquals("ENVELOPE", verifier.verify(passText).code());
  }
}
