package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.internal.signature.PrecomputedEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.SignatureEngine;
import io.greenqr.verify.trust.TrustList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which keys an engine is told to make ready, and to keep. */
class SnapshotTest {
  private static final TestIssuer A = TestIssuer.ed25519(81);
  private static final TestIssuer B = TestIssuer.p256(82);
  private static final TestIssuer C = TestIssuer.ed25519(83);

  private final List<CoseKey> prepared = new ArrayList<>();
  private final List<Set<PreparedKey>> kept = new ArrayList<>();

  /** Cannot use the key of C where it is told so. */
  private SignatureEngine engine(boolean withoutC) {
    SignatureEngine real = new PrecomputedEngine(1 << 20, Runnable::run);
    return new SignatureEngine() {
      @Override
      public PreparedKey prepare(CoseKey key) {
        if (withoutC && key.equals(C.key())) {
          throw new IllegalArgumentException("no such key");
        }
        prepared.add(key);
        return real.prepare(key);
      }

      @Override
      public void keep(Collection<PreparedKey> keys) {
        kept.add(new HashSet<>(keys));
        real.keep(keys);
      }
    };
  }

  private static PreparedKey find(Snapshot snapshot, TestIssuer issuer) {
    List<Snapshot.Key> found = snapshot.find(issuer.key().keyId());
    assertEquals(1, found.size());
    return found.get(0).prepared();
  }

  @Test
  void keysThatStayAreTheSameAndNewOnesAreMadeReadyOnce() throws Exception {
    SignatureEngine engine = engine(false);
    Snapshot first = Snapshot.of(TrustList.of(A.trusted(), B.trusted()), engine);
    PreparedKey a = find(first, A);
    PreparedKey b = find(first, B);
    assertEquals(Set.of(A.key(), B.key()), new HashSet<>(prepared));
    Snapshot second = first.replacedBy(TrustList.of(C.trusted(), B.trusted()), engine);
    assertSame(b, find(second, B));
    assertEquals(3, prepared.size());
    assertEquals(List.of(), second.find(A.key().keyId()));
    assertSame(a, find(first, A), "a snapshot does not change");
    assertEquals(List.of(Set.of(a, b), Set.of(b, find(second, C))), kept);
    Snapshot third = second.replacedBy(TrustList.of(A.trusted()), engine);
    assertNotSame(a, find(third, A), "what left is not held on to");
  }

  @Test
  void ofAListWithAKeyThatCannotBeUsedTheEngineKeepsNothing() throws Exception {
    SignatureEngine engine = engine(true);
    Snapshot first = Snapshot.of(TrustList.of(A.trusted()), engine);
    TrustList next = TrustList.of(B.trusted(), C.trusted());
    assertThrows(IllegalArgumentException.class, () -> first.replacedBy(next, engine));
    assertThrows(IllegalArgumentException.class, () -> Snapshot.of(C.trustList(), engine));
    assertEquals(List.of(Set.of(find(first, A))), kept);
  }
}
