package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.ISSUER;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.issuer;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.signedList;
import static io.greenqr.issue.trust.Scheme.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked to sign a list that another made finds what the editor would have refused. */
class TrustListReviewTest {
  private static final CoseKey KEY = ISSUER.publicKey();
  private static final CoseKey STOLEN = Scheme.EM.publicKey();
  private static final TrustVersion NEXT = TrustVersion.of(1, 2);

  private TrustListEditor editor;

  @BeforeEach
  void publishAList() throws PublishException {
    SchemeRoots roots = Scheme.roots();
    IssuerKey revoked = statement(STOLEN).state(KeyState.revoked(NOW)).build();
    TrustListDocument list = list(TrustVersion.of(1, 1), it -> it.key(issuer(KEY)).key(revoked));
    editor = TrustListEditor.after(roots, signedList(roots, DocumentDraft.of(list)));
  }

  /** A list with two pins, made without the editor. */
  private static TrustListDocument list(
      TrustVersion version, UnaryOperator<TrustListDocument.Builder> content) {
    return content
        .apply(
            TrustListDocument.builder(Environment.PRODUCTION, version, NOW, NOW.plus(DAY), ROOT_END)
                .status(StatusPin.of(7, 5, new byte[32]))
                .document(DocumentPin.of(2, "EN", 5, new byte[32])))
        .build();
  }

  private static TrustListDocument.Builder same(TrustListDocument.Builder builder) {
    return builder.key(issuer(KEY)).key(statement(STOLEN).state(KeyState.revoked(NOW)).build());
  }

  private void passes(TrustListDocument list) throws PublishException {
    assertEquals(list, editor.check(DocumentDraft.of(list)));
  }

  private void fails(PublishFault fault, TrustListDocument list) {
    refused(fault, () -> editor.check(DocumentDraft.of(list)));
  }

  @Test
  void whatTheEditorMadePasses() throws Exception {
    passes(list(NEXT, TrustListReviewTest::same));
    DocumentDraft draft =
        editor
            .add(issuer(Scheme.TWIN_A.publicKey()))
            .retire(KEY, NOW)
            .revoke(STOLEN, NOW.minusSeconds(1))
            .unpinStatus(7)
            .draft(TIMES);
    passes(draft.content(TrustListDocument.class));
    refused(
        PublishFault.WRONG_DOCUMENT,
        "root",
        () -> editor.check(Scheme.editor().draft(NOW, ROOT_END)));
    TrustListDocument first = list(TrustVersion.of(1, 1), it -> it.key(issuer(KEY)));
    assertEquals(first, TrustListEditor.first(Scheme.roots()).check(DocumentDraft.of(first)));
  }

  @Test
  void keysThatTheEditorRefuses() throws Exception {
    CoseKey low = CoseKey.ed25519(new byte[32]);
    fails(PublishFault.KEY_UNSOUND, list(NEXT, it -> same(it).key(issuer(low))));
    CoseKey role = Scheme.AN.publicKey();
    fails(PublishFault.KID_CLASH, list(NEXT, it -> same(it).key(issuer(role))));
    CoseKey a = Scheme.TWIN_A.publicKey();
    CoseKey b = Scheme.TWIN_B.publicKey();
    passes(list(NEXT, it -> same(it).key(issuer(a))));
    fails(PublishFault.KID_CLASH, list(NEXT, it -> same(it).key(issuer(a)).key(issuer(b))));
    IssuerKey again = IssuerKey.builder("Other", KEY, issuer(KEY).claims()).build();
    fails(PublishFault.KEY_PRESENT, list(NEXT, it -> same(it).key(again)));
  }

  @Test
  void statesThatTheEditorRefuses() throws Exception {
    fails(PublishFault.KEY_STATE_UNDONE, list(NEXT, it -> it.key(issuer(KEY))));
    fails(PublishFault.KEY_STATE_UNDONE, list(NEXT, it -> it.key(issuer(KEY)).key(issuer(STOLEN))));
    IssuerKey later = statement(STOLEN).state(KeyState.revoked(NOW.plusSeconds(1))).build();
    fails(PublishFault.KEY_STATE_UNDONE, list(NEXT, it -> it.key(issuer(KEY)).key(later)));
    IssuerKey same = statement(STOLEN).state(KeyState.revoked(NOW)).build();
    passes(list(NEXT, it -> it.key(same)));
  }

  @Test
  void pinsThatTheEditorRefuses() throws Exception {
    byte[] other = new byte[32];
    other[0] = 1;
    for (int version = 4; version <= 5; version++) {
      StatusPin status = StatusPin.of(7, version, other);
      fails(PublishFault.VERSION_NOT_NEWER, list(NEXT, it -> same(it).status(status)));
      DocumentPin document = DocumentPin.of(2, "EN", version, other);
      fails(PublishFault.VERSION_NOT_NEWER, list(NEXT, it -> same(it).document(document)));
    }
    passes(
        list(
            NEXT,
            it ->
                same(it)
                    .status(StatusPin.of(7, 6, other))
                    .document(DocumentPin.of(2, "EN", 6, other))));
  }

  @Test
  void placesAndTimesThatTheEditorRefuses() throws Exception {
    fails(PublishFault.VERSION_NOT_NEWER, list(TrustVersion.of(1, 1), TrustListReviewTest::same));
    passes(list(TrustVersion.of(1, 9), TrustListReviewTest::same));
    fails(PublishFault.LIST_ROOT, list(TrustVersion.of(2, 1), TrustListReviewTest::same));
    fails(
        PublishFault.ENVIRONMENT,
        TrustListDocument.builder(Environment.TEST, NEXT, NOW, NOW.plus(DAY), ROOT_END).build());
    fails(
        PublishFault.ROOT_EXPIRES_FIRST,
        same(TrustListDocument.builder(
                Environment.PRODUCTION, NEXT, NOW, NOW.plus(DAY), ROOT_END.plusSeconds(1)))
            .build());
    fails(
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        same(TrustListDocument.builder(
                Environment.PRODUCTION, NEXT, NOW.minusSeconds(1), NOW, ROOT_END))
            .build());
  }
}
