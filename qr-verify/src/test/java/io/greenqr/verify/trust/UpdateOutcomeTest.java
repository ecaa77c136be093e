package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.verify.TestIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a bundle changes nothing, and what an unsound key in one does. */
class UpdateOutcomeTest {
  @Test
  void theSameBundleAgainChangesNothing() throws Exception {
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 1), TestScheme.status(1, 1));
    TrustSync sync = TestScheme.sync(bundle);
    TrustList held = sync.trust();
    assertEquals("UNCHANGED", sync.apply(bundle.bytes()).code());
    assertEquals("Applied[UNCHANGED]", sync.apply(bundle.bytes()).toString());
    assertSame(held, sync.trust());
  }

  /** Every subset of signatures that reaches the threshold makes the same list. */
  @Test
  void theSameListWithOtherSignaturesChangesNothing() throws Exception {
    List<TestIssuer> holders = new ArrayList<>(TestScheme.keys(Role.LIST));
    holders.add(TestIssuer.ed25519(6001));
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.LIST, TestScheme.role(2, holders));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles));
    byte[] payload = TestScheme.list(1, 1).build().encode();
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TrustAnchor.of(root.bytes()), store);
    byte[] stored = null;
    for (int without = 3; without >= 0; without--) {
      List<TestIssuer> signers = new ArrayList<>(holders);
      if (without < 3) {
        signers.remove(without);
      }
      SignedDocument list = TestScheme.sign(DocumentType.TRUST_LIST, payload, signers);
      String code = sync.apply(TestBundle.of(list).roots(root).bytes()).code();
      assertEquals(without == 3 ? "UPDATED" : "UNCHANGED", code);
      stored = stored == null ? store.load() : stored;
      assertArrayEquals(stored, store.load());
    }
  }

  /** Whoever signs the list is trusted with which keys it has, but not to have checked them. */
  @Test
  void aListWithAnUnsoundKeyIsRefusedWhole() throws Exception {
    byte[] x = TestIssuer.p256(3).key().x();
    assertEquals("KEY_NOT_ON_CURVE", apply(CoseKey.p256(x, x)));
    assertEquals("KEY_NOT_OF_ORDER", apply(CoseKey.ed25519(new byte[32])));
    assertEquals("KEY_DUPLICATE", apply(TestScheme.ISSUER.key()));
    assertEquals("UPDATED", apply(TestIssuer.p256(3).key()));
  }

  private static String apply(CoseKey key) throws Exception {
    IssuerKey other = IssuerKey.builder("Other", key, EnumSet.of(ClaimKind.TEST)).build();
    TrustListDocument.Builder list = TestScheme.list(1, 1).key(other);
    return TestScheme.sync().apply(TestBundle.of(list).bytes()).code();
  }

  /** With a point of low order as a key of a role, anyone signs for its holder. */
  @Test
  void anUnsoundKeyOfARoleSignsNothing() throws Exception {
    byte[] identity = new byte[32];
    identity[0] = 1;
    CoseKey low = CoseKey.ed25519(identity);
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.LIST, RoleKeys.of(1, List.of(low)));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles));
    // R is the base point and s is 1: s B = R + k A for every message, if A is the identity.
    byte[] forged = new byte[64];
    Arrays.fill(forged, 0, 32, (byte) 0x66);
    forged[0] = 0x58;
    forged[32] = 1;
    byte[] payload = TestScheme.list(1, 1).build().encode();
    SignedDocument list =
        SignedDocument.of(
            DocumentType.TRUST_LIST, payload, List.of(DocumentSignature.of(low, forged)));
    TrustSync sync = TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
    byte[] bundle = TestBundle.of(list).roots(root).bytes();
    assertEquals("LIST_SIGNATURES", sync.apply(bundle).code());
  }

  @Test
  void aProgramThatVerifiesAndEndsOpensABundle() throws Exception {
    TrustStore store = TrustStore.inMemory();
    byte[] second = TestBundle.of(TestScheme.list(1, 2)).bytes();
    TrustList list = TrustList.open(TestScheme.anchor(), store, second);
    assertEquals("TrustList[1.2, 1 keys]", list.toString());
    TrustList again = TrustList.open(TestScheme.anchor(), store, second);
    assertEquals(list.version(), again.version());
    byte[] first = TestBundle.of(TestScheme.list(1, 1)).bytes();
    TrustException refused =
        assertThrows(TrustException.class, () -> TrustList.open(TestScheme.anchor(), store, first));
    assertEquals(TrustFault.LIST_ROLLBACK, refused.fault());
  }

  @Test
  void beforeTheFirstBundleTheListIsMissing() throws Exception {
    TrustSync sync = TestScheme.sync();
    assertEquals("TrustSync[TrustList[missing, 0 keys]]", sync.toString());
    assertEquals(TrustFreshness.MISSING, sync.trust().freshnessAt(TestScheme.NOW));
  }
}
