package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy is used only if it is pinned, there, signed by its role, and what its pin says. */
class PinnedPolicyTest {
  private static final Words WORDS = Words.of("v", "e");

  private static PolicyDocument policy(Environment environment, String name, long version) {
    PolicyRule rule =
        PolicyRule.builder("r", TrafficLight.RED, JsonValue.of(true), WORDS, WORDS).build();
    return PolicyDocument.builder(
            environment,
            name,
            version,
            "VN",
            TestScheme.ISSUED,
            TestScheme.CLOSES,
            PolicyContent.builder(WORDS).rule(rule).build())
        .build();
  }

  static PolicyDocument policy(long version) {
    return policy(Environment.TEST, "P", version);
  }

  private static BundledDocument bundled(SignedDocument signed) {
    return BundledDocument.of(PolicyDocument.PIN_KIND, "P", signed.bytes());
  }

  private static BundledDocument bundled(long version) {
    return bundled(TestScheme.sign(policy(version)));
  }

  /** The pin says version 3. */
  private static TestBundle bundle(long listVersion, BundledDocument document) {
    TrustListDocument.Builder list = TestScheme.list(1, listVersion).document(document.pin(3));
    return TestBundle.of(list).documents(document);
  }

  private static PinnedPolicy only(TrustSync sync) {
    List<PinnedPolicy> policies = sync.trust().policies();
    assertEquals(1, policies.size());
    assertEquals("P", policies.get(0).name());
    assertEquals(3, policies.get(0).version());
    return policies.get(0);
  }

  private static void refused(PolicyFault fault, BundledDocument document) throws Exception {
    PinnedPolicy policy = only(TestScheme.sync(bundle(1, document)));
    assertEquals(Optional.of(fault), policy.fault());
    assertEquals(Optional.empty(), policy.document());
  }

  @Test
  void isUsedIfAllHolds() throws Exception {
    TrustSync sync = TestScheme.sync(bundle(1, bundled(3)));
    PinnedPolicy policy = only(sync);
    assertEquals(Optional.of(policy(3)), policy.document());
    assertEquals(Optional.empty(), policy.fault());
    assertEquals("PinnedPolicy[P, version 3]", policy.toString());
    assertSame(sync.trust().policies(), sync.trust().policies(), "verified once");
  }

  @Test
  void documentsOfOtherKindsAreNone() throws Exception {
    BundledDocument other = BundledDocument.of(2, "P", bundled(3).bytes());
    assertTrue(TestScheme.sync(bundle(1, other)).trust().policies().isEmpty());
    assertTrue(TestScheme.sync().trust().policies().isEmpty());
    assertTrue(TrustList.of().policies().isEmpty());
  }

  @Test
  void aPinWithoutDocumentIsToldAndTheListHolds() throws Exception {
    TrustListDocument.Builder list = TestScheme.list(1, 1).document(bundled(3).pin(3));
    TrustSync sync = TestScheme.sync(TestBundle.of(list));
    assertEquals(Optional.of(PolicyFault.POLICY_ABSENT), only(sync).fault());
    assertEquals("UPDATED", sync.apply(bundle(2, bundled(3)).bytes()).code());
    assertEquals(Optional.of(policy(3)), only(sync).document());
  }

  @Test
  void aRootWithoutTheRoleHasNoPolicies() throws Exception {
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.remove(Role.POLICY);
    RootDocument root = TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles);
    SignedDocument signed = TestScheme.sign(root);
    TrustSync sync = TrustSync.open(TrustAnchor.of(signed.bytes()), TrustStore.inMemory());
    assertEquals("UPDATED", sync.apply(bundle(1, bundled(3)).roots(signed).bytes()).code());
    assertEquals(Optional.of(PolicyFault.POLICY_ROLE), only(sync).fault());
  }

  @Test
  void wrongSoftware_isOfTheEnvironmentAndWhatItsPinSays() throws Exception {
    refused(
        PolicyFault.POLICY_ENVIRONMENT,
        bundled(TestScheme.sign(policy(Environment.PRODUCTION, "P", 3))));
    refused(PolicyFault.POLICY_PIN, bundled(TestScheme.sign(policy(Environment.TEST, "Q", 3))));
    refused(PolicyFault.POLICY_PIN, bundled(2));
  }

  @Test
  void bytesThatAreNoPolicyAreToldWithTheRuleTheyBreak() throws Exception {
    BundledDocument garbage = BundledDocument.of(1, "P", new byte[] {1});
    refused(PolicyFault.POLICY_FORMAT, garbage);
    assertEquals(
        Optional.of(FormatFault.COSE_TAG), only(TestScheme.sync(bundle(1, garbage))).formatFault());
    refused(PolicyFault.POLICY_FORMAT, BundledDocument.of(1, "P", new byte[300_000]));
  }

  @Test
  void rollback_anOlderPolicyIsNotPinnedAgain() throws Exception {
    TrustSync sync = TestScheme.sync(bundle(1, bundled(3)));
    TrustListDocument.Builder back = TestScheme.list(1, 2).document(bundled(2).pin(2));
    assertEquals(
        "PIN_ROLLBACK", sync.apply(TestBundle.of(back).documents(bundled(2)).bytes()).code());
    TrustListDocument.Builder otherContent =
        TestScheme.list(1, 2).document(BundledDocument.of(1, "P", new byte[] {1}).pin(3));
    assertEquals("PIN_ROLLBACK", sync.apply(TestBundle.of(otherContent).bytes()).code());
    assertEquals(Optional.of(policy(3)), only(sync).document());
  }
}
