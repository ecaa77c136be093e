package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.HeldList;
import io.greenqr.format.trust.HeldTrust;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.trust.TrustUpdate.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile bundles, cards and stored states; one method a run when it fuzzes. Whatever the bytes,
 * what is in force afterwards is one of the lists that the scheme signed, and no older one.
 */
class TrustFuzzTest {
  private static final BundledDocument DOCUMENT = BundledDocument.of(1, "p", new byte[] {1});
  private static final StatusListDocument FIRST = TestScheme.status(1, 1);
  private static final StatusListDocument SECOND = TestScheme.status(1, 2, PassStatus.REVOKED);

  private static final TestBundle HELD = TestBundle.of(TestScheme.list(1, 1), FIRST);
  private static final TestBundle NEXT =
      TestBundle.of(TestScheme.list(1, 2).status(SECOND.pin()).document(DOCUMENT.pin(1)))
          .deltas(TestScheme.delta(TestScheme.changes(FIRST, SECOND)))
          .documents(DOCUMENT);
  private static final TestBundle ROTATED =
      TestBundle.of(TestScheme.list(2, 1), SECOND).roots(TestScheme.root(1), TestScheme.root(2));
  private static final Set<TrustVersion> SIGNED =
      Set.of(TrustVersion.of(1, 1), TrustVersion.of(1, 2), TrustVersion.of(2, 1));

  /**
   * A verifier that holds {@link #HELD}, from a state that is stored: an update of an empty store
   * compares with null, at which Jazzer's hook of Arrays.equals ends the virtual machine.
   */
  private static TrustSync holding() throws Exception {
    HeldTrust held =
        HeldTrust.of(
            List.of(TestScheme.root(1)),
            HELD.list(),
            null,
            null,
            List.of(HeldList.of(1, FIRST.version(), FIRST.entries())),
            List.of());
    TrustStore store = TrustStore.inMemory();
    assertTrue(store.replace(null, held.bytes()));
    return TrustSync.open(TestScheme.anchor(), store);
  }

  static Stream<byte[]> bundles() {
    return Stream.of(HELD, NEXT, ROTATED).map(TestBundle::bytes);
  }

  static Stream<byte[]> cards() throws Exception {
    return Stream.of(card(HELD.list()), card(NEXT.list()))
        .map(text -> text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String card(SignedDocument list) throws Exception {
    return TestScheme.text(
        TestScheme.card(list, TestScheme.NOW, TestScheme.NOW.plus(Duration.ofHours(1))));
  }

  static Stream<byte[]> states() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    List<byte[]> states = new ArrayList<>();
    for (byte[] bundle : bundles().toList()) {
      sync.apply(bundle);
      states.add(store.load());
      sync.refresh(card(HELD.list()), TestScheme.NOW);
      sync.refresh(card(NEXT.list()), TestScheme.NOW);
      states.add(store.load());
    }
    return states.stream();
  }

  private static void assertForward(TrustSync sync, TrustList before, TrustUpdate update) {
    assertNotNull(update.toString());
    TrustVersion version = sync.trust().version().orElseThrow();
    assertTrue(SIGNED.contains(version));
    assertTrue(version.compareTo(before.version().orElseThrow()) >= 0);
    assertEquals(1, sync.trust().keys().size());
    if (update instanceof Refused) {
      assertSame(before, sync.trust());
    }
  }

  @MethodSource("bundles")
  @FuzzTest(maxDuration = "60s")
  void anyBundle(byte[] bytes) throws Exception {
    TrustSync sync = holding();
    TrustList before = sync.trust();
    assertForward(sync, before, sync.apply(bytes));
  }

  @MethodSource("cards")
  @FuzzTest(maxDuration = "60s")
  void anyCard(byte[] bytes) throws Exception {
    TrustSync sync = holding();
    TrustList before = sync.trust();
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertForward(sync, before, sync.refresh(text, TestScheme.NOW));
  }

  /** A stored state is taken as it is or not at all, and an update on top of it leads forward. */
  @MethodSource("states")
  @FuzzTest(maxDuration = "60s")
  void anyStoredState(byte[] bytes) throws Exception {
    TrustStore store = TrustStore.inMemory();
    assertTrue(store.replace(null, bytes));
    try {
      TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
      TrustList before = sync.trust();
      assertForward(sync, before, sync.apply(NEXT.bytes()));
    } catch (TrustException e) {
      assertEquals(TrustFault.STORE_DAMAGED, e.fault());
    }
  }
}
