package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.CHI;
import static io.greenqr.issue.trust.Scheme.DUNG;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.key.JcaSigner;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.key.SubjectPublicKeyInfo;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be on a draft, and what leaves it. */
class DocumentDraftTest {
  private static final RoleKeys THREE = RoleKeys.of(2, keys(AN, BINH, CHI));

  private static DocumentDraft draft() throws PublishException {
    return Scheme.editor().draft(NOW, ROOT_END);
  }

  private interface Script {
    byte[] sign(byte[] message) throws SigningException;
  }

  private static PassSigner signer(CoseKey key, Script script) {
    return new PassSigner() {
      @Override
      public CoseKey publicKey() {
        return key;
      }

      @Override
      public byte[] sign(byte[] toBeSigned) throws SigningException {
        return script.sign(toBeSigned);
      }
    };
  }

  /** A signature in its range that nobody made. */
  private static DocumentSignature junk(SigningKey key, int number) {
    byte[] signature = new byte[64];
    Arrays.fill(signature, (byte) 1);
    signature[0] = (byte) number;
    return DocumentSignature.of(key.publicKey(), signature);
  }

  private static DocumentDraft withJunk(DocumentDraft draft, int count) throws Exception {
    SignedDocument document = SignedDocument.parseDraft(draft.bytes());
    for (int i = 0; i < count; i++) {
      document = document.with(junk(DUNG, i));
    }
    return DocumentDraft.read(document.bytes());
  }

  @Test
  void saysWhatItIs() throws Exception {
    DocumentDraft draft = draft();
    assertEquals(DocumentType.ROOT, draft.type());
    assertEquals(Environment.PRODUCTION, draft.environment());
    assertEquals(1, draft.content(RootDocument.class).version());
    byte[] payload = draft.content(RootDocument.class).encode();
    assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(payload), draft.digest());
    StatusEntries entries = StatusEntries.allValid(4);
    ListChanges changes = ListChanges.between(0, 1, entries, 2, entries);
    assertEquals(
        Environment.TEST,
        DocumentDraft.of(StatusDelta.of(Environment.TEST, NOW, List.of(changes))).environment());
    FreshnessCard card =
        FreshnessCard.of(
            Environment.TEST, TrustVersion.of(1, 1), new byte[32], NOW, NOW.plusSeconds(1));
    assertEquals(Environment.TEST, DocumentDraft.of(card).environment());
    assertEquals(draft.content(RootDocument.class), draft.content(Object.class));
    refused(PublishFault.WRONG_DOCUMENT, "root", () -> draft.content(TrustListDocument.class));
    assertEquals(
        "DocumentDraft[RootDocument[PRODUCTION, 1, until 2022-10-04T03:00:00Z], 0 signatures]",
        draft.toString());
    assertEquals(draft, sign(draft, AN));
    assertEquals(draft.hashCode(), sign(draft, AN).hashCode());
    assertNotEquals(draft, Scheme.editor().draft(NOW, ROOT_END.plusSeconds(1)));
  }

  /** ECDSA through a security module is random: the second signature has other bytes. */
  @Test
  void aSecondSignatureOfAKeyReplacesTheFirst() throws Exception {
    SignedDocument document = SignedDocument.parseDraft(draft().bytes());
    DocumentDraft signed = sign(draft(), BINH, BINH);
    assertArrayEquals(sign(draft(), BINH).bytes(), signed.bytes());
    // One by the same key that does not verify is not the key's, and stays until the end.
    DocumentDraft forged =
        DocumentDraft.read(document.with(junk(BINH, 1)).bytes()).sign(BINH.signer());
    assertEquals(2, SignedDocument.parseDraft(forged.bytes()).signatures().size());
    assertEquals(Set.of(BINH.publicKey()), forged.signersOf(THREE));
  }

  @Test
  void aKeyCountsOnceHoweverOftenItSigned() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    CoseKey key = SubjectPublicKeyInfo.decode(pair.getPublic().getEncoded());
    PassSigner random = JcaSigner.of(pair.getPrivate(), key);
    DocumentDraft once = draft().sign(random);
    DocumentDraft again = draft().sign(random);
    assertNotEquals(signatures(once), signatures(again), "this signer is random");

    assertEquals(1, signatures(once.sign(random)).size());
    DocumentDraft both = once.merge(again);
    assertEquals(2, signatures(both).size());
    RoleKeys role = RoleKeys.of(2, List.of(key, AN.publicKey()));
    refused(PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> both.complete(role));
    assertEquals(2, sign(both, AN).complete(role).signatures().size());
  }

  private static List<DocumentSignature> signatures(DocumentDraft draft) throws FormatException {
    return SignedDocument.parseDraft(draft.bytes()).signatures();
  }

  @Test
  void whatASignerGetsWrongDoesNotTravel() throws Exception {
    for (SigningKey key : new SigningKey[] {AN, BINH}) {
      CoseKey point = key.publicKey();
      for (int bit = 0; bit < 512; bit += 7) {
        int flipped = bit;
        Script disturbed =
            message -> {
              byte[] signature = key.signer().sign(message);
              signature[flipped / 8] ^= (byte) (1 << flipped % 8);
              return signature;
            };
        refused(PublishFault.SELF_CHECK, () -> draft().sign(signer(point, disturbed)));
      }
      refused(
          PublishFault.SELF_CHECK,
          () -> draft().sign(signer(point, message -> CHI.signer().sign(message))));
      refused(
          PublishFault.SELF_CHECK,
          () -> draft().sign(signer(point, message -> key.signer().sign(new byte[1]))));
      for (int length : new int[] {0, 63, 65}) {
        refused(
            PublishFault.SELF_CHECK,
            () ->
                draft()
                    .sign(
                        signer(
                            point, message -> Arrays.copyOf(key.signer().sign(message), length))));
      }
      // A signer that changes what it is given, and signs that.
      Script changing =
          message -> {
            message[message.length - 1]++;
            return key.signer().sign(message);
          };
      refused(PublishFault.SELF_CHECK, () -> draft().sign(signer(point, changing)));
      draft().sign(signer(point, message -> key.signer().sign(message)));
    }
  }

  @Test
  void aSignerThatCannotSignSaysWhy() throws Exception {
    SigningException cause = new SigningException("no session");
    PassSigner closed =
        signer(
            AN.publicKey(),
            message -> {
              throw cause;
            });
    assertEquals(cause, refused(PublishFault.SIGNING, () -> draft().sign(closed)).getCause());
  }

  @Test
  void unsoundKeysDoNotSign() throws Exception {
    PassSigner low = signer(CoseKey.ed25519(new byte[32]), message -> new byte[64]);
    refused(PublishFault.KEY_UNSOUND, () -> draft().sign(low));
  }

  @Test
  void copiesOfOtherDraftsAreNotPutTogether() throws Exception {
    DocumentDraft other = Scheme.editor().draft(NOW, ROOT_END.plusSeconds(1));
    refused(PublishFault.WRONG_DOCUMENT, "root", () -> sign(draft(), AN).merge(sign(other, BINH)));
  }

  @Test
  void anyoneCanAppendSignaturesAndNoneOfThemIsPublished() throws Exception {
    int most = FormatLimits.MAX_SIGNATURES;
    DocumentDraft full = withJunk(draft(), most - 2);
    assertEquals(0, full.signersOf(THREE).size());
    SignedDocument complete = sign(full, AN, CHI).complete(THREE);
    assertEquals(2, complete.signatures().size());

    DocumentDraft over = withJunk(draft(), most - 1).sign(AN.signer());
    refused(PublishFault.SIGNATURES_TOO_MANY, () -> over.sign(CHI.signer()));
    SignedDocument kept = sign(over.keeping(THREE), CHI).complete(THREE);
    assertArrayEquals(complete.bytes(), kept.bytes());
    refused(
        PublishFault.SIGNATURES_TOO_MANY, () -> withJunk(draft(), most).merge(sign(draft(), AN)));
  }

  @Test
  void signaturesOfOthersDoNotCount() throws Exception {
    DocumentDraft draft = sign(draft(), AN, DUNG, Scheme.EM);
    refused(PublishFault.SIGNATURES_MISSING, "root: 1 of 2", () -> draft.complete(THREE));
    assertEquals(2, sign(draft, BINH).complete(THREE).signatures().size());
    assertThrows(IllegalArgumentException.class, draft::complete);
  }

  /** A rotation between two groups of sixteen, all of whom sign, fills a document. */
  @Test
  void twoFullRolesSign() throws Exception {
    List<SigningKey> people = new ArrayList<>();
    for (int secret = 200; secret < 232; secret++) {
      people.add(secret % 2 == 0 ? Scheme.ed25519(secret) : Scheme.p256(secret));
    }
    SigningKey[] before = people.subList(0, 16).toArray(SigningKey[]::new);
    SigningKey[] after = people.subList(16, 32).toArray(SigningKey[]::new);
    SchemeRoots roots =
        SchemeRoots.first(
            sign(Scheme.editor().role(Role.ROOT, 16, keys(before)).draft(NOW, ROOT_END), before));
    DocumentDraft next =
        RootEditor.after(roots).role(Role.ROOT, 16, keys(after)).draft(NOW, ROOT_END);
    SchemeRoots rotated = roots.with(sign(sign(next, before), after));
    assertEquals(32, rotated.documents().get(1).signatures().size());
  }

  @Test
  void foreignBytesAreRefusedWithTheirFault() throws Exception {
    byte[] bytes = sign(draft(), AN).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(FormatException.class, () -> DocumentDraft.read(cut));
    }
    SignedDocument hollow =
        SignedDocument.of(DocumentType.ROOT, new byte[] {(byte) 0x81, 1}, List.of());
    FormatException e =
        assertThrows(FormatException.class, () -> DocumentDraft.read(hollow.bytes()));
    assertEquals(FormatFault.RECORD_TOO_SHORT, e.fault());
    PublishException wrapped =
        refused(PublishFault.DOCUMENT_FORMAT, () -> DocumentDraft.of(hollow));
    assertInstanceOf(FormatException.class, wrapped.getCause());
    refused(PublishFault.DOCUMENT_FORMAT, () -> SchemeRoots.of(List.of(hollow)));
  }

  /** Fifteen lists of which every entry changes are below 2 MiB; sixteen are above. */
  @Test
  void documentsHaveABound() throws Exception {
    byte[] revoked = new byte[FormatLimits.MAX_STATUS_BYTES];
    Arrays.fill(revoked, (byte) 0x55);
    StatusEntries from = StatusEntries.allValid(FormatLimits.STATUS_SHARD_ENTRIES);
    StatusEntries to = StatusEntries.ofBits(revoked);
    assertEquals(from.size(), to.count(PassStatus.REVOKED));
    List<ListChanges> changes = new ArrayList<>();
    for (int list = 0; list < 15; list++) {
      changes.add(ListChanges.between(list, 1, from, 2, to));
    }
    DocumentDraft.of(StatusDelta.of(Environment.TEST, NOW, changes));
    changes.add(ListChanges.between(15, 1, from, 2, to));
    StatusDelta tooLong = StatusDelta.of(Environment.TEST, NOW, changes);
    refused(PublishFault.DOCUMENT_TOO_LONG, () -> DocumentDraft.of(tooLong));
  }
}
