package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.CLOCK;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signed;
import static io.greenqr.issue.trust.Scheme.signedList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bundles for checkpoints that hold what an earlier list pinned. */
class PartialBundleTest extends TwoDays {
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
