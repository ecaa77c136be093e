package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.CHI;
import static io.greenqr.issue.trust.Scheme.DUNG;
import static io.greenqr.issue.trust.Scheme.EM;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.issue.key.SigningKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy on its way from its authors into the bundle. */
class PolicyPublishingTest {
  private static final Words WORDS = Words.of("v", "e");

  private static SchemeRoots roots() throws PublishException {
    RootEditor editor = Scheme.editor().role(Role.POLICY, 2, keys(CHI, DUNG, EM));
    return SchemeRoots.first(sign(editor.draft(NOW, ROOT_END), AN, CHI));
  }

  private static PolicyDocument policy(Environment environment, long version) {
    PolicyRule rule =
        PolicyRule.builder("r", TrafficLight.RED, JsonValue.of(true), WORDS, WORDS).build();
    return PolicyDocument.builder(
            environment,
            "VN/SG",
            version,
            "VN-SG",
            NOW,
            ROOT_END,
            PolicyContent.builder(WORDS).rule(rule).build())
        .build();
  }

  private static SignedDocument signed(PolicyDocument policy, SigningKey... people)
      throws Exception {
    return SignedDocument.parse(
        sign(DocumentDraft.of(policy), people).bytes(), DocumentType.POLICY);
  }

  private static SignedDocument signed(long version) throws Exception {
    return signed(policy(Environment.PRODUCTION, version), DUNG, EM);
  }

  @Test
  void isDraftedSignedBySeveralAndReadBack() throws Exception {
    PolicyDocument policy = policy(Environment.PRODUCTION, 1);
    DocumentDraft draft = DocumentDraft.of(policy);
    RoleKeys role = roots().newest().role(Role.POLICY);
    assertEquals(2, draft.missing(role));
    DocumentDraft merged = sign(draft, DUNG).merge(sign(draft, EM));
    assertEquals(0, merged.missing(role));
    DocumentDraft read = DocumentDraft.read(merged.bytes());
    assertEquals(policy, read.content(PolicyDocument.class));
    assertEquals(Environment.PRODUCTION, read.environment());
    assertEquals(DocumentType.POLICY, merged.complete(role).type());
  }

  @Test
  void isPinnedAndGoesIntoTheBundle() throws Exception {
    SchemeRoots roots = roots();
    SignedDocument policy = signed(1);
    DocumentDraft draft = TrustListEditor.first(roots).pinPolicy(policy).draft(Scheme.TIMES);
    SignedDocument list = Scheme.signedList(roots, draft);
    BundledDocument bundled = BundledDocument.of(1, "VN/SG", policy.bytes());
    TrustBundle bundle = BundlePublisher.of(roots, list, Scheme.CLOCK).document(bundled).complete();
    assertEquals(List.of(bundled), bundle.documents());
    refused(
        PublishFault.PIN_MISSING,
        "1 VN/SG",
        () -> BundlePublisher.of(roots, list, Scheme.CLOCK).complete());
  }

  @Test
  void isRefusedUnlessEnoughHoldersOfItsRoleSignedIt() throws Exception {
    TrustListEditor editor = TrustListEditor.first(roots());
    PolicyDocument policy = policy(Environment.PRODUCTION, 1);
    for (SigningKey[] people :
        new SigningKey[][] {{EM}, {AN, BINH}, {EM, AN}, {Scheme.STATUS, Scheme.FRESH}}) {
      SignedDocument signed = signed(policy, people);
      refused(PublishFault.SIGNATURES_MISSING, () -> editor.pinPolicy(signed));
      refused(
          PublishFault.SIGNATURES_MISSING,
          () -> editor.pin(BundledDocument.of(1, "VN/SG", signed.bytes()), 1));
    }
    assertEquals(List.of(), editor.documentPins());
  }

  @Test
  void isRefusedUnderARootWithoutTheRole() throws Exception {
    TrustListEditor editor = TrustListEditor.first(Scheme.roots());
    SignedDocument policy = signed(1);
    refused(PublishFault.ROLE_MISSING, "policy", () -> editor.pinPolicy(policy));
  }

  @Test
  void isRefusedWhereItIsNotWhatItIsSaidToBe() throws Exception {
    TrustListEditor editor = TrustListEditor.first(roots());
    SignedDocument test = signed(policy(Environment.TEST, 1), DUNG, EM);
    refused(PublishFault.ENVIRONMENT, "policy", () -> editor.pinPolicy(test));
    byte[] bytes = signed(1).bytes();
    refused(PublishFault.PIN_MISMATCH, () -> editor.pin(BundledDocument.of(1, "VN/SG", bytes), 2));
    refused(PublishFault.PIN_MISMATCH, () -> editor.pin(BundledDocument.of(1, "VN", bytes), 1));
    refused(
        PublishFault.DOCUMENT_FORMAT,
        () -> editor.pin(BundledDocument.of(1, "VN", new byte[] {1}), 1));
    SignedDocument list =
        Scheme.signedList(roots(), TrustListEditor.first(roots()).draft(Scheme.TIMES));
    refused(PublishFault.WRONG_DOCUMENT, () -> editor.pinPolicy(list));
  }

  @Test
  void itsVersionGrows() throws Exception {
    TrustListEditor editor = TrustListEditor.first(roots()).pinPolicy(signed(2));
    editor.pinPolicy(signed(2));
    SignedDocument older = signed(1);
    refused(PublishFault.VERSION_NOT_NEWER, "1 VN/SG", () -> editor.pinPolicy(older));
    SignedDocument others = signed(policy(Environment.PRODUCTION, 2), CHI, EM);
    refused(PublishFault.VERSION_NOT_NEWER, "1 VN/SG", () -> editor.pinPolicy(others));
    editor.pinPolicy(signed(3));
    DocumentPin pin = editor.documentPins().get(0);
    assertEquals(3, pin.version());
  }
}
