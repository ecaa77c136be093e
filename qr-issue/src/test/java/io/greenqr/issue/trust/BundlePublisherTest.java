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

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What gets into a bundle, and what keeps one from being published. */
class BundlePublisherTest extends TwoDays {
  private static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
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
}
