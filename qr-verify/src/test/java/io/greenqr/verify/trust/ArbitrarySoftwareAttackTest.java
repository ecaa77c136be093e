package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.verify.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TUF, arbitrary software: a document takes effect only by the keys of its own role. */
class ArbitrarySoftwareAttackTest {
  private static final StatusListDocument BASE = TestScheme.status(1, 1);
  private static final StatusListDocument NEXT = TestScheme.status(1, 2);

  /** Who signs each kind of document; keys of a role that may not are as good as none. */
  private static Map<DocumentType, String> answers(List<TestIssuer> signers) throws Exception {
    Map<DocumentType, String> answers = new EnumMap<>(DocumentType.class);
    for (DocumentType type : DocumentType.values()) {
      answers.put(type, answer(type, signers));
    }
    return answers;
  }

  private static String answer(DocumentType type, List<TestIssuer> signers) throws Exception {
    TestBundle first = TestBundle.of(TestScheme.list(1, 1), BASE);
    TrustSync sync = TestScheme.sync(first);
    TrustListDocument.Builder list = TestScheme.list(1, 2);
    return switch (type) {
      case ROOT -> {
        byte[] root =
            TestScheme.root(Environment.TEST, 2, TestScheme.ROOT_EXPIRES, TestScheme.roles())
                .encode();
        SignedDocument second = TestScheme.sign(type, root, signers);
        yield sync.apply(
                TestBundle.of(TestScheme.list(2, 1)).roots(TestScheme.root(1), second).bytes())
            .code();
      }
      case TRUST_LIST ->
          sync.apply(TestBundle.of(TestScheme.sign(type, list.build().encode(), signers)).bytes())
              .code();
      case STATUS_LIST -> {
        SignedDocument status = TestScheme.sign(type, NEXT.encode(), signers);
        yield sync.apply(TestBundle.of(list.status(NEXT.pin())).statuses(status).bytes()).code();
      }
      case STATUS_DELTA -> {
        byte[] delta = TestScheme.delta(TestScheme.changes(BASE, NEXT)).unverifiedPayload();
        SignedDocument signed = TestScheme.sign(type, delta, signers);
        yield sync.apply(TestBundle.of(list.status(NEXT.pin())).deltas(signed).bytes()).code();
      }
      case FRESHNESS_CARD -> {
        byte[] card =
            TestScheme.card(first.list(), TestScheme.NOW, TestScheme.NOW.plus(Duration.ofHours(24)))
                .encode();
        String text = FreshnessCard.text(TestScheme.sign(type, card, signers));
        yield sync.refresh(text, TestScheme.NOW).code();
      }
      case POLICY -> {
        byte[] policy = PinnedPolicyTest.policy(3).encode();
        BundledDocument document =
            BundledDocument.of(
                PolicyDocument.PIN_KIND, "P", TestScheme.sign(type, policy, signers).bytes());
        sync.apply(TestBundle.of(list.document(document.pin(3))).documents(document).bytes());
        yield sync.trust().policies().get(0).fault().map(PolicyFault::name).orElse("USED");
      }
    };
  }

  /** The whole matrix of roles and documents: the diagonal and nothing else. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void arbitrarySoftware_eachRoleSignsItsDocumentsAndNoOthers(Role role) throws Exception {
    Map<DocumentType, String> answers = answers(TestScheme.keys(role));
    String root = role == Role.ROOT ? "UPDATED" : "ROOT_SIGNATURES";
    String list = role == Role.LIST ? "UPDATED" : "LIST_SIGNATURES";
    String status = role == Role.STATUS ? "UPDATED" : "STATUS_SIGNATURES";
    String card = role == Role.FRESHNESS ? "REFRESHED" : "CARD_SIGNATURES";
    String policy = role == Role.POLICY ? "USED" : "POLICY_SIGNATURES";
    assertEquals(
        Map.of(
            DocumentType.ROOT, root,
            DocumentType.TRUST_LIST, list,
            DocumentType.STATUS_LIST, status,
            DocumentType.STATUS_DELTA, status,
            DocumentType.FRESHNESS_CARD, card,
            DocumentType.POLICY, policy),
        answers);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void arbitrarySoftware_unknownKeysAndIssuersSignNothing(boolean issuer) throws Exception {
    List<TestIssuer> signers =
        issuer
            ? List.of(TestScheme.ISSUER)
            : List.of(TestIssuer.ed25519(7), TestIssuer.p256(7), TestIssuer.ed25519(8));
    assertEquals(
        Map.of(
            DocumentType.ROOT, "ROOT_SIGNATURES",
            DocumentType.TRUST_LIST, "LIST_SIGNATURES",
            DocumentType.STATUS_LIST, "STATUS_SIGNATURES",
            DocumentType.STATUS_DELTA, "STATUS_SIGNATURES",
            DocumentType.FRESHNESS_CARD, "CARD_SIGNATURES",
            DocumentType.POLICY, "POLICY_SIGNATURES"),
        answers(signers));
  }

  /**
   * A signature that a key made for one kind of document, under the payload of another: in a scheme
   * where one key holds all roles, only the external_aad tells the two apart.
   */
  @ParameterizedTest
  @EnumSource(DocumentType.class)
  void arbitrarySoftware_aSignatureForOneKindOfDocumentIsNoneForAnother(DocumentType other)
      throws Exception {
    byte[] list = TestScheme.list(1, 1).build().encode();
    byte[] asOther = list.clone();
    asOther[1] = (byte) other.code();
    SignedDocument disguised = SignedDocument.of(other, asOther, List.of());
    SignedDocument draft = SignedDocument.of(DocumentType.TRUST_LIST, list, List.of());
    List<DocumentSignature> signatures = new ArrayList<>();
    for (TestIssuer signer : TestScheme.keys(Role.LIST)) {
      byte[] message = disguised.toBeSigned(signer.key());
      // What is signed is the payload of the list under the context of the other kind.
      System.arraycopy(list, 0, message, message.length - list.length, list.length);
      signatures.add(DocumentSignature.of(signer.key(), signer.signature(message)));
    }
    SignedDocument signed = SignedDocument.of(draft.type(), list, signatures);
    assertEquals(
        other == DocumentType.TRUST_LIST ? "UPDATED" : "LIST_SIGNATURES",
        TestScheme.sync().apply(TestBundle.of(signed).bytes()).code());
  }

  /** An anchor that nobody of its own signed would be a file that anyone can make. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void arbitrarySoftware_anAnchorIsSignedByItsOwnRootRole(Role role) throws Exception {
    byte[] payload = TestScheme.root(1).unverifiedPayload();
    byte[] signed = TestScheme.sign(DocumentType.ROOT, payload, TestScheme.keys(role)).bytes();
    if (role == Role.ROOT) {
      assertEquals(1, TrustAnchor.of(signed).version());
    } else {
      TrustException refused = assertThrows(TrustException.class, () -> TrustAnchor.of(signed));
      assertEquals(TrustFault.ROOT_SIGNATURES, refused.fault());
    }
  }
}
