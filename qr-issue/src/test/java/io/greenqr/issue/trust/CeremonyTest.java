package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.CHI;
import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.DUNG;
import static io.greenqr.issue.trust.Scheme.EM;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.STATUS;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.issue.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in different places make roots with a file that travels between them. */
class CeremonyTest {
  private static final CoseKey UNSOUND = CoseKey.ed25519(new byte[32]);

  @TempDir private Path post;

  /** What a signer does with the file that arrives. */
  private Path signAt(Path file, SigningKey person) throws Exception {
    DocumentDraft draft = DocumentDraft.read(Files.readAllBytes(file));
    assertEquals(DocumentType.ROOT, draft.type());
    return send(draft.sign(person.signer()), person.publicKey().keyId().toString());
  }

  private Path send(DocumentDraft draft, String name) throws IOException {
    return Files.write(post.resolve(name), draft.bytes());
  }

  private static DocumentDraft receive(Path file) throws Exception {
    return DocumentDraft.read(Files.readAllBytes(file));
  }

  private static SchemeRoots reopened(SchemeRoots roots) throws Exception {
    List<SignedDocument> read = new ArrayList<>();
    for (SignedDocument document : roots.documents()) {
      read.add(SignedDocument.parse(document.bytes(), DocumentType.ROOT));
    }
    return SchemeRoots.of(read);
  }

  @Test
  void oneFileFromHandToHand() throws Exception {
    DocumentDraft draft = Scheme.editor().draft(NOW, ROOT_END);
    RoleKeys role = draft.content(RootDocument.class).role(Role.ROOT);
    assertEquals(2, draft.missing(role));
    Path first = signAt(send(draft, "draft"), AN);
    assertEquals(1, receive(first).missing(role));
    refused(
        PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> SchemeRoots.first(receive(first)));

    DocumentDraft second = receive(signAt(first, BINH));

    assertEquals(0, second.missing(role));
    assertEquals(Set.copyOf(keys(AN, BINH)), second.signersOf(role));
    assertArrayEquals(draft.digest(), second.digest());
    SchemeRoots roots = reopened(SchemeRoots.first(second));
    assertEquals(1, roots.newest().version());
    assertEquals(Environment.PRODUCTION, roots.environment());
  }

  @Test
  void copiesThatTravelAtTheSameTime() throws Exception {
    Path draft = send(Scheme.editor().draft(NOW, ROOT_END), "draft");
    DocumentDraft an = receive(signAt(draft, AN));
    DocumentDraft chi = receive(signAt(draft, CHI));

    DocumentDraft merged = an.merge(chi);

    assertArrayEquals(merged.bytes(), chi.merge(an).bytes());
    assertArrayEquals(merged.bytes(), merged.merge(an).bytes());
    assertEquals(2, reopened(SchemeRoots.first(merged)).documents().get(0).signatures().size());
  }

  @Test
  void twoRotationsWithOtherPeople() throws Exception {
    SchemeRoots one = Scheme.roots();
    DocumentDraft two =
        RootEditor.after(one)
            .role(Role.ROOT, 2, keys(BINH, CHI, DUNG))
            .draft(NOW.plus(DAY), ROOT_END);
    DocumentDraft oldOnly = sign(two, AN, BINH);
    refused(PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> one.with(oldOnly));
    DocumentDraft newOnly = sign(two, BINH, DUNG);
    refused(PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> one.with(newOnly));
    SchemeRoots roots = one.with(oldOnly.merge(newOnly));
    assertEquals(3, roots.documents().get(1).signatures().size());

    DocumentDraft three =
        RootEditor.after(roots)
            .role(Role.ROOT, 1, keys(DUNG, EM))
            .allowSingleSigner()
            .draft(NOW.plus(DAY), ROOT_END);
    SchemeRoots last = reopened(roots.with(sign(three, BINH, DUNG)));

    assertEquals(3, last.newest().version());
    assertEquals(RoleKeys.of(1, keys(DUNG, EM)), last.newest().role(Role.ROOT));
    assertEquals(one.newest().role(Role.LIST), last.newest().role(Role.LIST));
    assertEquals(1, one.newest().version(), "a chain is not changed");
    assertEquals(2, last.find(2).orElseThrow().version());
    assertEquals(false, last.find(4).isPresent());
    assertEquals(3, last.since(0).size());
    assertEquals(3, last.since(1).size());
    assertEquals(2, last.since(2).size());
    assertEquals(0, last.since(4).size());
    assertEquals("SchemeRoots[PRODUCTION, 1 to 3]", last.toString());
  }

  /** Whoever holds the first root only must not follow a chain with a hole. */
  @Test
  void chainsHaveNoGapAndNoRepetition() throws Exception {
    SchemeRoots one = Scheme.roots();
    SchemeRoots two = one.with(sign(RootEditor.after(one).draft(NOW, ROOT_END), AN, BINH));
    SchemeRoots three = two.with(sign(RootEditor.after(two).draft(NOW, ROOT_END), AN, BINH));
    List<SignedDocument> all = three.documents();

    assertEquals(3, SchemeRoots.of(all.subList(1, 3)).newest().version());
    refused(PublishFault.ROOT_GAP, "3", () -> SchemeRoots.of(List.of(all.get(0), all.get(2))));
    refused(PublishFault.ROOT_GAP, "1", () -> SchemeRoots.of(List.of(all.get(0), all.get(0))));
    refused(PublishFault.ROOT_GAP, "2", () -> SchemeRoots.first(DocumentDraft.of(all.get(1))));
    refused(PublishFault.ROOT_GAP, "2", () -> three.check(DocumentDraft.of(all.get(1))));
    assertThrows(IllegalArgumentException.class, () -> SchemeRoots.of(List.of()));
  }

  /** A chain of files is verified as much as a draft is. */
  @Test
  void everyRootOfAChainIsSignedByBothRoles() throws Exception {
    SchemeRoots one = Scheme.roots();
    RootDocument anchor = one.newest();
    SignedDocument byOne = sign(DocumentDraft.of(anchor), AN).complete(RoleKeys.of(1, keys(AN)));
    refused(PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> SchemeRoots.of(List.of(byOne)));
    DocumentDraft next =
        RootEditor.after(one).role(Role.ROOT, 2, keys(DUNG, EM)).draft(NOW, ROOT_END);
    SigningKey[][] notEnough = {{AN, BINH, DUNG}, {AN, DUNG, EM}};
    for (SigningKey[] people : notEnough) {
      SignedDocument signed = sign(next, people).complete(RoleKeys.of(3, keys(people)));
      refused(
          PublishFault.SIGNATURES_MISSING,
          "root: 1 of 2",
          () -> SchemeRoots.of(List.of(one.documents().get(0), signed)));
    }
    SignedDocument enough =
        sign(next, AN, BINH, DUNG, EM).complete(RoleKeys.of(4, keys(AN, BINH, DUNG, EM)));
    assertEquals(2, SchemeRoots.of(List.of(one.documents().get(0), enough)).newest().version());
  }

  @Test
  void onlyRootsMakeAChain() throws Exception {
    SchemeRoots roots = Scheme.roots();
    SignedDocument list =
        Scheme.signedList(roots, TrustListEditor.first(roots).draft(Scheme.TIMES));
    refused(PublishFault.WRONG_DOCUMENT, "trust-list", () -> SchemeRoots.of(List.of(list)));
    refused(PublishFault.WRONG_DOCUMENT, "trust-list", () -> roots.with(DocumentDraft.of(list)));
  }

  @Test
  void rootsOfTheOtherEnvironmentDoNotFollow() throws Exception {
    SchemeRoots test = Scheme.roots(Environment.TEST);
    DocumentDraft next = sign(RootEditor.after(test).draft(NOW, ROOT_END), AN, BINH);
    refused(PublishFault.ENVIRONMENT, "root", () -> Scheme.roots().with(next));
    test.with(next);
  }

  @Test
  void rootsDoNotGetOlder() throws Exception {
    RootEditor next = RootEditor.after(Scheme.roots());
    refused(
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        "root",
        () -> next.draft(NOW.minusSeconds(1), ROOT_END));
    next.draft(NOW, ROOT_END);
  }

  @Test
  void timesAreInOrder() throws Exception {
    refused(PublishFault.TIMES, "expires", () -> Scheme.editor().draft(NOW, NOW));
    Scheme.editor().draft(NOW, NOW.plusSeconds(1));
    refused(
        PublishFault.TIMES,
        "issuedAt",
        () -> Scheme.editor().draft(Instant.EPOCH.minusSeconds(1), NOW));
    Scheme.editor().draft(Instant.EPOCH, NOW);
    RootDocument root =
        Scheme.editor().draft(NOW.plusNanos(1), NOW.plusMillis(1999)).content(RootDocument.class);
    assertEquals(NOW, root.issuedAt());
    assertEquals(NOW.plusSeconds(1), root.expires());
  }

  @Test
  void oneSignerIsNotEnoughInProduction() throws Exception {
    for (Role role : Role.values()) {
      RootEditor production = Scheme.editor().role(role, 1, keys(AN, BINH));
      if (role == Role.ROOT || role == Role.LIST) {
        refused(PublishFault.SINGLE_SIGNER, role.jsonName(), () -> production.draft(NOW, ROOT_END));
      } else {
        production.draft(NOW, ROOT_END);
      }
      production.allowSingleSigner().draft(NOW, ROOT_END);
      Scheme.editor(Environment.TEST).role(role, 1, keys(AN)).draft(NOW, ROOT_END);
    }
  }

  @Test
  void fourRolesAreThere() throws Exception {
    for (Role role : Role.values()) {
      RootEditor editor = Scheme.editor().removeRole(role.code());
      if (role.isRequired()) {
        refused(PublishFault.ROLE_MISSING, role.jsonName(), () -> editor.draft(NOW, ROOT_END));
      } else {
        editor.draft(NOW, ROOT_END);
      }
    }
  }

  @Test
  void rolesOfOtherSpecificationsAreKeptUntilTheyAreRemoved() throws Exception {
    RoleKeys policy = RoleKeys.of(1, keys(EM));
    SchemeRoots roots =
        SchemeRoots.first(sign(Scheme.editor().role(9, policy).draft(NOW, ROOT_END), AN, BINH));
    RootEditor next = RootEditor.after(roots);
    assertEquals(policy, next.roles().get(9));
    assertEquals(
        Map.of(),
        Map.copyOf(
            next.removeRole(9).removeRole(1).removeRole(2).removeRole(3).removeRole(4).roles()));
  }

  @Test
  void unsoundKeysHoldNoRole() throws Exception {
    RootEditor editor = Scheme.editor().role(9, RoleKeys.of(1, List.of(AN.publicKey(), UNSOUND)));
    refused(
        PublishFault.KEY_UNSOUND, UNSOUND.keyId().toString(), () -> editor.draft(NOW, ROOT_END));
    RootDocument root = RootDocument.of(Environment.PRODUCTION, 1, NOW, ROOT_END, editor.roles());
    DocumentDraft draft = sign(DocumentDraft.of(root), AN, BINH);
    refused(PublishFault.KEY_UNSOUND, () -> SchemeRoots.first(draft));
  }

  @Test
  void identifiersNameOneKey() throws Exception {
    String twin = Scheme.TWIN_A.publicKey().keyId().toString();
    RootEditor sameRole = Scheme.editor().role(Role.STATUS, 1, keys(Scheme.TWIN_A, Scheme.TWIN_B));
    refused(PublishFault.KID_CLASH, twin, () -> sameRole.draft(NOW, ROOT_END));
    RootEditor otherRoles =
        Scheme.editor()
            .role(Role.STATUS, 1, keys(Scheme.TWIN_A))
            .role(Role.FRESHNESS, 1, keys(Scheme.TWIN_B));
    refused(PublishFault.KID_CLASH, twin, () -> otherRoles.draft(NOW, ROOT_END));
    Scheme.editor()
        .role(Role.STATUS, 1, keys(Scheme.TWIN_A))
        .role(Role.FRESHNESS, 1, keys(Scheme.TWIN_A, STATUS))
        .draft(NOW, ROOT_END);

    RootDocument next =
        RootDocument.of(Environment.PRODUCTION, 2, NOW, ROOT_END, otherRoles.roles());
    DocumentDraft draft = sign(DocumentDraft.of(next), AN, BINH);
    refused(PublishFault.KID_CLASH, () -> Scheme.roots().with(draft));
  }

  @Test
  void theLastVersionHasNoSuccessor() throws Exception {
    for (long version : new long[] {FormatLimits.MAX_VERSION - 1, FormatLimits.MAX_VERSION}) {
      RootDocument root =
          RootDocument.of(Environment.PRODUCTION, version, NOW, ROOT_END, Scheme.editor().roles());
      SchemeRoots roots =
          SchemeRoots.of(
              List.of(sign(DocumentDraft.of(root), AN, BINH).complete(root.role(Role.ROOT))));
      RootEditor next = RootEditor.after(roots);
      if (version == FormatLimits.MAX_VERSION) {
        refused(PublishFault.VERSION_EXHAUSTED, () -> next.draft(NOW, ROOT_END));
      } else {
        next.draft(NOW, ROOT_END);
      }
    }
  }

  /** 63 roles of 16 keys would be more than 65,536 bytes. */
  @Test
  void rootsHaveABound() throws Exception {
    RootEditor editor = Scheme.editor();
    List<CoseKey> many = new ArrayList<>();
    for (int secret = 100; secret < 116; secret++) {
      many.add(Scheme.p256(secret).publicKey());
    }
    for (int role = 5; role <= 45; role++) {
      editor.role(role, RoleKeys.of(1, many));
    }
    assertEquals(45, editor.draft(NOW, ROOT_END).content(RootDocument.class).roles().size());
    for (int role = 46; role <= FormatLimits.MAX_ROLE; role++) {
      editor.role(role, RoleKeys.of(1, many));
    }
    refused(PublishFault.DOCUMENT_TOO_LONG, () -> editor.draft(NOW, ROOT_END));
  }
}
