package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TUF, mix-and-match: parts of two bundles, each signed and each once in force together. */
class MixAndMatchAttackTest {
  private static final StatusListDocument BASE_1 = TestScheme.status(1, 1);
  private static final StatusListDocument BASE_2 = TestScheme.status(2, 1);
  private static final TestBundle HELD = TestBundle.of(TestScheme.list(1, 1), BASE_1, BASE_2);

  /** What a publisher made on two days; the second day's stands under a new root. */
  private static final List<Day> DAYS = List.of(new Day(2, 1), new Day(3, 2));

  /** One complete bundle over {@link #HELD}: list 1 in full, list 2 by a delta. */
  private static final class Day {
    private final List<SignedDocument> roots;
    private final SignedDocument list;
    private final SignedDocument status;
    private final SignedDocument delta;
    private final BundledDocument document;

    Day(int version, int root) {
      PassStatus[] entries = new PassStatus[version];
      Arrays.fill(entries, PassStatus.SUSPENDED);
      StatusListDocument first = TestScheme.status(1, version, entries);
      StatusListDocument second = TestScheme.status(2, version, entries);
      document = BundledDocument.of(1, "policy", new byte[] {(byte) version});
      TrustListDocument.Builder pinning =
          TestScheme.list(root, version)
              .status(first.pin())
              .status(second.pin())
              .document(document.pin(version));
      roots =
          root == 1 ? List.of(TestScheme.root(1)) : List.of(TestScheme.root(1), TestScheme.root(2));
      list = TestScheme.sign(pinning.build());
      status = TestScheme.sign(first);
      delta = TestScheme.delta(TestScheme.changes(BASE_2, second));
    }
  }

  /**
   * Roots and list of either day, each other part of either day or held back: all 108 bundles. One
   * is accepted exactly if everything in it is of the day of its list, and what was held back then
   * answers nothing.
   */
  @Test
  void mixAndMatch_onlyPartsOfOneBundleAreAccepted() throws Exception {
    int accepted = 0;
    for (int roots = 0; roots < 2; roots++) {
      for (int list = 0; list < 2; list++) {
        for (int parts = 0; parts < 27; parts++) {
          int status = parts % 3;
          int delta = parts / 3 % 3;
          int document = parts / 9;
          boolean whole =
              roots == list && isOf(list, status) && isOf(list, delta) && isOf(list, document);
          TrustSync sync = TestScheme.sync(HELD);
          String code = sync.apply(bundle(roots, list, status, delta, document)).code();
          String which = roots + " " + list + " " + status + delta + document;
          String refused = roots == list ? "NOT_PINNED" : "LIST_ROOT";
          assertEquals(whole ? "UPDATED" : refused, code, which);
          if (whole) {
            accepted++;
            String held = "SUSPENDED";
            assertEquals(status == 2 ? "OUTDATED" : held, answer(sync, 1), which);
            assertEquals(delta == 2 ? "OUTDATED" : held, answer(sync, 2), which);
            assertEquals(document == 2, sync.trust().document(1, "policy").isEmpty(), which);
          } else {
            assertEquals("VALID VALID", answer(sync, 1) + " " + answer(sync, 2), which);
          }
        }
      }
    }
    assertEquals(2 * 8, accepted);
  }

  private static boolean isOf(int list, int part) {
    return part == 2 || part == list;
  }

  private static byte[] bundle(int roots, int list, int status, int delta, int document) {
    TestBundle bundle = TestBundle.of(DAYS.get(list).list);
    bundle.roots(DAYS.get(roots).roots.toArray(new SignedDocument[0]));
    if (status < 2) {
      bundle.statuses(DAYS.get(status).status);
    }
    if (delta < 2) {
      bundle.deltas(DAYS.get(delta).delta);
    }
    if (document < 2) {
      bundle.documents(DAYS.get(document).document);
    }
    return bundle.bytes();
  }

  private static String answer(TrustSync sync, int list) {
    return sync.trust().status(StatusReference.of(list, 0), TestScheme.NOW).name();
  }

  /** What a bundle leaves in memory must not be completed by the parts of another. */
  @Test
  void mixAndMatch_aRefusedBundleLeavesNothingForTheNextOne() throws Exception {
    TrustSync sync = TestScheme.sync(HELD);
    assertEquals("NOT_PINNED", sync.apply(bundle(1, 1, 0, 1, 1)).code());
    assertEquals("UPDATED", sync.apply(bundle(1, 1, 2, 2, 2)).code());
    assertEquals("OUTDATED OUTDATED", answer(sync, 1) + " " + answer(sync, 2));
    assertEquals(true, sync.trust().document(1, "policy").isEmpty());
  }
}
