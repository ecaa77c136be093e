package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status lists over several bundles: in full, by deltas, partial, dropped. */
class StatusDeltaTest {
  /** Versions 1 to 5 of list 1; version {@code n} has entry {@code n} suspended as well. */
  private static StatusListDocument version(int version) {
    PassStatus[] entries = new PassStatus[version + 1];
    entries[0] = PassStatus.VALID;
    for (int i = 1; i <= version; i++) {
      entries[i] = PassStatus.SUSPENDED;
    }
    return TestScheme.status(1, version, entries);
  }

  private static SignedDocument delta(int from, int to) {
    return TestScheme.delta(TestScheme.changes(version(from), version(to)));
  }

  /** Trust list {@code version} pins the status list of that version; nothing is in the bundle. */
  private static TestBundle pinning(int version) {
    return TestBundle.of(TestScheme.list(1, version).status(version(version).pin()));
  }

  private static TrustSync holding(int version) throws TrustException {
    return TestScheme.sync(pinning(version).statuses(TestScheme.sign(version(version))));
  }

  private static String answer(TrustSync sync, int index) {
    return sync.trust().status(StatusReference.of(1, index), TestScheme.NOW).name();
  }

  private static void assertInForce(int version, TrustSync sync) {
    assertEquals(List.of(), sync.trust().absentStatusLists());
    assertEquals("SUSPENDED", answer(sync, version));
    assertEquals("VALID", answer(sync, version + 1));
  }

  /** Whatever day a verifier was at last, the three deltas lead to the same list. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aChainOfThreeDeltasWherePartsWereAppliedAlready(int start) throws Exception {
    TrustSync sync = holding(start);
    TestBundle bundle = pinning(5).deltas(delta(1, 2), delta(2, 3), delta(3, 5));
    if (start == 4) {
      assertEquals("UPDATED", sync.apply(bundle.bytes()).code());
      assertEquals("OUTDATED", answer(sync, 1), "no delta starts from 4");
    } else {
      assertEquals("UPDATED", sync.apply(bundle.bytes()).code());
      assertInForce(5, sync);
      assertEquals("UNCHANGED", sync.apply(bundle.bytes()).code());
    }
  }

  @Test
  void aMissingBaseLeavesTheListOutdatedUntilALaterDeltaFits() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    sync.apply(pinning(1).statuses(TestScheme.sign(version(1))).bytes());
    assertEquals("UPDATED", sync.apply(pinning(3).deltas(delta(2, 3)).bytes()).code());
    assertEquals("OUTDATED", answer(sync, 1));
    assertEquals(List.of(1), sync.trust().absentStatusLists());
    // It is the base of the next delta, also after a restart.
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("OUTDATED", answer(restarted, 1));
    assertEquals("UPDATED", restarted.apply(pinning(4).deltas(delta(1, 4)).bytes()).code());
    assertInForce(4, restarted);
  }

  @Test
  void anOutdatedListIsBroughtUpToDateUnderTheSameTrustList() throws Exception {
    TrustSync sync = holding(1);
    assertEquals("UPDATED", sync.apply(pinning(2).bytes()).code());
    assertEquals("OUTDATED", answer(sync, 1));
    assertEquals("UPDATED", sync.apply(pinning(2).deltas(delta(1, 2)).bytes()).code());
    assertInForce(2, sync);
  }

  @Test
  void aListThatWasNeverHeldIsMissingUntilItIsBrought() throws Exception {
    TrustSync sync = TestScheme.sync(pinning(2).deltas(delta(1, 2)));
    assertEquals("MISSING", answer(sync, 1));
    assertEquals(List.of(1), sync.trust().absentStatusLists());
    byte[] rest = pinning(2).statuses(TestScheme.sign(version(2))).bytes();
    assertEquals("UPDATED", sync.apply(rest).code());
    assertInForce(2, sync);
  }

  @Test
  void aListThatIsNotPinnedIsNoBaseForADeltaOfItsOwnBundle() throws Exception {
    TestBundle bundle = pinning(2).statuses(TestScheme.sign(version(1))).deltas(delta(1, 2));
    assertEquals("NOT_PINNED", TestScheme.sync().apply(bundle.bytes()).code());
  }

  /** A delta that leads elsewhere than the pin: short of it, past it, or to another content. */
  @Test
  void aDeltaMustLeadToThePin() throws Exception {
    StatusListDocument other = TestScheme.status(1, 3, PassStatus.REVOKED);
    SignedDocument wrong = TestScheme.delta(TestScheme.changes(version(1), other));
    for (TestBundle bundle :
        List.of(
            pinning(3).deltas(delta(1, 2)),
            pinning(3).deltas(delta(1, 4)),
            pinning(3).deltas(delta(1, 2), delta(2, 4)),
            pinning(3).deltas(wrong))) {
      TrustSync sync = holding(1);
      assertEquals("NOT_PINNED", sync.apply(bundle.bytes()).code());
      assertInForce(1, sync);
    }
  }

  /** The pin has a version and a digest: the right content under another number is another list. */
  @Test
  void theVersionOfAListIsPinnedAsItsContentIs() throws Exception {
    StatusListDocument numbered =
        StatusListDocument.of(Environment.TEST, 1, 9, TestScheme.ISSUED, version(2).entries());
    TestBundle bundle = pinning(2).statuses(TestScheme.sign(numbered));
    assertEquals("NOT_PINNED", TestScheme.sync().apply(bundle.bytes()).code());
  }

  /** The publisher counts on without a change: what is held stays, and is the base from there. */
  @Test
  void aListHeldIsInForceUnderANewVersionOfTheSameContent() throws Exception {
    TrustSync sync = holding(1);
    StatusListDocument second =
        StatusListDocument.of(Environment.TEST, 1, 2, TestScheme.ISSUED, version(1).entries());
    TrustListDocument.Builder list = TestScheme.list(1, 2).status(second.pin());
    assertEquals("UPDATED", sync.apply(TestBundle.of(list).bytes()).code());
    assertInForce(1, sync);
    SignedDocument on = TestScheme.delta(TestScheme.changes(second, version(3)));
    assertEquals("UPDATED", sync.apply(pinning(3).deltas(on).bytes()).code());
    assertInForce(3, sync);
  }

  @Test
  void aChangeBeyondTheLastEntryIsRefused() throws Exception {
    for (int index : new int[] {TestScheme.ENTRIES - 1, TestScheme.ENTRIES}) {
      StatusEntries longer = StatusEntries.allValid(TestScheme.ENTRIES * 2);
      StatusEntries changed = longer.edit().set(index, PassStatus.REVOKED).build();
      ListChanges changes = ListChanges.between(1, 1, longer, 2, changed);
      boolean beyond = index == TestScheme.ENTRIES;
      StatusEntries held = version(1).entries();
      StatusEntries led = beyond ? held : held.edit().set(index, PassStatus.REVOKED).build();
      StatusListDocument result =
          StatusListDocument.of(Environment.TEST, 1, 2, TestScheme.ISSUED, led);
      TestBundle bundle = TestBundle.of(TestScheme.list(1, 2).status(result.pin()));
      TrustUpdate update = holding(1).apply(bundle.deltas(TestScheme.delta(changes)).bytes());
      assertEquals(
          beyond ? "Refused[DOCUMENT_FORMAT: STATUS_CHANGE at 0]" : "Applied[UPDATED]",
          update.toString());
    }
  }

  @Test
  void aListThatNoPinNamesIsDropped() throws Exception {
    TrustSync sync = holding(1);
    assertEquals("UPDATED", sync.apply(TestBundle.of(TestScheme.list(1, 2)).bytes()).code());
    assertEquals("MISSING", answer(sync, 1));
    assertEquals(List.of(), sync.trust().absentStatusLists());
    TrustListDocument.Builder back = TestScheme.list(1, 3).status(version(1).pin());
    assertEquals("UPDATED", sync.apply(TestBundle.of(back).bytes()).code());
    assertEquals("MISSING", answer(sync, 1));
    assertEquals(List.of(1), sync.trust().absentStatusLists());
  }

  @Test
  void extraneous_aListOrResultThatNoPinNamesIsRefused() throws Exception {
    TestBundle list = TestBundle.of(TestScheme.list(1, 2)).statuses(TestScheme.sign(version(2)));
    assertEquals("NOT_PINNED", TestScheme.sync().apply(list.bytes()).code());
    TestBundle result = TestBundle.of(TestScheme.list(1, 2)).deltas(delta(1, 2));
    assertEquals("NOT_PINNED", holding(1).apply(result.bytes()).code());
  }

  @Test
  void statusListsOfABundleStandInAscendingOrder() throws Exception {
    StatusListDocument second = TestScheme.status(2, 1);
    TrustListDocument.Builder list =
        TestScheme.list(1, 2).status(version(1).pin()).status(second.pin());
    SignedDocument one = TestScheme.sign(version(1));
    SignedDocument two = TestScheme.sign(second);
    for (List<SignedDocument> order : List.of(List.of(two, one), List.of(one, one))) {
      TestBundle wrong = TestBundle.of(list).statuses(order);
      InvalidValueException e = assertThrows(InvalidValueException.class, wrong::bytes);
      assertEquals(FormatFault.ENTRY_ORDER, e.fault());
    }
    assertEquals(
        "UPDATED", TestScheme.sync().apply(TestBundle.of(list).statuses(one, two).bytes()).code());
  }
}
