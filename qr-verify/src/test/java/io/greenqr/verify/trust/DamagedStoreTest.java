package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored state that a disk or somebody changed: an error, never a new beginning. */
class DamagedStoreTest {
  private static final BundledDocument DOCUMENT =
      BundledDocument.of(1, "policy", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
  private static final StatusListDocument STOPPED =
      TestScheme.status(1, 4, PassStatus.REVOKED, PassStatus.SUSPENDED);
  private static final StatusListDocument OUTDATED = TestScheme.status(2, 3, PassStatus.REVOKED);

  private static TrustAnchor anchor(int version) throws TrustException {
    return TrustAnchor.of(TestScheme.root(version).bytes());
  }

  /** Everything that a state can have: two roots, card, lists in force and outdated, document. */
  private static byte[] state(int anchor, boolean superseded) throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(anchor(anchor), store);
    TestBundle first =
        TestBundle.of(TestScheme.list(anchor, 4), STOPPED, OUTDATED).roots(TestScheme.root(anchor));
    TrustListDocument.Builder list =
        TestScheme.list(anchor + 1, 5)
            .status(STOPPED.pin())
            .status(TestScheme.status(2, 4).pin())
            .document(DOCUMENT.pin(1));
    TestBundle second = TestBundle.of(list).documents(DOCUMENT);
    second.roots(TestScheme.root(anchor), TestScheme.root(anchor + 1));
    List<String> codes = new ArrayList<>();
    codes.add(sync.apply(first.bytes()).code());
    codes.add(sync.apply(second.bytes()).code());
    Instant end = TestScheme.NOW.plusSeconds(86_400);
    codes.add(
        sync.refresh(
                TestScheme.text(TestScheme.card(second.list(), TestScheme.NOW, end)),
                TestScheme.NOW)
            .code());
    if (superseded) {
      TestBundle newer = TestBundle.of(TestScheme.list(anchor + 1, 6));
      String text = TestScheme.text(TestScheme.card(newer.list(), TestScheme.NOW, end));
      codes.add(sync.refresh(text, TestScheme.NOW).code());
    }
    assertEquals(
        superseded ? "[UPDATED, UPDATED, REFRESHED, SUPERSEDED]" : "[UPDATED, UPDATED, REFRESHED]",
        codes.toString());
    return store.load();
  }

  /** All that a verification can learn of a state. */
  private static String answers(TrustAnchor anchor, byte[] stored) {
    TrustStore store = TrustStore.inMemory();
    TrustList list;
    try {
      assertTrue(store.replace(null, stored));
      list = TrustSync.open(anchor, store).trust();
    } catch (TrustException e) {
      assertEquals(TrustFault.STORE_DAMAGED, e.fault());
      return "damaged";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder answers = new StringBuilder();
    answers.append(list).append(list.keys()).append(list.asOf());
    answers.append(Arrays.toString(list.document(1, "policy").orElse(null)));
    for (int hours = 0; hours < 24 * 9; hours += 12) {
      Instant now = TestScheme.NOW.plusSeconds(hours * 3_600L);
      answers.append(' ').append(list.freshnessAt(now));
      for (int index = 0; index < 3; index++) {
        answers.append(list.status(StatusReference.of(1, index), now));
        answers.append(list.status(StatusReference.of(2, index), now));
      }
    }
    return answers.toString();
  }

  /** Every byte with a bit flipped, every bit in turn. */
  @ParameterizedTest
  @CsvSource({"1, 1, false", "2, 3, true"})
  void aFlippedBitIsNoticedOrChangesNothing(int first, int anchor, boolean superseded)
      throws Exception {
    byte[] stored = state(first, superseded);
    TrustAnchor held = anchor(anchor);
    String whole = answers(held, stored);
    assertTrue(whole.startsWith("TrustList[" + (first + 1) + ".5,"), whole);
    int same = 0;
    for (int i = 0; i < stored.length; i++) {
      byte[] damaged = stored.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      String answers = answers(held, damaged);
      if (!answers.equals("damaged")) {
        assertEquals(whole, answers, "byte " + i + " of " + stored.length);
        same++;
      }
    }
    // Versions that only deltas and newer lists look at, and the hint of zlib how well it did.
    assertTrue(same < 20, "unnoticed: " + same);
  }

  /** A chain of the anchor alone: with another version it must not pass for one left behind. */
  @Test
  void rollback_aFlippedBitOfTheOnlyRootIsNoNewBeginning() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TestBundle bundle = TestBundle.of(TestScheme.list(3, 4)).roots(TestScheme.root(3));
    TrustSync.open(anchor(3), store).apply(bundle.bytes());
    byte[] stored = store.load();
    int root = TestScheme.root(3).bytes().length;
    for (int bit = 0; bit < (root + 10) * 8; bit++) {
      byte[] damaged = stored.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals("damaged", answers(anchor(3), damaged), "bit " + bit);
    }
  }

  @Test
  void aTornStateIsNoticed() throws Exception {
    byte[] stored = state(1, true);
    for (int length = 0; length <= stored.length + 1; length++) {
      if (length != stored.length) {
        assertEquals("damaged", answers(anchor(1), Arrays.copyOf(stored, length)));
      }
    }
    for (int from = 1; from < stored.length; from++) {
      byte[] zeroed = stored.clone();
      Arrays.fill(zeroed, from, stored.length, (byte) 0);
      assertEquals("damaged", answers(anchor(1), zeroed), "zeros from " + from);
    }
  }

  /** An application that comes with a newer anchor, with the same one, with an older one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theChainLeadsThroughTheAnchor(int anchor) throws Exception {
    TrustStore store = TrustStore.inMemory();
    store.replace(null, state(2, false));
    if (anchor == 1) {
      assertEquals("damaged", answers(anchor(1), store.load()), "a chain that begins elsewhere");
      return;
    }
    TrustSync sync = TrustSync.open(anchor(anchor), store);
    if (anchor == 4) {
      // The list held stands under a root that is not in force any more.
      assertEquals(TrustFreshness.MISSING, sync.trust().freshnessAt(TestScheme.NOW));
      TestBundle old = TestBundle.of(TestScheme.list(3, 9)).roots(TestScheme.root(3));
      assertEquals("ROOT_ROLLBACK", sync.apply(old.bytes()).code());
      TestBundle next = TestBundle.of(TestScheme.list(4, 1)).roots(TestScheme.root(4));
      assertEquals("UPDATED", sync.apply(next.bytes()).code());
      TrustSync restarted = TrustSync.open(anchor(4), store);
      assertEquals("TrustSync[TrustList[4.1, 1 keys]]", restarted.toString());
    } else {
      assertEquals("TrustSync[TrustList[3.5, 1 keys]]", sync.toString());
    }
  }

  @Test
  void theStateOfAnotherSchemeIsRefused() throws Exception {
    byte[] stored = state(1, false);
    TrustAnchor other =
        TrustAnchor.of(
            TestScheme.sign(
                    TestScheme.root(Environment.TEST, 1, TestScheme.NOW, TestScheme.roles()))
                .bytes());
    TrustStore store = TrustStore.inMemory();
    assertTrue(store.replace(null, stored));
    TrustException refused = assertThrows(TrustException.class, () -> TrustSync.open(other, store));
    assertEquals(TrustFault.STORE_DAMAGED, refused.fault());
  }
}
