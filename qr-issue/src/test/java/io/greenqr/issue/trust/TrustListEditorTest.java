package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.EM;
import static io.greenqr.issue.trust.Scheme.ISSUER;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.TWIN_A;
import static io.greenqr.issue.trust.Scheme.TWIN_B;
import static io.greenqr.issue.trust.Scheme.issuer;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signedList;
import static io.greenqr.issue.trust.Scheme.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How trust lists may change from one to the next. */
class TrustListEditorTest {
  private static final CoseKey KEY = ISSUER.publicKey();
  private static final String KID = KEY.keyId().toString();
  private static final Instant T = NOW.minus(DAY);

  private static final StatusEntries CLEAR = StatusEntries.ofBits(new byte[] {0, 0});
  private static final StatusEntries SOME = StatusEntries.ofBits(new byte[] {1, 2});

  private SchemeRoots roots;

  @BeforeEach
  void ceremony() throws PublishException {
    roots = Scheme.roots();
  }

  private TrustListEditor first() throws PublishException {
    return TrustListEditor.first(roots).add(issuer(KEY));
  }

  /** An editor after a published list in which the key has this state. */
  private TrustListEditor afterState(KeyState state) throws PublishException {
    TrustListEditor editor = TrustListEditor.first(roots).add(statement(KEY).state(state).build());
    return after(editor.draft(TIMES));
  }

  private TrustListEditor after(DocumentDraft draft) throws PublishException {
    return TrustListEditor.after(roots, signedList(roots, draft));
  }

  private static StatusListDocument status(int list, long version, StatusEntries entries) {
    return StatusListDocument.of(Environment.PRODUCTION, list, version, NOW, entries);
  }

  private static TrustListDocument content(DocumentDraft draft) throws PublishException {
    return draft.content(TrustListDocument.class);
  }

  @Test
  void aListAndItsSuccessor() throws Exception {
    BundledDocument policy = BundledDocument.of(2, "EN", new byte[] {1});
    DocumentDraft draft = first().pin(status(7, 1, CLEAR)).pin(policy, 3).draft(TIMES);
    TrustListDocument list = content(draft);
    assertEquals(TrustVersion.of(1, 1), list.version());
    assertEquals(Environment.PRODUCTION, list.environment());
    assertEquals(NOW, list.issuedAt());
    assertEquals(NOW.plus(DAY), list.expires());
    assertEquals(NOW.plus(DAY), list.statusExpires());
    assertEquals(NOW.plus(DAY.multipliedBy(3)), list.closes());
    assertEquals(List.of(issuer(KEY)), list.keys());

    TrustListEditor next = after(draft).add(issuer(TWIN_A.publicKey()));
    TrustListDocument second = content(next.draft(TIMES.withStatusFresh(Duration.ofHours(6))));

    assertEquals(TrustVersion.of(1, 2), second.version());
    assertEquals(2, second.keys().size());
    assertEquals(list.statusPins(), second.statusPins());
    assertEquals(List.of(policy.pin(3)), second.documentPins());
    assertEquals(NOW.plus(Duration.ofHours(6)), second.statusExpires());
    assertEquals(2, next.keys().size());
    assertEquals(list.statusPins(), next.statusPins());
    assertEquals(list.documentPins(), next.documentPins());
  }

  @Test
  void versionsBeginAnewUnderANewRoot() throws Exception {
    SignedDocument list =
        signedList(roots, first().leastVersion(FormatLimits.MAX_VERSION).draft(TIMES));
    refused(
        PublishFault.VERSION_EXHAUSTED,
        Long.toString(FormatLimits.MAX_VERSION),
        () -> TrustListEditor.after(roots, list).draft(TIMES));
    SignedDocument before =
        signedList(roots, first().leastVersion(FormatLimits.MAX_VERSION - 1).draft(TIMES));
    assertEquals(
        TrustVersion.of(1, FormatLimits.MAX_VERSION),
        content(TrustListEditor.after(roots, before).draft(TIMES)).version());

    SchemeRoots rotated =
        roots.with(
            sign(
                RootEditor.after(roots).role(Role.LIST, 2, keys(AN, EM)).draft(NOW, ROOT_END),
                AN,
                BINH));
    DocumentDraft next = TrustListEditor.after(rotated, list).draft(TIMES);
    assertEquals(TrustVersion.of(2, 1), content(next).version());
    assertEquals(
        TrustVersion.of(2, 5),
        content(TrustListEditor.after(rotated, list).leastVersion(5).draft(TIMES)).version());
    refused(PublishFault.SIGNATURES_MISSING, "trust-list: 1 of 2", () -> signedList(rotated, next));
    sign(next, AN, EM).complete(rotated.newest().role(Role.LIST));
  }

  @Test
  void thePreviousListIsOneOfTheScheme() throws Exception {
    DocumentDraft draft = first().draft(TIMES);
    SignedDocument one = sign(draft, AN).complete(RoleKeys.of(1, keys(AN)));
    refused(
        PublishFault.SIGNATURES_MISSING,
        "trust-list: 1 of 2",
        () -> TrustListEditor.after(roots, one));

    SchemeRoots test = Scheme.roots(Environment.TEST);
    SignedDocument foreign = signedList(test, TrustListEditor.first(test).draft(TIMES));
    refused(PublishFault.ENVIRONMENT, "trust-list", () -> TrustListEditor.after(roots, foreign));

    SchemeRoots rotated = roots.with(sign(RootEditor.after(roots).draft(NOW, ROOT_END), AN, BINH));
    SignedDocument newer = signedList(rotated, TrustListEditor.first(rotated).draft(TIMES));
    refused(PublishFault.LIST_ROOT, "2.1", () -> TrustListEditor.after(roots, newer));
    SchemeRoots tail = SchemeRoots.of(rotated.documents().subList(1, 2));
    refused(
        PublishFault.LIST_ROOT, "1.1", () -> TrustListEditor.after(tail, signedList(roots, draft)));
    refused(
        PublishFault.WRONG_DOCUMENT,
        "root",
        () -> TrustListEditor.after(roots, roots.documents().get(0)));
  }

  /** The format has no rule against it, and verifiers refuse such a list. */
  @Test
  void thePreviousListHasEachKeyOnce() throws Exception {
    IssuerKey other = IssuerKey.builder("Other", KEY, issuer(KEY).claims()).build();
    TrustListDocument twice =
        TrustListDocument.builder(
                Environment.PRODUCTION, TrustVersion.of(1, 1), NOW, NOW.plus(DAY), ROOT_END)
            .key(issuer(KEY))
            .key(other)
            .build();
    refused(PublishFault.KEY_PRESENT, KID, () -> after(DocumentDraft.of(twice)));
  }

  @Test
  void aKeyStandsInTheListOnce() throws Exception {
    TrustListEditor editor = first();
    refused(PublishFault.KEY_PRESENT, KID, () -> editor.add(issuer(KEY)));
    IssuerKey other = IssuerKey.builder("Other", KEY, issuer(KEY).claims()).build();
    refused(PublishFault.KEY_PRESENT, KID, () -> editor.add(other));
    editor.update(other);
    assertEquals(other, editor.find(KEY.keyId()));
  }

  @Test
  void identifiersNameOneKey() throws Exception {
    String twin = TWIN_A.publicKey().keyId().toString();
    TrustListEditor editor = first().add(issuer(TWIN_A.publicKey()));
    refused(PublishFault.KID_CLASH, twin, () -> editor.add(issuer(TWIN_B.publicKey())));
    editor.remove(TWIN_A.publicKey()).add(issuer(TWIN_B.publicKey()));

    refused(
        PublishFault.KID_CLASH,
        AN.publicKey().keyId().toString(),
        () -> editor.add(issuer(AN.publicKey())));
    SchemeRoots withTwin =
        roots.with(
            sign(
                RootEditor.after(roots).role(Role.FRESHNESS, 1, keys(TWIN_A)).draft(NOW, ROOT_END),
                AN,
                BINH));
    refused(
        PublishFault.KID_CLASH,
        twin,
        () -> TrustListEditor.first(withTwin).add(issuer(TWIN_B.publicKey())));
  }

  /** A scheme with such a list goes on; only new keys are refused. */
  @Test
  void clashesOfOldAreKept() throws Exception {
    TrustListDocument old =
        TrustListDocument.builder(
                Environment.PRODUCTION, TrustVersion.of(1, 1), NOW, NOW.plus(DAY), ROOT_END)
            .key(issuer(TWIN_A.publicKey()))
            .key(issuer(TWIN_B.publicKey()))
            .build();
    TrustListEditor editor = after(DocumentDraft.of(old));
    KeyId id = TWIN_A.publicKey().keyId();
    refused(PublishFault.KID_CLASH, id.toString(), () -> editor.find(id));
    assertEquals(2, content(editor.draft(TIMES)).keys().size());
    assertEquals(issuer(TWIN_A.publicKey()), editor.remove(TWIN_B.publicKey()).find(id));
  }

  @Test
  void unsoundKeysAreNotListed() throws Exception {
    CoseKey low = CoseKey.ed25519(new byte[32]);
    CoseKey off = CoseKey.p256(new byte[32], new byte[32]);
    for (CoseKey key : List.of(low, off)) {
      refused(PublishFault.KEY_UNSOUND, key.keyId().toString(), () -> first().add(issuer(key)));
    }
  }

  @Test
  void whatIsNotListedCannotChange() throws Exception {
    CoseKey stranger = EM.publicKey();
    String kid = stranger.keyId().toString();
    TrustListEditor editor = first();
    refused(PublishFault.KEY_UNKNOWN, kid, () -> editor.retire(stranger, T));
    refused(PublishFault.KEY_UNKNOWN, kid, () -> editor.revoke(stranger, T));
    refused(PublishFault.KEY_UNKNOWN, kid, () -> editor.update(issuer(stranger)));
    refused(PublishFault.KEY_UNKNOWN, kid, () -> editor.remove(stranger));
    refused(PublishFault.KEY_UNKNOWN, kid, () -> editor.find(stranger.keyId()));
    refused(PublishFault.LIST_UNKNOWN, "7", () -> editor.unpinStatus(7));
    refused(PublishFault.LIST_UNKNOWN, "2 EN", () -> editor.unpinDocument(2, "EN"));
  }

  private interface Change {
    TrustListEditor make(TrustListEditor editor) throws PublishException;
  }

  private void allowed(KeyState before, Change change, KeyState after) throws PublishException {
    TrustListDocument list = content(change.make(afterState(before)).draft(TIMES));
    assertEquals(after, list.keys().get(0).state().orElse(null));
  }

  private void undone(KeyState before, Change change) throws PublishException {
    TrustListEditor editor = afterState(before);
    refused(PublishFault.KEY_STATE_UNDONE, KID, () -> change.make(editor));
    assertEquals(before, editor.find(KEY.keyId()).state().orElse(null), "nothing has changed");
  }

  @Test
  void statesGetStricterOnly() throws Exception {
    Instant sooner = T.minusSeconds(1);
    Instant later = T.plusSeconds(1);
    KeyState retired = KeyState.retired(T);
    KeyState revoked = KeyState.revoked(T);

    allowed(null, it -> it.retire(KEY, T), retired);
    allowed(null, it -> it.revoke(KEY, T), revoked);
    allowed(null, it -> it.retire(KEY, T.plusNanos(1)), retired);

    allowed(retired, it -> it.retire(KEY, sooner), KeyState.retired(sooner));
    allowed(retired, it -> it.retire(KEY, T), retired);
    undone(retired, it -> it.retire(KEY, later));
    allowed(retired, it -> it.revoke(KEY, Instant.EPOCH), KeyState.revoked(Instant.EPOCH));
    allowed(retired, it -> it.revoke(KEY, T), revoked);
    undone(retired, it -> it.revoke(KEY, later));
    undone(retired, it -> it.update(issuer(KEY)));

    allowed(revoked, it -> it.revoke(KEY, sooner), KeyState.revoked(sooner));
    allowed(revoked, it -> it.revoke(KEY, T), revoked);
    undone(revoked, it -> it.revoke(KEY, later));
    undone(revoked, it -> it.retire(KEY, T));
    undone(revoked, it -> it.retire(KEY, sooner));
    undone(revoked, it -> it.update(issuer(KEY)));
  }

  @Test
  void revokedKeysAreNotForgotten() throws Exception {
    undone(KeyState.revoked(T), it -> it.remove(KEY));
    for (KeyState state : new KeyState[] {null, KeyState.retired(T)}) {
      assertEquals(List.of(), content(afterState(state).remove(KEY).draft(TIMES)).keys());
    }
  }

  @Test
  void timesOfStatesAreInRange() throws Exception {
    Instant before = Instant.EPOCH.minusSeconds(1);
    refused(PublishFault.TIMES, "since", () -> first().retire(KEY, before));
    refused(PublishFault.TIMES, "since", () -> first().revoke(KEY, before));
  }

  @Test
  void pinsGetNewerOnly() throws Exception {
    TrustListEditor editor = first().pin(status(7, 5, CLEAR));
    refused(PublishFault.VERSION_NOT_NEWER, "7", () -> editor.pin(status(7, 4, SOME)));
    refused(PublishFault.VERSION_NOT_NEWER, "7", () -> editor.pin(status(7, 5, SOME)));
    editor.pin(status(7, 5, CLEAR)).pin(status(7, 6, SOME));
    assertEquals(List.of(status(7, 6, SOME).pin()), editor.statusPins());
    StatusListDocument test = StatusListDocument.of(Environment.TEST, 7, 7, NOW, SOME);
    refused(PublishFault.ENVIRONMENT, "7", () -> editor.pin(test));
    assertEquals(List.of(), editor.unpinStatus(7).statusPins());

    BundledDocument document = BundledDocument.of(2, "EN", new byte[] {1});
    BundledDocument other = BundledDocument.of(2, "EN", new byte[] {2});
    editor.pin(document, 5);
    refused(PublishFault.VERSION_NOT_NEWER, "2 EN", () -> editor.pin(other, 4));
    refused(PublishFault.VERSION_NOT_NEWER, "2 EN", () -> editor.pin(other, 5));
    editor.pin(document, 5).pin(other, 6);
    assertEquals(List.of(other.pin(6)), editor.documentPins());
    assertEquals(List.of(), editor.unpinDocument(2, "EN").documentPins());
  }

  /** A gate that did not see the list in between holds the old pin, and refuses what is older. */
  @Test
  void givingUpAPinMakesNoRoomForAnOlderVersion() throws Exception {
    BundledDocument document = BundledDocument.of(2, "EN", new byte[] {1});
    SignedDocument list =
        signedList(roots, first().pin(status(7, 5, CLEAR)).pin(document, 5).draft(TIMES));
    TrustListEditor same = TrustListEditor.after(roots, list).unpinStatus(7).unpinDocument(2, "EN");
    refused(PublishFault.VERSION_NOT_NEWER, "7", () -> same.pin(status(7, 4, CLEAR)));
    refused(PublishFault.VERSION_NOT_NEWER, "2 EN", () -> same.pin(document, 4));
    same.pin(status(7, 5, CLEAR)).pin(document, 5);

    SchemeRoots rotated = roots.with(sign(RootEditor.after(roots).draft(NOW, ROOT_END), AN, BINH));
    TrustListEditor anew = TrustListEditor.after(rotated, list);
    refused(PublishFault.VERSION_NOT_NEWER, "7", () -> anew.pin(status(7, 4, CLEAR)));
    refused(PublishFault.VERSION_NOT_NEWER, "2 EN", () -> anew.pin(document, 4));
    anew.unpinStatus(7).pin(status(7, 4, CLEAR)).unpinDocument(2, "EN").pin(document, 4);
    DocumentDraft draft = anew.draft(TIMES);
    assertEquals(
        content(draft), TrustListEditor.after(rotated, list).check(draft), "under a new root");
  }

  @Test
  void pinsHaveABound() throws Exception {
    TrustListEditor editor = first();
    for (int list = 0; list < FormatLimits.MAX_STATUS_PINS; list++) {
      editor.pin(status(list, 1, CLEAR));
    }
    editor.draft(TIMES);
    editor.pin(status(FormatLimits.MAX_STATUS_PINS, 1, CLEAR));
    refused(PublishFault.TOO_MANY, "statusPins", () -> editor.draft(TIMES));
  }
}
