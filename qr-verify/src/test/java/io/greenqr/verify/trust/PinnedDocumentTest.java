package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Documents of other specifications: in force by digest, kept from bundle to bundle. */
class PinnedDocumentTest {
  private static final BundledDocument FIRST = BundledDocument.of(1, "policy", new byte[] {1});
  private static final BundledDocument SECOND = BundledDocument.of(1, "policy", new byte[] {2});
  private static final BundledDocument OTHER = BundledDocument.of(2, "policy", new byte[] {3});

  private static TrustListDocument.Builder pinning(int version, BundledDocument... documents) {
    TrustListDocument.Builder list = TestScheme.list(1, version);
    for (BundledDocument document : documents) {
      list.document(document.pin(version));
    }
    return list;
  }

  private static TrustSync holding(BundledDocument... documents) throws TrustException {
    return TestScheme.sync(TestBundle.of(pinning(1, documents)).documents(documents));
  }

  private static byte[] policy(TrustSync sync) {
    return sync.trust().document(1, "policy").orElse(new byte[0]);
  }

  @Test
  void aDocumentIsInForceByKindAndName() throws Exception {
    TrustSync sync = holding(FIRST, OTHER);
    assertArrayEquals(new byte[] {1}, policy(sync));
    assertArrayEquals(new byte[] {3}, sync.trust().document(2, "policy").orElseThrow());
    assertTrue(sync.trust().document(3, "policy").isEmpty());
    assertTrue(sync.trust().document(1, "police").isEmpty());
    Arrays.fill(policy(sync), (byte) 9);
    assertArrayEquals(new byte[] {1}, policy(sync), "a copy each time");
  }

  @Test
  void itIsKeptWhileItIsPinnedAndNoLonger() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    sync.apply(TestBundle.of(pinning(1, FIRST)).documents(FIRST).bytes());
    assertEquals("UPDATED", sync.apply(TestBundle.of(pinning(2, FIRST)).bytes()).code());
    assertArrayEquals(new byte[] {1}, policy(sync));
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertArrayEquals(new byte[] {1}, policy(restarted));
    assertEquals("UPDATED", restarted.apply(TestBundle.of(pinning(3, SECOND)).bytes()).code());
    assertEquals(0, policy(restarted).length, "the old policy is not in force any more");
    byte[] brought = TestBundle.of(pinning(3, SECOND)).documents(SECOND).bytes();
    assertEquals("UPDATED", restarted.apply(brought).code());
    assertArrayEquals(new byte[] {2}, policy(restarted));
    assertEquals("UPDATED", restarted.apply(TestBundle.of(pinning(4)).bytes()).code());
    assertEquals(0, policy(restarted).length);
  }

  @Test
  void extraneous_aDocumentThatIsNotThePinnedOneIsRefused() throws Exception {
    for (BundledDocument other :
        new BundledDocument[] {SECOND, OTHER, BundledDocument.of(1, "policies", new byte[] {1})}) {
      TrustSync sync = holding(FIRST);
      TestBundle bundle = TestBundle.of(pinning(2, FIRST)).documents(other);
      assertEquals("NOT_PINNED", sync.apply(bundle.bytes()).code());
      assertArrayEquals(new byte[] {1}, policy(sync));
    }
  }
}
