package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * TUF, rollback and fast-forward: nothing that was in force once comes back, and versions that a
 * thief drove up bind nobody. Out of scope: whoever can put an old copy of the whole store in the
 * place of the store has the device.
 */
class RollbackAttackTest {
  private static final StatusListDocument OLD = TestScheme.status(1, 4, PassStatus.VALID);
  private static final StatusListDocument STOPPED = TestScheme.status(1, 5, PassStatus.REVOKED);

  private static byte[] bundle(long root, long version) {
    TestBundle bundle = TestBundle.of(TestScheme.list(root, version));
    return root == 1
        ? bundle.bytes()
        : bundle.roots(TestScheme.root(1), TestScheme.root(2)).bytes();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, LIST_ROLLBACK",
    "1, 5, UNCHANGED",
    "1, 6, UPDATED",
    "1, 9007199254740991, UPDATED",
    "2, 1, UPDATED"
  })
  void rollback_theListIsTheOneHeldOrALaterOne(long root, long version, String expected)
      throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("UPDATED", sync.apply(bundle(1, 5)).code());
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertEquals(expected, restarted.apply(bundle(root, version)).code());
    TrustVersion held =
        expected.equals("UPDATED") ? TrustVersion.of(root, version) : TrustVersion.of(1, 5);
    assertEquals(held, restarted.trust().version().orElseThrow());
    TrustSync again = TrustSync.open(TestScheme.anchor(), store);
    assertEquals(held, again.trust().version().orElseThrow());
  }

  @Test
  void rollback_anOlderRootAndAListUnderIt() throws Exception {
    TrustSync sync = TestScheme.sync();
    assertEquals("UPDATED", sync.apply(bundle(2, 1)).code());
    TrustList held = sync.trust();
    assertEquals("ROOT_ROLLBACK", sync.apply(bundle(1, 9)).code());
    TestBundle newRoots = TestBundle.of(TestScheme.list(1, 9));
    newRoots.roots(TestScheme.root(1), TestScheme.root(2));
    assertEquals("LIST_ROOT", sync.apply(newRoots.bytes()).code());
    assertSame(held, sync.trust());
  }

  /** The list of today with the status list of yesterday, in which the pass was not stopped yet. */
  @Test
  void rollback_anOlderStatusListInsideABundle() throws Exception {
    TrustSync sync = TestScheme.sync(TestBundle.of(TestScheme.list(1, 4), OLD));
    TestBundle mixed = TestBundle.of(TestScheme.list(1, 5), STOPPED).statuses(TestScheme.sign(OLD));
    assertEquals("NOT_PINNED", sync.apply(mixed.bytes()).code());
    TestBundle without = TestBundle.of(TestScheme.list(1, 5), STOPPED).statuses();
    assertEquals("UPDATED", sync.apply(without.bytes()).code());
    TestBundle again = TestBundle.of(TestScheme.list(1, 5), STOPPED).statuses(TestScheme.sign(OLD));
    assertEquals("NOT_PINNED", sync.apply(again.bytes()).code());
    TestBundle older = TestBundle.of(TestScheme.list(1, 4), OLD);
    assertEquals("LIST_ROLLBACK", sync.apply(older.bytes()).code());
  }

  @Test
  void equivocation_anotherListWithThePairHeldIsRefused() throws Exception {
    TrustSync sync = TestScheme.sync(TestBundle.of(TestScheme.list(1, 4)));
    TestBundle other = TestBundle.of(TestScheme.list(1, 4).statusExpires(TestScheme.EXPIRES));
    assertEquals("LIST_EQUIVOCATION", sync.apply(other.bytes()).code());
  }

  @Test
  void fastForward_aNewRootEndsTheVersionsThatAThiefOfListKeysDroveUp() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    long top = FormatLimits.MAX_VERSION;
    assertEquals("UPDATED", sync.apply(bundle(1, top)).code());
    assertEquals("LIST_ROLLBACK", sync.apply(bundle(1, 6)).code());
    assertEquals("LIST_ROLLBACK", sync.apply(bundle(1, top - 1)).code());
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("UPDATED", restarted.apply(bundle(2, 1)).code());
    assertEquals("ROOT_ROLLBACK", restarted.apply(bundle(1, top)).code());
    assertEquals("UPDATED", restarted.apply(bundle(2, 2)).code());
  }

  /** What a thief of list and status keys counted binds under his root, and no longer. */
  @Test
  void fastForward_aNewRootEndsTheVersionOfAStatusListThatAThiefDroveUp() throws Exception {
    StatusListDocument top = TestScheme.status(1, FormatLimits.MAX_VERSION, PassStatus.VALID);
    TrustSync sync = TestScheme.sync(TestBundle.of(TestScheme.list(1, 4), top));
    assertEquals(
        "PIN_ROLLBACK", sync.apply(TestBundle.of(TestScheme.list(1, 5), STOPPED).bytes()).code());
    TestBundle underNewRoot = TestBundle.of(TestScheme.list(2, 1), STOPPED);
    underNewRoot.roots(TestScheme.root(1), TestScheme.root(2));
    assertEquals("UPDATED", sync.apply(underNewRoot.bytes()).code());
    assertEquals(0, sync.trust().absentStatusLists().size());
  }

  /**
   * Old status lists and documents are signed for good: thieves of the list keys pin them again,
   * and every revocation since then is lifted.
   */
  @ParameterizedTest
  @CsvSource({"4, PIN_ROLLBACK", "5, PIN_ROLLBACK", "6, UPDATED"})
  void rollback_aPinDoesNotGoBackUnderOneRoot(int version, String expected) throws Exception {
    BundledDocument document = BundledDocument.of(1, "p", new byte[] {1});
    BundledDocument other = BundledDocument.of(1, "p", new byte[] {2});
    StatusListDocument lifted = TestScheme.status(1, version);
    TrustListDocument.Builder held = TestScheme.list(1, 1).document(document.pin(5));
    TestBundle status = TestBundle.of(TestScheme.list(1, 2).document(document.pin(5)), lifted);
    TestBundle policy =
        TestBundle.of(TestScheme.list(1, 2).document(other.pin(version)), STOPPED).documents(other);
    for (TestBundle bundle : List.of(status, policy)) {
      TrustSync sync = TestScheme.sync(TestBundle.of(held, STOPPED));
      assertEquals(expected, sync.apply(bundle.bytes()).code());
    }
    TrustSync sync = TestScheme.sync(TestBundle.of(held, STOPPED));
    TestBundle rotated = TestBundle.of(TestScheme.list(2, 1), lifted);
    assertEquals("UPDATED", sync.apply(rotated.roots(TestScheme.root(2)).bytes()).code());
  }
}
