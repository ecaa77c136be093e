package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TUF, wrong software: what is genuine, but of another world, kind or number. */
class WrongSoftwareAttackTest {
  private static final StatusListDocument BASE = TestScheme.status(1, 1);
  private static final StatusListDocument NEXT = TestScheme.status(1, 2);
  private static final TestBundle HELD = TestBundle.of(TestScheme.list(1, 1), BASE);
  private static final String MISMATCH = "ENVIRONMENT_MISMATCH";

  private static TrustListDocument production(long root) {
    return TrustListDocument.builder(
            Environment.PRODUCTION,
            TrustVersion.of(root, 2),
            TestScheme.ISSUED,
            TestScheme.EXPIRES,
            TestScheme.CLOSES)
        .build();
  }

  private static SignedDocument productionRoot(long version) {
    return TestScheme.sign(
        TestScheme.root(
            Environment.PRODUCTION, version, TestScheme.ROOT_EXPIRES, TestScheme.roles()));
  }

  @Test
  void wrongSoftware_aRootOfTheOtherEnvironment() throws Exception {
    for (SignedDocument[] roots :
        new SignedDocument[][] {
          {productionRoot(1)},
          {TestScheme.root(1), productionRoot(2)},
          {productionRoot(1), TestScheme.root(2)}
        }) {
      TestBundle bundle = TestBundle.of(TestScheme.list(roots.length, 2)).roots(roots);
      assertEquals(MISMATCH, TestScheme.sync(HELD).apply(bundle.bytes()).code());
    }
  }

  @Test
  void wrongSoftware_aListOfTheOtherEnvironment() throws Exception {
    TestBundle bundle = TestBundle.of(TestScheme.sign(production(1)));
    assertEquals(MISMATCH, TestScheme.sync(HELD).apply(bundle.bytes()).code());
  }

  @Test
  void wrongSoftware_aStatusListOrDeltaOfTheOtherEnvironment() throws Exception {
    StatusListDocument status =
        StatusListDocument.of(Environment.PRODUCTION, 1, 2, TestScheme.ISSUED, NEXT.entries());
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 2).status(status.pin()));
    bundle.statuses(TestScheme.sign(status));
    assertEquals(MISMATCH, TestScheme.sync(HELD).apply(bundle.bytes()).code());
    StatusDelta delta =
        StatusDelta.of(
            Environment.PRODUCTION, TestScheme.ISSUED, List.of(TestScheme.changes(BASE, NEXT)));
    SignedDocument signed =
        TestScheme.sign(DocumentType.STATUS_DELTA, delta.encode(), TestScheme.keys(Role.STATUS));
    TestBundle byDelta = TestBundle.of(TestScheme.list(1, 2).status(NEXT.pin())).deltas(signed);
    assertEquals(MISMATCH, TestScheme.sync(HELD).apply(byDelta.bytes()).code());
  }

  @Test
  void wrongSoftware_aCardOfTheOtherEnvironment() throws Exception {
    FreshnessCard card =
        FreshnessCard.of(
            Environment.PRODUCTION,
            TrustVersion.of(1, 1),
            HELD.list().digest(),
            TestScheme.NOW,
            TestScheme.NOW.plus(Duration.ofHours(1)));
    assertEquals(
        MISMATCH, TestScheme.sync(HELD).refresh(TestScheme.text(card), TestScheme.NOW).code());
  }

  @Test
  void wrongSoftware_aStateOfTheOtherEnvironment() throws Exception {
    TrustStore store = TrustStore.inMemory();
    TestBundle bundle = TestBundle.of(TestScheme.sign(production(1))).roots(productionRoot(1));
    TrustAnchor production = TrustAnchor.of(productionRoot(1).bytes());
    assertEquals("UPDATED", TrustSync.open(production, store).apply(bundle.bytes()).code());
    TrustException refused =
        assertThrows(
            TrustException.class, () -> TrustSync.open(TestScheme.anchor(), store).trust());
    assertEquals(TrustFault.STORE_DAMAGED, refused.fault());
  }

  /** The number is inside what is signed: shard 2 in the place of shard 1. */
  @Test
  void wrongSoftware_aStatusListOfAnotherNumber() throws Exception {
    StatusListDocument other = TestScheme.status(2, 2);
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 2).status(NEXT.pin()));
    bundle.statuses(TestScheme.sign(other));
    assertEquals("NOT_PINNED", TestScheme.sync(HELD).apply(bundle.bytes()).code());
  }

  /** Every kind of document in every place of a bundle where another belongs. */
  @Test
  void wrongSoftware_aDocumentOfAnotherKind() throws Exception {
    TrustListDocument.Builder pinning = TestScheme.list(1, 2).status(NEXT.pin());
    SignedDocument status = TestScheme.sign(NEXT);
    SignedDocument delta = TestScheme.delta(TestScheme.changes(BASE, NEXT));
    TestBundle bundle = TestBundle.of(pinning).statuses(status).deltas(delta);
    List<SignedDocument> parts = List.of(TestScheme.root(1), bundle.list(), status, delta);
    for (SignedDocument part : parts) {
      for (SignedDocument other : parts) {
        if (!part.equals(other)) {
          byte[] wrong = Splice.replace(bundle.bytes(), part.bytes(), other.bytes());
          TrustUpdate update = TestScheme.sync(HELD).apply(wrong);
          assertEquals("DOCUMENT_FORMAT", update.code());
          assertTrue(update.toString().contains("DOCUMENT_KIND"), update.toString());
        }
      }
    }
  }
}
