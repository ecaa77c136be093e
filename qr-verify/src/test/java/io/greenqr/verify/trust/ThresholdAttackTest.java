package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.verify.KidCollision;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TUF, key compromise: fewer keys than the threshold are worth nothing. */
class ThresholdAttackTest {
  private static final List<TestIssuer> OLD = TestScheme.keys(Role.ROOT);
  private static final List<TestIssuer> NEW =
      List.of(TestIssuer.p256(2001), TestIssuer.ed25519(2002), TestIssuer.ed25519(2003));

  /** Root 2 gives the root role to other people. */
  private static final RootDocument SECOND = second();

  private static RootDocument second() {
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.ROOT, TestScheme.role(2, NEW));
    return TestScheme.root(Environment.TEST, 2, TestScheme.ROOT_EXPIRES, roles);
  }

  private static List<TestIssuer> subset(List<TestIssuer> all, int bits) {
    List<TestIssuer> subset = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((bits >>> i & 1) != 0) {
        subset.add(all.get(i));
      }
    }
    return subset;
  }

  private static String rotate(List<TestIssuer> signers) throws Exception {
    SignedDocument second = TestScheme.sign(DocumentType.ROOT, SECOND.encode(), signers);
    TestBundle bundle = TestBundle.of(TestScheme.list(2, 1));
    return TestScheme.sync().apply(bundle.roots(TestScheme.root(1), second).bytes()).code();
  }

  /** All 8 times 8 subsets of three old and three new root keys, each role two of three. */
  @Test
  void keyCompromise_aRootNeedsTwoOfTheOldHoldersAndTwoOfTheNewOnes() throws Exception {
    int accepted = 0;
    for (int old = 0; old < 8; old++) {
      for (int fresh = old == 0 ? 1 : 0; fresh < 8; fresh++) {
        List<TestIssuer> signers = subset(OLD, old);
        signers.addAll(subset(NEW, fresh));
        boolean enough = Integer.bitCount(old) >= 2 && Integer.bitCount(fresh) >= 2;
        assertEquals(enough ? "UPDATED" : "ROOT_SIGNATURES", rotate(signers), old + " " + fresh);
        accepted += enough ? 1 : 0;
      }
    }
    assertEquals(4 * 4, accepted);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keyCompromise_everySubsetOfTheListKeysUnderEitherThreshold(int threshold) throws Exception {
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.LIST, TestScheme.role(threshold, TestScheme.keys(Role.LIST)));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles));
    byte[] list = TestScheme.list(1, 1).build().encode();
    for (int bits = 1; bits < 4; bits++) {
      List<TestIssuer> signers = subset(TestScheme.keys(Role.LIST), bits);
      TrustSync sync = TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
      SignedDocument signed = TestScheme.sign(DocumentType.TRUST_LIST, list, signers);
      String expected = Integer.bitCount(bits) >= threshold ? "UPDATED" : "LIST_SIGNATURES";
      assertEquals(expected, sync.apply(TestBundle.of(signed).roots(root).bytes()).code());
    }
  }

  /** ECDSA lets one key make any number of signatures of one document. */
  @Test
  void keyCompromise_aKeyCountsOnceHoweverOftenItSigned() throws Exception {
    TestIssuer thief = TestScheme.keys(Role.LIST).get(1);
    TrustListDocument list = TestScheme.list(1, 1).build();
    SignedDocument draft = SignedDocument.of(DocumentType.TRUST_LIST, list.encode(), List.of());
    byte[] message = draft.toBeSigned(thief.key());
    DocumentSignature one = DocumentSignature.of(thief.key(), thief.signature(message));
    DocumentSignature two = DocumentSignature.of(thief.key(), OtherNonce.sign(1012, message));
    SignedDocument twice = draft.with(one).with(two);
    assertEquals(2, twice.signatures().size());
    assertEquals(1, signersOf(twice));
    TrustSync sync = TestScheme.sync();
    assertEquals("LIST_SIGNATURES", sync.apply(TestBundle.of(twice).bytes()).code());
    SignedDocument both = twice.with(TestScheme.sign(list).signatures().get(0));
    both = signersOf(both) == 2 ? both : twice.with(TestScheme.sign(list).signatures().get(1));
    assertEquals("UPDATED", sync.apply(TestBundle.of(both).bytes()).code());
  }

  private static int signersOf(SignedDocument document) {
    RoleKeys role = TestScheme.roles().get(Role.LIST);
    return role.signers(
            document,
            (key, message, signature) ->
                new BouncyCastleEngine().prepare(key).verifies(message, signature))
        .size();
  }

  /** Two holders whose keys have one identifier are two; one of them, named twice, is one. */
  @Test
  void keyCompromise_holdersWithOneIdentifierAreCountedByTheirKeys() throws Exception {
    List<TestIssuer> pair = List.of(KidCollision.P256_A, KidCollision.P256_B);
    Map<Role, RoleKeys> roles = TestScheme.roles();
    roles.put(Role.LIST, TestScheme.role(2, pair));
    SignedDocument root =
        TestScheme.sign(TestScheme.root(Environment.TEST, 1, TestScheme.ROOT_EXPIRES, roles));
    byte[] list = TestScheme.list(1, 1).build().encode();
    for (int bits = 1; bits < 4; bits++) {
      SignedDocument signed = TestScheme.sign(DocumentType.TRUST_LIST, list, subset(pair, bits));
      if (bits == 1) {
        byte[] message = signed.toBeSigned(pair.get(0).key());
        byte[] again = OtherNonce.sign(8_203, message);
        signed = signed.with(DocumentSignature.of(pair.get(0).key(), again));
      }
      TrustSync sync = TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
      String code = sync.apply(TestBundle.of(signed).roots(root).bytes()).code();
      assertEquals(bits == 3 ? "UPDATED" : "LIST_SIGNATURES", code);
    }
  }

  /** What anyone can append must not keep a document from being accepted. */
  @Test
  void keyCompromise_signaturesOfStrangersNeitherHelpNorHarm() throws Exception {
    TrustListDocument list = TestScheme.list(1, 1).build();
    List<TestIssuer> signers = new ArrayList<>();
    for (int secret = 1; secret <= 30; secret++) {
      signers.add(TestIssuer.ed25519(secret));
    }
    signers.add(TestScheme.keys(Role.LIST).get(0));
    byte[] payload = list.encode();
    SignedDocument one = TestScheme.sign(DocumentType.TRUST_LIST, payload, signers);
    assertEquals("LIST_SIGNATURES", TestScheme.sync().apply(TestBundle.of(one).bytes()).code());
    signers.add(TestScheme.keys(Role.LIST).get(1));
    SignedDocument two = TestScheme.sign(DocumentType.TRUST_LIST, payload, signers);
    assertEquals("UPDATED", TestScheme.sync().apply(TestBundle.of(two).bytes()).code());
  }

  /** A signature that does not verify, under the identifier of a key whose own does. */
  @Test
  void keyCompromise_aForgedSignatureDoesNotHideTheGoodOne() throws Exception {
    SignedDocument list = TestScheme.sign(TestScheme.list(1, 1).build());
    for (TestIssuer holder : TestScheme.keys(Role.LIST)) {
      byte[] forged = holder.signature(new byte[] {1});
      list = list.with(DocumentSignature.of(holder.key(), forged));
    }
    assertEquals(4, list.signatures().size());
    assertEquals("UPDATED", TestScheme.sync().apply(TestBundle.of(list).bytes()).code());
  }
}
