package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies that come with a trust list, from the bundle to the answer. */
class PinnedAdmissionTest {
  private static PolicyDocument policy(String name, String jurisdiction, PolicyContent content) {
    return Policies.document(name, jurisdiction, content).build();
  }

  private static PolicyDocument policy(String name, String jurisdiction) {
    return policy(name, jurisdiction, Policies.content("true").build());
  }

  private static BundledDocument bundled(String name, SignedDocument signed) {
    return BundledDocument.of(PolicyDocument.PIN_KIND, name, signed.bytes());
  }

  private static BundledDocument bundled(PolicyDocument policy) {
    return bundled(policy.name(), TestScheme.sign(policy));
  }

  /** A list that pins all, and a bundle without those at the places that {@code absent} names. */
  private static TrustList trust(int absent, BundledDocument... documents) throws Exception {
    TrustListDocument.Builder list = TestScheme.list(1, 1);
    List<BundledDocument> there = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      list.document(documents[i].pin(1));
      if ((absent >> i & 1) == 0) {
        there.add(documents[i]);
      }
    }
    TestBundle bundle = TestBundle.of(list).documents(there.toArray(new BundledDocument[0]));
    return TestScheme.sync(bundle).trust();
  }

  private static Admission ask(TrustList trust, Instant verified, Instant now) throws Exception {
    String text = TestScheme.ISSUER.sign(Papers.claims(papers())).text(PassText.QR);
    Accepted accepted =
        assertInstanceOf(
            Accepted.class, PassVerifier.of(trust, TestPasses.at(verified)).verify(text));
    return AdmissionPolicy.of(trust, TestPasses.at(now)).evaluate(Policies.SITE, accepted);
  }

  private static Pass.Builder papers() {
    return Papers.pass()
        .declaration(
            Papers.declares("2021-11-01T00:00:00Z", 0, 0).pass().declaration().orElseThrow());
  }

  private static AdmissionCode code(TrustList trust) throws Exception {
    Admission admission = ask(trust, TestScheme.NOW, TestScheme.NOW);
    assertEquals(
        admission.code() == AdmissionCode.RULES ? TrafficLight.GREEN : TrafficLight.RED,
        admission.colour());
    return admission.code();
  }

  @Test
  void aPolicyThatIsPinnedAndThereIsAsked() throws Exception {
    assertEquals(AdmissionCode.RULES, code(trust(0, bundled(policy("P", "VN")))));
    assertEquals(AdmissionCode.POLICY_NONE, code(trust(0)));
    assertEquals(AdmissionCode.POLICY_NONE_IN_FORCE, code(trust(0, bundled(policy("P", "LA")))));
  }

  @Test
  void oneThatIsAbsentClosesAllPlaces() throws Exception {
    BundledDocument ours = bundled(policy("P", "VN"));
    BundledDocument other = bundled(policy("Q", "LA"));
    assertEquals(AdmissionCode.RULES, code(trust(0, ours, other)));
    assertEquals(AdmissionCode.POLICY_UNAVAILABLE, code(trust(1, ours, other)));
    assertEquals(AdmissionCode.POLICY_UNAVAILABLE, code(trust(2, ours, other)));
    assertEquals(AdmissionCode.POLICY_UNAVAILABLE, code(trust(1, ours)));
  }

  @Test
  void soDoesOneThatAnotherRoleSigned() throws Exception {
    BundledDocument ours = bundled(policy("P", "VN"));
    for (Role role : Role.values()) {
      SignedDocument signed =
          TestScheme.sign(DocumentType.POLICY, policy("Q", "LA").encode(), TestScheme.keys(role));
      assertEquals(
          role == Role.POLICY ? AdmissionCode.RULES : AdmissionCode.POLICY_UNAVAILABLE,
          code(trust(0, ours, bundled("Q", signed))),
          role.toString());
    }
  }

  @Test
  void aConditionThatCannotBeReadMattersWhereItsPolicyCovers() throws Exception {
    PolicyContent unknown = Policies.content("{'or':[true,true]}").build();
    BundledDocument ours = bundled(policy("P", "VN"));
    assertEquals(AdmissionCode.RULES, code(trust(0, ours, bundled(policy("Q", "LA", unknown)))));
    assertEquals(
        AdmissionCode.POLICY_UNREADABLE, code(trust(0, bundled(policy("Q", "VN", unknown)))));
  }

  @Test
  void theEndOfTheListEndsItsPolicies() throws Exception {
    TrustList trust = trust(0, bundled(policy("P", "VN")));
    Object[][] table = {
      {TestScheme.EXPIRES.minusSeconds(1), AdmissionCode.RULES, TrafficLight.GREEN},
      {TestScheme.EXPIRES, AdmissionCode.RULES, TrafficLight.YELLOW},
      {TestScheme.CLOSES.minusSeconds(1), AdmissionCode.RULES, TrafficLight.YELLOW},
      {TestScheme.CLOSES, AdmissionCode.TRUST_CLOSED, TrafficLight.RED},
      {TestScheme.CLOSES.plusSeconds(1), AdmissionCode.TRUST_CLOSED, TrafficLight.RED},
    };
    for (Object[] row : table) {
      Admission admission = ask(trust, TestScheme.NOW, (Instant) row[0]);
      assertEquals(row[1], admission.code(), row[0].toString());
      assertEquals(row[2], admission.colour(), row[0].toString());
    }
    // A pass that was verified with stale data stays so, also for an asker with newer ones.
    Admission stale = ask(trust, TestScheme.EXPIRES, TestScheme.NOW);
    assertEquals(TrafficLight.YELLOW, stale.colour());
    assertEquals(Guard.TRUST_STALE, stale.guards().get(0).guard());
  }

  @Test
  void theEndOfTheListIsForeseen() throws Exception {
    Admission strict = ask(trust(0, bundled(policy("P", "VN"))), TestScheme.NOW, TestScheme.NOW);
    assertEquals(Optional.of(TestScheme.EXPIRES), strict.holdsUntil());
    PolicyContent lifting =
        Policies.content("true").lift(Guard.TRUST_STALE, Policies.json("true")).build();
    Admission lenient =
        ask(trust(0, bundled(policy("P", "VN", lifting))), TestScheme.NOW, TestScheme.NOW);
    assertEquals(Optional.of(TestScheme.CLOSES), lenient.holdsUntil());
    assertEquals(Optional.of(TestScheme.NOW), lenient.greenFrom());
  }

  @Test
  void withoutAListNothingIsGreen() throws Exception {
    Accepted dose = Papers.dose("2021-06-01");
    AdmissionPolicy missing =
        AdmissionPolicy.of(TestScheme.sync().trust(), TestPasses.at(TestScheme.NOW));
    assertEquals(AdmissionCode.TRUST_CLOSED, missing.evaluate(Policies.SITE, dose).code());
    AdmissionPolicy pinnedByHand =
        AdmissionPolicy.of(TrustList.of(), TestPasses.at(TestScheme.NOW));
    assertEquals(AdmissionCode.POLICY_NONE, pinnedByHand.evaluate(Policies.SITE, dose).code());
  }
}
