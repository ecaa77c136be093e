package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.CLOCK;
import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.ISSUER;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.STATUS;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.issuer;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signed;
import static io.greenqr.issue.trust.Scheme.signedList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gets into a bundle, and what keeps one from being published. */
class BundlePublisherTest {
  private static final BundledDocument POLICY = BundledDocument.of(10, "EN", new byte[] {1});
  private static final BundledDocument ROSTER = BundledDocument.of(2, "QN", new byte[] {2});

  @TempDir private Path directory;
  private SchemeRoots roots;
  private StatusRegister register;

  /** Two lists of two days; list 7 changed in between. */
  private StatusListDocument seven;

  private StatusListDocument eight;
  private SignedDocument first;
  private StatusListDocument newSeven;
  private StatusDelta delta;
  private SignedDocument second;

  @BeforeEach
  void twoDays() throws Exception {
    roots = Scheme.roots();
    register = StatusRegister.create(directory.resolve("register"), Environment.PRODUCTION);
    register.newList(7, 1000);
    register.newList(8, 4);
    List<StatusListDocument> lists = register.publish(NOW).lists();
    seven = lists.get(0);
    eight = lists.get(1);
    TrustListEditor editor =
        TrustListEditor.first(roots)
            .add(issuer(ISSUER.publicKey()))
            .pin(seven)
            .pin(eight)
            .pin(POLICY, 1)
            .pin(ROSTER, 1);
    first = signedList(roots, editor.draft(TIMES));
    register.set(StatusReference.of(7, 300), PassStatus.REVOKED);
    StatusPublication changes = register.publish(NOW);
    newSeven = changes.lists().get(0);
    delta = changes.deltas().get(0);
    second = signedList(roots, TrustListEditor.after(roots, first).pin(newSeven).draft(TIMES));
  }

  private BundlePublisher publisher(SignedDocument list) throws PublishException {
    return BundlePublisher.of(roots, list, CLOCK);
  }

  private static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private SchemeRoots rotated(Role role) throws PublishException {
    return roots.with(
        sign(
            RootEditor.after(roots).role(role, 2, keys(AN, Scheme.EM)).draft(NOW, ROOT_END),
            AN,
            BINH));
  }

  @Test
  void completeBundlesHaveEverything() throws Exception {
    TrustBundle bundle =
        publisher(second)
            .status(signed(eight))
            .document(POLICY)
            .status(signed(newSeven))
            .document(ROSTER)
            .delta(signed(delta))
            .complete();
    TrustBundle read = TrustBundle.parse(bundle.bytes());
    assertEquals(roots.documents(), read.roots());
    assertEquals(second, read.trustList());
    assertEquals(List.of(signed(newSeven), signed(eight)), read.statusLists());
    assertEquals(List.of(), read.deltas());
    assertEquals(List.of(ROSTER, POLICY), read.documents());
  }

  @Test
  void nothingThatIsPinnedIsMissing() throws Exception {
    refused(
        PublishFault.PIN_MISSING,
        "8",
        () ->
            publisher(second)
                .status(signed(newSeven))
                .document(POLICY)
                .document(ROSTER)
                .complete());
    refused(
        PublishFault.PIN_MISSING,
        "10 EN",
        () ->
            publisher(second)
                .status(signed(newSeven))
                .status(signed(eight))
                .document(ROSTER)
                .complete());
  }

  @Test
  void nothingThatIsNotPinnedIsTaken() throws Exception {
    BundlePublisher publisher = publisher(second);
    refused(PublishFault.PIN_MISMATCH, "7", () -> publisher.status(signed(seven)));
    StatusListDocument nine =
        StatusListDocument.of(Environment.PRODUCTION, 9, 1, NOW, StatusEntries.allValid(4));
    refused(PublishFault.PIN_MISMATCH, "9", () -> publisher.status(signed(nine)));
    BundledDocument changed = BundledDocument.of(10, "EN", new byte[] {2});
    refused(PublishFault.PIN_MISMATCH, "10 EN", () -> publisher.document(changed));
    BundledDocument other = BundledDocument.of(10, "VN", new byte[] {1});
    refused(PublishFault.PIN_MISMATCH, "10 VN", () -> publisher.document(other));
  }

  /** The time of a status list is not pinned, and its entries are. */
  @Test
  void aListMadeAgainIsTheSame() throws Exception {
    publisher(first)
        .status(
            signed(
                StatusListDocument.of(
                    Environment.PRODUCTION, 8, 1, NOW.plusSeconds(5), eight.entries())));
  }

  @Test
  void everythingIsSigned() throws Exception {
    TrustListDocument unsigned = DocumentDraft.of(second).content(TrustListDocument.class);
    SignedDocument byOne = sign(DocumentDraft.of(unsigned), AN).complete(RoleKeys.of(1, keys(AN)));
    refused(PublishFault.SIGNATURES_MISSING, "trust-list: 1 of 2", () -> publisher(byOne));
    for (DocumentDraft draft : List.of(DocumentDraft.of(newSeven), DocumentDraft.of(delta))) {
      SignedDocument byWrong = sign(draft, AN).complete(RoleKeys.of(1, keys(AN)));
      refused(
          PublishFault.SIGNATURES_MISSING,
          draft.type().jsonName() + ": 0 of 1",
          () -> {
            BundlePublisher publisher = publisher(second);
            if (draft.type() == DocumentType.STATUS_LIST) {
              publisher.status(byWrong);
            } else {
              publisher.delta(byWrong);
            }
          });
    }
  }

  @Test
  void everythingIsOfOneEnvironment() throws Exception {
    SchemeRoots test = Scheme.roots(Environment.TEST);
    SignedDocument foreign = signedList(test, TrustListEditor.first(test).draft(TIMES));
    refused(PublishFault.ENVIRONMENT, "trust-list", () -> publisher(foreign));
    StatusListDocument status =
        StatusListDocument.of(Environment.TEST, 7, 2, NOW, newSeven.entries());
    refused(
        PublishFault.ENVIRONMENT, "status-list", () -> publisher(second).status(signed(status)));
    StatusDelta changes = StatusDelta.of(Environment.TEST, NOW, delta.lists());
    refused(
        PublishFault.ENVIRONMENT, "status-delta", () -> publisher(second).delta(signed(changes)));
  }

  @Test
  void kindsAreNotMixedUp() throws Exception {
    refused(
        PublishFault.WRONG_DOCUMENT, "status-delta", () -> publisher(second).status(signed(delta)));
    refused(
        PublishFault.WRONG_DOCUMENT,
        "status-list",
        () -> publisher(second).delta(signed(newSeven)));
    refused(PublishFault.WRONG_DOCUMENT, "root", () -> publisher(roots.documents().get(0)));
  }

  /** A list from the future makes gates distrust their clocks; one that ended is of no use. */
  @Test
  void listsArePublishedWhileTheyHold() throws Exception {
    Instant closes = NOW.plus(DAY.multipliedBy(3));
    refused(
        PublishFault.ISSUED_IN_FUTURE,
        "1.2",
        () -> BundlePublisher.of(roots, second, at(NOW.minusNanos(1))));
    BundlePublisher.of(roots, second, at(NOW));
    BundlePublisher.of(roots, second, at(closes.minusNanos(1)));
    refused(PublishFault.CLOSED, "1.2", () -> BundlePublisher.of(roots, second, at(closes)));
    TrustListDocument longer =
        TrustListDocument.builder(
                Environment.PRODUCTION,
                TrustVersion.of(1, 3),
                NOW,
                NOW.plus(DAY),
                ROOT_END.plus(DAY))
            .build();
    SignedDocument outlives = signedList(roots, DocumentDraft.of(longer));
    BundlePublisher.of(roots, outlives, at(ROOT_END.minusNanos(1)));
    refused(PublishFault.CLOSED, "1.3", () -> BundlePublisher.of(roots, outlives, at(ROOT_END)));
  }

  @Test
  void listsStandUnderTheNewestRoot() throws Exception {
    SchemeRoots after = rotated(Role.FRESHNESS);
    refused(PublishFault.LIST_ROOT, "1.2", () -> BundlePublisher.of(after, second, CLOCK));
    SignedDocument next = signedList(after, TrustListEditor.after(after, second).draft(TIMES));
    BundlePublisher.of(after, next, CLOCK);
    refused(PublishFault.LIST_ROOT, "2.1", () -> publisher(next));
  }

  /** Keys that verifiers refuse would make them refuse the whole bundle. */
  @Test
  void keysAreSoundAndListedOnce() throws Exception {
    CoseKey low = CoseKey.ed25519(new byte[32]);
    TrustListDocument.Builder unsound = list().key(issuer(low));
    refused(
        PublishFault.KEY_UNSOUND,
        low.keyId().toString(),
        () -> publisher(signedList(roots, DocumentDraft.of(unsound.build()))));
    CoseKey key = ISSUER.publicKey();
    TrustListDocument.Builder twice =
        list().key(issuer(key)).key(IssuerKey.builder("Other", key, issuer(key).claims()).build());
    refused(
        PublishFault.KEY_PRESENT,
        key.keyId().toString(),
        () -> publisher(signedList(roots, DocumentDraft.of(twice.build()))));
  }

  private static TrustListDocument.Builder list() {
    return TrustListDocument.builder(
        Environment.PRODUCTION, TrustVersion.of(1, 3), NOW, NOW.plus(DAY), ROOT_END);
  }

  @Test
  void partialBundlesHaveWhatChanged() throws Exception {
    TrustBundle byDelta =
        publisher(second).delta(signed(delta)).partial(first, List.of(seven, eight));
    assertEquals(List.of(), byDelta.statusLists());
    assertEquals(List.of(signed(delta)), byDelta.deltas());
    assertEquals(List.of(), byDelta.documents());
    assertEquals(1, byDelta.roots().size());

    TrustBundle byList =
        publisher(second)
            .delta(signed(delta))
            .status(signed(newSeven))
            .status(signed(eight))
            .document(POLICY)
            .partial(first, List.of());
    assertEquals(List.of(signed(newSeven)), byList.statusLists());
    assertEquals(List.of(), byList.deltas());
    assertEquals(List.of(), byList.documents());
    refused(PublishFault.PIN_MISSING, "7", () -> publisher(second).partial(first, List.of(seven)));
  }

  @Test
  void partialBundlesHaveNewDocuments() throws Exception {
    BundledDocument policy = BundledDocument.of(10, "EN", new byte[] {9});
    SignedDocument third =
        signedList(
            roots,
            TrustListEditor.after(roots, second)
                .pin(policy, 2)
                .unpinDocument(2, "QN")
                .draft(TIMES));
    assertEquals(
        List.of(policy), publisher(third).document(policy).partial(second, List.of()).documents());
    refused(PublishFault.PIN_MISSING, "10 EN", () -> publisher(third).partial(second, List.of()));
  }

  @Test
  void deltasLeadOverSeveralDays() throws Exception {
    register.set(StatusReference.of(7, 301), PassStatus.SUSPENDED);
    register.set(StatusReference.of(8, 1), PassStatus.REVOKED);
    StatusPublication changes = register.publish(NOW);
    TrustListEditor editor = TrustListEditor.after(roots, second);
    for (StatusListDocument list : changes.lists()) {
      editor.pin(list);
    }
    SignedDocument third = signedList(roots, editor.draft(TIMES));
    SignedDocument one = signed(delta);
    SignedDocument two = signed(changes.deltas().get(0));

    TrustBundle both = publisher(third).delta(one).delta(two).partial(first, List.of(seven, eight));
    assertEquals(List.of(one, two), both.deltas());
    TrustBundle last =
        publisher(third).delta(one).delta(two).partial(second, List.of(newSeven, eight));
    assertEquals(List.of(two), last.deltas());
    TrustBundle mixed =
        publisher(third)
            .status(signed(changes.lists().get(1)))
            .delta(one)
            .delta(two)
            .partial(first, List.of(seven));
    assertEquals(List.of(signed(changes.lists().get(1))), mixed.statusLists());
    assertEquals(List.of(one, two), mixed.deltas());
    // Without the second day it leads to what is in force no more.
    refused(
        PublishFault.PIN_MISMATCH,
        "7",
        () -> publisher(third).delta(one).partial(first, List.of(seven, eight)));
    StatusDelta weeks = register.deltasFrom(List.of(seven, eight), NOW).get(0);
    assertEquals(
        1,
        publisher(third)
            .delta(signed(weeks))
            .partial(first, List.of(seven, eight))
            .deltas()
            .size());
  }

  @Test
  void deltasThatLeadElsewhereAreNotPublished() throws Exception {
    StatusEntries wrong = newSeven.entries().edit().set(0, PassStatus.REVOKED).build();
    StatusDelta other = delta(ListChanges.between(7, 1, seven.entries(), 2, wrong));
    refused(
        PublishFault.PIN_MISMATCH,
        "7",
        () -> publisher(second).delta(signed(other)).partial(first, List.of(seven)));
    StatusEntries longer = StatusEntries.allValid(2000);
    StatusDelta beyond =
        delta(
            ListChanges.between(
                7, 1, longer, 2, longer.edit().set(1999, PassStatus.REVOKED).build()));
    refused(
        PublishFault.PIN_MISMATCH,
        "7",
        () -> publisher(second).delta(signed(beyond)).partial(first, List.of(seven)));
    StatusDelta later = delta(ListChanges.between(7, 3, wrong, 4, wrong));
    refused(
        PublishFault.PIN_MISSING,
        "7",
        () -> publisher(second).delta(signed(later)).partial(first, List.of(seven)));
  }

  private static StatusDelta delta(ListChanges changes) {
    return StatusDelta.of(Environment.PRODUCTION, NOW, List.of(changes));
  }

  @Test
  void theEarlierListIsEarlierAndOfTheScheme() throws Exception {
    for (SignedDocument notEarlier : List.of(first, second)) {
      refused(
          PublishFault.VERSION_NOT_NEWER,
          "1.1",
          () -> publisher(first).partial(notEarlier, List.of()));
    }
    refused(
        PublishFault.PIN_MISMATCH,
        "7",
        () -> publisher(second).delta(signed(delta)).partial(first, List.of(newSeven)));
    StatusListDocument test = StatusListDocument.of(Environment.TEST, 7, 1, NOW, seven.entries());
    refused(
        PublishFault.PIN_MISMATCH,
        "7",
        () -> publisher(second).delta(signed(delta)).partial(first, List.of(test)));
    SchemeRoots tail = SchemeRoots.of(rotated(Role.FRESHNESS).documents().subList(1, 2));
    SignedDocument next = signedList(tail, TrustListEditor.first(tail).draft(TIMES));
    refused(
        PublishFault.LIST_ROOT,
        "1.1",
        () -> BundlePublisher.of(tail, next, CLOCK).partial(first, List.of()));
  }

  /** After a rotation of the status role, what is in force is signed again as it is. */
  @Test
  void statusListsAreSignedByThoseWhoHoldTheRoleNow() throws Exception {
    SchemeRoots after = rotated(Role.STATUS);
    SignedDocument list = signedList(after, TrustListEditor.after(after, second).draft(TIMES));
    BundlePublisher publisher = BundlePublisher.of(after, list, CLOCK);
    refused(
        PublishFault.SIGNATURES_MISSING,
        "status-list: 0 of 2",
        () -> publisher.status(signed(eight)));
    SignedDocument again =
        sign(DocumentDraft.of(signed(eight)), AN, Scheme.EM)
            .complete(after.newest().role(Role.STATUS));
    assertEquals(signed(eight), again);
    TrustBundle bundle = publisher.status(again).partial(second, List.of());
    assertEquals(after.documents(), bundle.roots());
    assertEquals(List.of(), bundle.statusLists());
  }

  /** 65 roots do not fit: a complete bundle has the newest, a partial one cannot. */
  @Test
  void bundlesHaveAtMost64Roots() throws Exception {
    SchemeRoots many = roots;
    while (many.documents().size() <= FormatLimits.MAX_BUNDLE_ROOTS) {
      many = many.with(sign(RootEditor.after(many).draft(NOW, ROOT_END), AN, BINH));
    }
    SignedDocument list = signedList(many, TrustListEditor.first(many).draft(TIMES));
    BundlePublisher publisher = BundlePublisher.of(many, list, CLOCK);
    TrustBundle complete = publisher.complete();
    assertEquals(many.documents().subList(1, 65), complete.roots());
    refused(PublishFault.TOO_MANY, () -> publisher.partial(first, List.of()));
    SignedDocument after = signedList(many, TrustListEditor.after(many, list).draft(TIMES));
    assertEquals(1, BundlePublisher.of(many, after, CLOCK).partial(list, List.of()).roots().size());
  }

  /** A thousand lists of random statuses are more than 32 MiB. */
  @Test
  void bundlesHaveABound() throws Exception {
    byte[] bits = new byte[FormatLimits.MAX_STATUS_BYTES];
    new Random(1).nextBytes(bits);
    StatusEntries entries = StatusEntries.ofBits(bits);
    TrustListEditor editor = TrustListEditor.first(roots);
    List<SignedDocument> lists = new ArrayList<>();
    for (int number = 0; number < FormatLimits.MAX_STATUS_PINS; number++) {
      StatusListDocument list =
          StatusListDocument.of(Environment.PRODUCTION, number, 1, NOW, entries);
      editor.pin(list);
      lists.add(sign(DocumentDraft.of(list), STATUS).complete(role()));
    }
    BundlePublisher publisher = publisher(signedList(roots, editor.draft(TIMES)));
    for (SignedDocument list : lists) {
      publisher.status(list);
    }
    refused(PublishFault.DOCUMENT_TOO_LONG, publisher::complete);
  }

  private RoleKeys role() {
    return roots.newest().role(Role.STATUS);
  }

  /** What a day costs: the figures of a scheme with ten full lists and 500 changes. */
  @Test
  void aDayIsThreeKilobytes() throws Exception {
    TrustListEditor editor = TrustListEditor.first(roots);
    for (int list = 100; list < 110; list++) {
      register.newList(list, FormatLimits.STATUS_SHARD_ENTRIES);
    }
    List<StatusListDocument> before = register.publish(NOW).lists();
    for (StatusListDocument list : before) {
      editor.pin(list);
    }
    SignedDocument yesterday = signedList(roots, editor.draft(TIMES));
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      register.set(
          StatusReference.of(
              100 + random.nextInt(10), random.nextInt(FormatLimits.STATUS_SHARD_ENTRIES)),
          PassStatus.SUSPENDED);
    }
    StatusPublication changes = register.publish(NOW);
    TrustListEditor next = TrustListEditor.after(roots, yesterday);
    for (StatusListDocument list : changes.lists()) {
      next.pin(list);
    }
    BundlePublisher publisher = publisher(signedList(roots, next.draft(TIMES)));
    for (StatusDelta day : changes.deltas()) {
      publisher.delta(signed(day));
    }
    int bytes = publisher.partial(yesterday, before).bytes().length;
    assertTrue(bytes < 3000, "bytes: " + bytes);
  }
}
