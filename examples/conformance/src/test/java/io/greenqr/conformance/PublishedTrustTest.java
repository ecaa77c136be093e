package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.trust.BundlePublisher;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.FreshnessCards;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.RootEditor;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.StatusPublication;
import io.greenqr.issue.trust.StatusRegister;
import io.greenqr.issue.trust.TrustListEditor;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishers publish, checkpoints take: a few days of a scheme, with a rotation. */
class PublishedTrustTest {
  private static final Instant NOW = Instant.parse("2021-10-04T03:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofDays(1);
  private static final ListTimes TIMES = ListTimes.of(NOW, DAY, DAY.multipliedBy(3));
  private static final SigningKey AN = SigningKey.generate(SignatureAlgorithm.ED25519);
  private static final SigningKey BINH = SigningKey.generate(SignatureAlgorithm.ESP256);
  private static final SigningKey CHI = SigningKey.generate(SignatureAlgorithm.ESP256);
  private static final BundledDocument CODE_BOOK = BundledDocument.of(10, "EN", new byte[] {1});
  private static final BundledDocument ROSTER = BundledDocument.of(11, "EN", new byte[] {2});

  @TempDir private Path directory;

  private static List<CoseKey> keys(SigningKey... people) {
    return Stream.of(people).map(SigningKey::publicKey).toList();
  }

  private static DocumentDraft sign(DocumentDraft draft, SigningKey... people) throws Exception {
    DocumentDraft signed = draft;
    for (SigningKey person : people) {
      signed = DocumentDraft.read(signed.sign(person.signer()).bytes());
    }
    return signed;
  }

  private static SignedDocument signed(
      SchemeRoots roots, Role role, DocumentDraft draft, SigningKey... people) throws Exception {
    return sign(draft, people).complete(roots.newest().role(role));
  }

  private static void applies(TrustSync gate, TrustBundle bundle) {
    assertEquals("UPDATED", gate.apply(bundle.bytes()).code());
    assertEquals(List.of(), gate.trust().absentStatusLists());
  }

  @Test
  void gatesTakeBundlesDeltasCardsAndRotations() throws Exception {
    SchemeRoots roots =
        SchemeRoots.first(
            sign(
                RootEditor.first(Environment.PRODUCTION)
                    .role(Role.ROOT, 2, keys(AN, BINH))
                    .role(Role.LIST, 2, keys(AN, BINH))
                    .role(Role.STATUS, 1, keys(AN))
                    .role(Role.FRESHNESS, 1, keys(BINH))
                    .draft(NOW, NOW.plus(DAY.multipliedBy(365))),
                BINH,
                AN));
    TrustSync gate =
        TrustSync.open(TrustAnchor.of(roots.documents().get(0).bytes()), TrustStore.inMemory());

    StatusRegister register =
        StatusRegister.create(directory.resolve("register"), Environment.PRODUCTION);
    register.newList(7, 131_072);
    register.newList(300, 4);
    List<StatusListDocument> lists = register.publish(NOW).lists();
    IssuerKey issuer =
        IssuerKey.builder("Department", CHI.publicKey(), EnumSet.allOf(ClaimKind.class)).build();
    TrustListEditor editor =
        TrustListEditor.first(roots).add(issuer).pin(ROSTER, 1).pin(CODE_BOOK, 1);
    for (StatusListDocument list : lists) {
      editor.pin(list);
    }
    SignedDocument first = signed(roots, Role.LIST, editor.draft(TIMES), AN, BINH);
    BundlePublisher complete = BundlePublisher.of(roots, first, CLOCK);
    for (StatusListDocument list : lists) {
      complete.status(signed(roots, Role.STATUS, DocumentDraft.of(list), AN));
    }
    applies(gate, complete.document(ROSTER).document(CODE_BOOK).complete());

    StatusReference pass = StatusReference.of(7, 99_999);
    assertEquals("VALID", gate.trust().status(pass, NOW).name());
    register.set(pass, PassStatus.SUSPENDED);
    StatusPublication changes = register.publish(NOW);
    SignedDocument second =
        signed(
            roots,
            Role.LIST,
            TrustListEditor.after(roots, first).pin(changes.lists().get(0)).draft(TIMES),
            AN,
            BINH);
    BundlePublisher partial = BundlePublisher.of(roots, second, CLOCK);
    for (StatusDelta delta : changes.deltas()) {
      partial.delta(signed(roots, Role.STATUS, DocumentDraft.of(delta), AN));
    }
    applies(gate, partial.partial(first, lists));
    assertEquals("SUSPENDED", gate.trust().status(pass, NOW).name());

    Instant tomorrow = NOW.plus(DAY);
    assertEquals(TrustFreshness.STALE, gate.trust().freshnessAt(tomorrow));
    SignedDocument card = FreshnessCards.of(roots, second).issue(BINH.signer(), tomorrow);
    assertEquals("REFRESHED", gate.refresh(FreshnessCard.text(card), tomorrow).code());
    assertEquals(TrustFreshness.FRESH, gate.trust().freshnessAt(tomorrow));

    SchemeRoots rotated =
        roots.with(
            sign(
                RootEditor.after(roots)
                    .role(Role.ROOT, 2, keys(BINH, CHI))
                    .role(Role.LIST, 2, keys(BINH, CHI))
                    .draft(NOW, NOW.plus(DAY.multipliedBy(365))),
                AN,
                BINH,
                CHI));
    SignedDocument third =
        signed(
            rotated,
            Role.LIST,
            TrustListEditor.after(rotated, second).remove(CHI.publicKey()).draft(TIMES),
            CHI,
            BINH);
    applies(gate, BundlePublisher.of(rotated, third, CLOCK).partial(second, List.of()));
    assertEquals(TrustVersion.of(2, 1), gate.trust().version().orElseThrow());
    assertEquals(List.of(), gate.trust().keys());
    assertEquals("SUSPENDED", gate.trust().status(pass, NOW).name());
  }
}
