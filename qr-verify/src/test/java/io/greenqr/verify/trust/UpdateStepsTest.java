package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.TestIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The steps of docs/spec/trust.md section 11: the first that fails decides, and nothing changes.
 */
class UpdateStepsTest {
  /** The steps in their order; the key of a list stands for three faults. */
  private enum Step {
    FORMAT("DOCUMENT_FORMAT"),
    ROOT_ENVIRONMENT("ENVIRONMENT_MISMATCH"),
    ROOT_ROLLBACK("ROOT_ROLLBACK"),
    ROOT_MISMATCH("ROOT_MISMATCH"),
    ROOT_GAP("ROOT_GAP"),
    ROOT_SIGNATURES("ROOT_SIGNATURES"),
    LIST_ENVIRONMENT("ENVIRONMENT_MISMATCH"),
    LIST_ROOT("LIST_ROOT"),
    LIST_SIGNATURES("LIST_SIGNATURES"),
    LIST_ROLLBACK("LIST_ROLLBACK"),
    LIST_EQUIVOCATION("LIST_EQUIVOCATION"),
    PIN_ROLLBACK("PIN_ROLLBACK"),
    KEYS("KEY_DUPLICATE"),
    STATUS_SIGNATURES("STATUS_SIGNATURES"),
    STATUS_PIN("NOT_PINNED"),
    DOCUMENT_PIN("NOT_PINNED"),
    STORE("STORE_FAILED");

    private final String code;

    Step(String code) {
      this.code = code;
    }
  }

  private static final EnumSet<Step> NEW_ROOTS =
      EnumSet.of(Step.ROOT_MISMATCH, Step.ROOT_GAP, Step.ROOT_SIGNATURES);
  private static final StatusListDocument STATUS = TestScheme.status(1, 5);
  private static final StatusListDocument SECOND = TestScheme.status(2, 1);
  private static final BundledDocument DOCUMENT = BundledDocument.of(9, "p", new byte[] {1});
  private static final TestBundle HELD =
      TestBundle.of(TestScheme.list(2, 5), STATUS).roots(TestScheme.root(1), TestScheme.root(2));

  private static boolean exclude(Step a, Step b) {
    return (a == Step.ROOT_ROLLBACK && NEW_ROOTS.contains(b))
        || (a == Step.LIST_ROLLBACK && b == Step.LIST_EQUIVOCATION);
  }

  private static byte[] bundle(Set<Step> failing) {
    List<SignedDocument> roots = roots(failing);
    int newest = failing.contains(Step.ROOT_GAP) ? roots.size() + 1 : roots.size();
    long pinned = pinned(failing);
    StatusListDocument first =
        TestScheme.status(1, failing.contains(Step.STATUS_PIN) ? pinned + 1 : pinned);
    // The signature is that of the later document: the step comes before the next for all of them.
    List<TestIssuer> signers =
        TestScheme.keys(failing.contains(Step.STATUS_SIGNATURES) ? Role.LIST : Role.STATUS);
    SignedDocument second = TestScheme.sign(DocumentType.STATUS_LIST, SECOND.encode(), signers);
    BundledDocument document =
        failing.contains(Step.DOCUMENT_PIN) ? BundledDocument.of(8, "p", new byte[1]) : DOCUMENT;
    byte[] bytes =
        TestBundle.of(list(failing, newest))
            .roots(roots.toArray(new SignedDocument[0]))
            .statuses(TestScheme.sign(first), second)
            .documents(document)
            .bytes();
    return failing.contains(Step.FORMAT) ? Arrays.copyOf(bytes, bytes.length + 1) : bytes;
  }

  private static long pinned(Set<Step> failing) {
    return failing.contains(Step.PIN_ROLLBACK) ? 4 : 6;
  }

  private static List<SignedDocument> roots(Set<Step> failing) {
    boolean production = failing.contains(Step.ROOT_ENVIRONMENT);
    Environment world = production ? Environment.PRODUCTION : Environment.TEST;
    List<SignedDocument> roots = new ArrayList<>();
    roots.add(
        TestScheme.sign(TestScheme.root(world, 1, TestScheme.ROOT_EXPIRES, TestScheme.roles())));
    if (failing.contains(Step.ROOT_ROLLBACK)) {
      return roots;
    }
    roots.add(
        failing.contains(Step.ROOT_MISMATCH)
            ? TestScheme.sign(
                TestScheme.root(Environment.TEST, 2, TestScheme.NOW, TestScheme.roles()))
            : TestScheme.root(2));
    if (failing.contains(Step.ROOT_SIGNATURES)) {
      byte[] third = TestScheme.root(3).unverifiedPayload();
      roots.add(TestScheme.sign(DocumentType.ROOT, third, TestScheme.keys(Role.LIST)));
    }
    if (failing.contains(Step.ROOT_GAP)) {
      roots.add(TestScheme.root(roots.size() + 2));
    }
    if (failing.contains(Step.LIST_ROOT) && failing.contains(Step.LIST_EQUIVOCATION)) {
      roots.add(TestScheme.root(roots.size() + (failing.contains(Step.ROOT_GAP) ? 2 : 1)));
    }
    return roots;
  }

  private static SignedDocument list(Set<Step> failing, int newestRoot) {
    long root = failing.contains(Step.LIST_ROOT) ? newestRoot + 1 : newestRoot;
    long version = 6;
    if (failing.contains(Step.LIST_ROLLBACK)) {
      root = failing.contains(Step.LIST_ROOT) ? 1 : Math.min(2, newestRoot);
      version = 4;
    }
    if (failing.contains(Step.LIST_EQUIVOCATION)) {
      root = 2;
      version = 5;
    }
    boolean production = failing.contains(Step.LIST_ENVIRONMENT);
    TrustListDocument.Builder list =
        TrustListDocument.builder(
                production ? Environment.PRODUCTION : Environment.TEST,
                TrustVersion.of(root, version),
                TestScheme.ISSUED,
                TestScheme.EXPIRES,
                TestScheme.CLOSES)
            .key(TestScheme.ISSUER.statement(EnumSet.of(ClaimKind.TEST)).build())
            .status(TestScheme.status(1, pinned(failing)).pin())
            .status(SECOND.pin())
            .document(DOCUMENT.pin(1));
    if (failing.contains(Step.KEYS)) {
      TestIssuer other = TestIssuer.ed25519(1041);
      list.key(
          IssuerKey.builder("Another", other.key(), EnumSet.of(ClaimKind.VACCINATION)).build());
    }
    List<TestIssuer> signers =
        TestScheme.keys(failing.contains(Step.LIST_SIGNATURES) ? Role.STATUS : Role.LIST);
    return TestScheme.sign(DocumentType.TRUST_LIST, list.build().encode(), signers);
  }

  private void assertAnswer(String expected, Set<Step> failing) throws Exception {
    StoreWithFaults fresh = new StoreWithFaults(TrustStore.inMemory());
    TrustSync sync = TrustSync.open(TestScheme.anchor(), fresh);
    assertEquals("UPDATED", sync.apply(HELD.bytes()).code());
    TrustList before = sync.trust();
    byte[] stored = fresh.load();
    fresh.failing = failing.contains(Step.STORE);
    TrustUpdate update = sync.apply(bundle(failing));
    assertEquals(expected, update.code(), failing.toString());
    if (!expected.equals("UPDATED")) {
      assertSame(before, sync.trust());
      assertArrayEquals(stored, fresh.load());
      assertEquals(
          failing.contains(Step.FORMAT), ((TrustUpdate.Refused) update).formatFault().isPresent());
    }
  }

  @Test
  void aBundleThatFailsNoStepIsTaken() throws Exception {
    assertAnswer("UPDATED", EnumSet.noneOf(Step.class));
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void eachStepRefusesAndOfTwoTheEarlierDecides(Step first) throws Exception {
    for (Step second : Step.values()) {
      if (first.compareTo(second) <= 0 && !exclude(first, second)) {
        assertAnswer(first.code, EnumSet.of(first, second));
      }
    }
  }

  @Test
  void ofAllStepsThatFailTogetherTheFirstIsToldUntilItIsMended() throws Exception {
    EnumSet<Step> failing =
        EnumSet.complementOf(EnumSet.of(Step.ROOT_ROLLBACK, Step.LIST_EQUIVOCATION));
    for (Step step : EnumSet.copyOf(failing)) {
      assertAnswer(step.code, failing);
      failing.remove(step);
    }
    assertAnswer("UPDATED", failing);
  }
}
