package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.HeldList;
import io.greenqr.format.trust.HeldTrust;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A state put together by someone who can write the file, but has no key: every part is genuine,
 * and not all of them belong together.
 */
class ForgedStoreTest {
  private static final StatusListDocument OLD = TestScheme.status(1, 1);
  private static final StatusListDocument STOPPED = TestScheme.status(1, 2, PassStatus.REVOKED);
  private static final BundledDocument DOCUMENT = BundledDocument.of(1, "p", new byte[] {1});
  private static final TrustListDocument.Builder LIST =
      TestScheme.list(1, 2).status(STOPPED.pin()).document(DOCUMENT.pin(1));

  private static TrustSync open(
      SignedDocument list,
      @Nullable SignedDocument card,
      List<HeldList> statuses,
      List<BundledDocument> documents)
      throws Exception {
    HeldTrust held =
        HeldTrust.of(List.of(TestScheme.root(1)), list, card, null, statuses, documents);
    TrustStore store = TrustStore.inMemory();
    assertTrue(store.replace(null, held.bytes()));
    return TrustSync.open(TestScheme.anchor(), store);
  }

  private static void assertDamaged(
      SignedDocument list,
      @Nullable SignedDocument card,
      List<HeldList> statuses,
      List<BundledDocument> documents) {
    TrustException refused =
        assertThrows(TrustException.class, () -> open(list, card, statuses, documents));
    assertEquals(TrustFault.STORE_DAMAGED, refused.fault());
  }

  private static HeldList held(StatusListDocument status) {
    return HeldList.of(status.list(), status.version(), status.entries());
  }

  private static SignedDocument card(SignedDocument list) throws Exception {
    FreshnessCard card = TestScheme.card(list, TestScheme.NOW, TestScheme.NOW.plusSeconds(86_400));
    return TestScheme.sign(
        DocumentType.FRESHNESS_CARD, card.encode(), TestScheme.keys(Role.FRESHNESS));
  }

  private static String answer(TrustSync sync) {
    return sync.trust().status(StatusReference.of(1, 0), TestScheme.NOW).name();
  }

  @Test
  void partsThatBelongTogetherAreTaken() throws Exception {
    SignedDocument list = TestScheme.sign(LIST.build());
    TrustSync sync = open(list, card(list), List.of(held(STOPPED)), List.of(DOCUMENT));
    assertEquals("REVOKED", answer(sync));
  }

  /** Freeze: yesterday's list, kept alive by the card that today's list was given. */
  @Test
  void indefiniteFreeze_aCardOfAnotherListIsNotTakenFromTheStore() throws Exception {
    SignedDocument list = TestScheme.sign(LIST.build());
    SignedDocument newer = TestScheme.sign(TestScheme.list(1, 3).build());
    SignedDocument twin = TestScheme.sign(TestScheme.list(1, 2).build());
    assertDamaged(list, card(newer), List.of(), List.of());
    assertDamaged(list, card(twin), List.of(), List.of());
  }

  @Test
  void mixAndMatch_aDocumentThatIsNotPinnedIsNotTakenFromTheStore() throws Exception {
    SignedDocument list = TestScheme.sign(LIST.build());
    BundledDocument changed = BundledDocument.of(1, "p", new byte[] {2});
    BundledDocument foreign = BundledDocument.of(2, "p", new byte[] {1});
    assertDamaged(list, null, List.of(), List.of(changed));
    assertDamaged(list, null, List.of(), List.of(foreign));
  }

  /** An older status list is what a partial bundle leaves as well: it answers nothing. */
  @Test
  void mixAndMatch_anOlderStatusListInTheStoreAnswersNothing() throws Exception {
    SignedDocument list = TestScheme.sign(LIST.build());
    assertEquals("OUTDATED", answer(open(list, null, List.of(held(OLD)), List.of())));
    HeldList disguised = HeldList.of(1, STOPPED.version(), OLD.entries());
    assertEquals("OUTDATED", answer(open(list, null, List.of(disguised), List.of())));
    assertDamaged(list, null, List.of(held(TestScheme.status(2, 1))), List.of());
  }

  @Test
  void aListWithKeysThatNoUpdateWouldTakeIsDamage() throws Exception {
    IssuerKey again =
        IssuerKey.builder("Other", TestScheme.ISSUER.key(), EnumSet.of(ClaimKind.TEST)).build();
    SignedDocument list = TestScheme.sign(TestScheme.list(1, 2).key(again).build());
    assertDamaged(list, null, List.of(), List.of());
  }
}
