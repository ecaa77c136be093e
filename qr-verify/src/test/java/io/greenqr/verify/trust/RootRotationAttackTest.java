package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.TestIssuer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TUF, key compromise: roots follow one another, and take stolen keys away. */
class RootRotationAttackTest {
  /** Root keys of version {@code n}, each version its own. */
  private static List<TestIssuer> holders(int version) {
    return version == 1
        ? TestScheme.keys(Role.ROOT)
        : List.of(TestIssuer.ed25519(3000 + version), TestIssuer.ed25519(4000 + version));
  }

  /** Root {@code version} with root and list keys of its own, signed by them and those before. */
  private static SignedDocument root(int version) {
    return root(version, TestScheme.ROOT_EXPIRES);
  }

  private static SignedDocument root(int version, Instant expires) {
    Map<Role, RoleKeys> roles = TestScheme.roles();
    if (version > 1) {
      roles.put(Role.ROOT, TestScheme.role(2, holders(version)));
      roles.put(Role.LIST, TestScheme.role(1, List.of(listKey(version))));
    }
    List<TestIssuer> signers = new ArrayList<>(holders(version));
    if (version > 1) {
      signers.addAll(holders(version - 1));
    }
    byte[] payload = TestScheme.root(Environment.TEST, version, expires, roles).encode();
    return TestScheme.sign(DocumentType.ROOT, payload, signers);
  }

  private static TestIssuer listKey(int version) {
    return TestIssuer.ed25519(5000 + version);
  }

  private static TestBundle bundle(int newest, int signedByThoseOf, int... versions) {
    byte[] payload = TestScheme.list(newest, 1).build().encode();
    List<TestIssuer> signers =
        signedByThoseOf == 1 ? TestScheme.keys(Role.LIST) : List.of(listKey(signedByThoseOf));
    SignedDocument[] roots = new SignedDocument[versions.length];
    for (int i = 0; i < versions.length; i++) {
      roots[i] = root(versions[i]);
    }
    return TestBundle.of(TestScheme.sign(DocumentType.TRUST_LIST, payload, signers)).roots(roots);
  }

  private static TrustSync sync() throws Exception {
    return TrustSync.open(TrustAnchor.of(root(1).bytes()), TrustStore.inMemory());
  }

  @Test
  void keyCompromise_rotationsOneByOneAndSeveralInOneBundle() throws Exception {
    TrustSync awake = sync();
    assertEquals("UPDATED", awake.apply(bundle(1, 1, 1).bytes()).code());
    assertEquals("UPDATED", awake.apply(bundle(2, 2, 2).bytes()).code());
    assertEquals("UPDATED", awake.apply(bundle(3, 3, 2, 3).bytes()).code());
    TrustSync asleep = sync();
    assertEquals("UPDATED", asleep.apply(bundle(3, 3, 1, 2, 3).bytes()).code());
    assertEquals("UNCHANGED", awake.apply(bundle(3, 3, 1, 2, 3).bytes()).code());
    assertEquals(TrustVersion.of(3, 1), asleep.trust().version().orElseThrow());
    // Roots before the one held are not looked at again.
    assertEquals("UNCHANGED", awake.apply(bundle(3, 3, 3).bytes()).code());
  }

  @Test
  void keyCompromise_aRootCannotBeJumpedOver() throws Exception {
    for (int[] gap : new int[][] {{3}, {2, 4}, {1, 3}, {1, 2, 4}, {1, 2, 2}, {2, 1, 3}}) {
      TestBundle bundle = bundle(gap[gap.length - 1], gap[gap.length - 1], gap);
      assertEquals("ROOT_GAP", sync().apply(bundle.bytes()).code());
    }
  }

  /** Those who held the roles before, and lost them for it, sign nothing more. */
  @ParameterizedTest
  @CsvSource({"1, LIST_SIGNATURES", "2, LIST_SIGNATURES", "3, UPDATED"})
  void keyCompromise_theListKeysOfAnEarlierRootAreWorthNothing(int signer, String expected)
      throws Exception {
    assertEquals(expected, sync().apply(bundle(3, signer, 1, 2, 3).bytes()).code());
  }

  /** The thieves of the keys of root 1 make a root 2 of their own. */
  @Test
  void keyCompromise_aSecondRootWithAVersionThatIsHeldIsRefused() throws Exception {
    TrustSync sync = sync();
    assertEquals("UPDATED", sync.apply(bundle(2, 2, 1, 2).bytes()).code());
    SignedDocument thieves = TestScheme.root(2);
    TestBundle bundle = TestBundle.of(TestScheme.list(2, 9)).roots(TestScheme.root(1), thieves);
    assertEquals("ROOT_MISMATCH", sync.apply(bundle.bytes()).code());
    TestBundle on = TestBundle.of(TestScheme.list(3, 1)).roots(thieves, TestScheme.root(3));
    assertEquals("ROOT_MISMATCH", sync.apply(on.bytes()).code());
    TestBundle behind = TestBundle.of(TestScheme.list(3, 1)).roots(TestScheme.root(3));
    assertEquals("ROOT_SIGNATURES", sync.apply(behind.bytes()).code());
  }

  /** A root held with other signatures than a bundle brings is the same root. */
  @Test
  void aRootIsItsPayload() throws Exception {
    byte[] payload = TestScheme.root(1).unverifiedPayload();
    List<TestIssuer> others = TestScheme.keys(Role.ROOT).subList(1, 3);
    SignedDocument same = TestScheme.sign(DocumentType.ROOT, payload, others);
    TrustSync sync = TestScheme.sync();
    byte[] bundle = TestBundle.of(TestScheme.list(1, 1)).roots(same).bytes();
    assertEquals("UPDATED", sync.apply(bundle).code());
    assertEquals("UNCHANGED", sync.apply(TestBundle.of(TestScheme.list(1, 1)).bytes()).code());
  }

  @Test
  void anExpiredRootStillPassesOnToItsSuccessor() throws Exception {
    SignedDocument expired = root(1, TestScheme.NOW.minusSeconds(1));
    TrustSync sync = TrustSync.open(TrustAnchor.of(expired.bytes()), TrustStore.inMemory());
    assertEquals("UPDATED", sync.apply(bundle(1, 1, 1).roots(expired).bytes()).code());
    assertEquals(TrustFreshness.CLOSED, sync.trust().freshnessAt(TestScheme.NOW));
    assertEquals("UPDATED", sync.apply(bundle(2, 2, 2).bytes()).code());
    assertEquals(TrustFreshness.FRESH, sync.trust().freshnessAt(TestScheme.NOW));
  }

  @Test
  void endlessData_aChainOf64RootsAndNotOneMore() throws Exception {
    SignedDocument[] chain = new SignedDocument[FormatLimits.MAX_BUNDLE_ROOTS];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = TestScheme.root(i + 1);
    }
    TrustSync sync = TestScheme.sync();
    assertEquals(
        "UPDATED", sync.apply(TestBundle.of(TestScheme.list(64, 1)).roots(chain).bytes()).code());
    TestBundle more = TestBundle.of(TestScheme.list(65, 1)).roots(chain[63], TestScheme.root(65));
    assertEquals("Refused[DOCUMENT_FORMAT: COUNT_RANGE at 0]", sync.apply(more.bytes()).toString());
    assertEquals(TrustVersion.of(64, 1), sync.trust().version().orElseThrow());
  }
}
