package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Bytes;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignatureVerifier;
import io.greenqr.format.cose.SignedDocument;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A threshold counts keys of the role that signed, and nothing else. */
class RoleKeysTest {
  private static final byte[] PAYLOAD = TrustParts.root().bytes();

  /** Signature {@code n} of a key verifies if it says so: x of the key stands in its first half. */
  private static final SignatureVerifier BY_NAME =
      (key, message, signature) ->
          Arrays.equals(key.x(), 0, 24, signature, 0, 24) && signature[24] == 0;

  private static CoseKey ed25519(int number) {
    return CoseKey.ed25519(Bytes.hex(String.format("%02x", number) + "*32"));
  }

  private static CoseKey p256(int number) {
    byte[] x = Bytes.hex(String.format("%02x", number) + "*32");
    return CoseKey.p256(x, x);
  }

  /** A signature of this key; {@code number} tells those of one key apart. */
  private static DocumentSignature by(CoseKey key, int number, boolean valid) {
    byte[] signature = new byte[64];
    System.arraycopy(key.x(), 0, signature, 0, 24);
    signature[24] = (byte) (valid ? 0 : 1);
    signature[31] = (byte) number;
    signature[63] = (byte) (key.algorithm() == SignatureAlgorithm.ESP256 ? 1 : 0);
    return DocumentSignature.of(key, signature);
  }

  private static SignedDocument signed(DocumentSignature... signatures) {
    return SignedDocument.of(DocumentType.ROOT, PAYLOAD, List.of(signatures));
  }

  @Test
  void countsTheKeysThatSigned() {
    List<CoseKey> keys = List.of(ed25519(1), p256(2), ed25519(3));
    SignedDocument document =
        signed(by(ed25519(1), 0, true), by(p256(2), 0, true), by(ed25519(3), 0, false));
    assertEquals(Set.of(ed25519(1), p256(2)), RoleKeys.of(1, keys).signers(document, BY_NAME));
    assertTrue(RoleKeys.of(1, keys).haveSigned(document, BY_NAME));
    assertTrue(RoleKeys.of(2, keys).haveSigned(document, BY_NAME));
    assertFalse(RoleKeys.of(3, keys).haveSigned(document, BY_NAME));
    assertFalse(
        RoleKeys.of(1, keys)
            .haveSigned(
                SignedDocument.of(DocumentType.ROOT, PAYLOAD, Collections.emptyList()), BY_NAME));
  }

  @Test
  void aKeyThatSignedTwiceIsOneSigner() {
    RoleKeys role = RoleKeys.of(2, List.of(ed25519(1), ed25519(2)));
    List<DocumentSignature> many = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      many.add(by(ed25519(1), i, true));
    }
    SignedDocument document = SignedDocument.of(DocumentType.ROOT, PAYLOAD, many);
    assertEquals(Set.of(ed25519(1)), role.signers(document, BY_NAME));
    assertFalse(role.haveSigned(document, BY_NAME));
  }

  @Test
  void aSignatureThatDoesNotVerifyDoesNotHideOneThatDoes() {
    RoleKeys role = RoleKeys.of(1, List.of(ed25519(1)));
    assertTrue(role.haveSigned(signed(by(ed25519(1), 0, false), by(ed25519(1), 1, true)), BY_NAME));
    assertTrue(role.haveSigned(signed(by(ed25519(1), 0, true), by(ed25519(1), 1, false)), BY_NAME));
    assertFalse(role.haveSigned(signed(by(ed25519(1), 0, false)), BY_NAME));
  }

  @Test
  void strangersArePassedOver() {
    RoleKeys role = RoleKeys.of(1, List.of(ed25519(1)));
    SignedDocument document = signed(by(ed25519(7), 0, true), by(p256(1), 0, true));
    assertEquals(Collections.emptySet(), role.signers(document, (key, message, signature) -> true));
    assertTrue(role.haveSigned(document.with(by(ed25519(1), 0, true)), BY_NAME));
  }

  /** Keys whose kid is the same, found by trying: of 2^18 keys some collide in 32 bits. */
  private static List<CoseKey> colliding() {
    Map<KeyId, CoseKey> seen = new HashMap<>();
    for (int i = 0; ; i++) {
      byte[] x = new byte[32];
      ByteBuffer.wrap(x).putInt(i).putInt(20, i);
      CoseKey key = CoseKey.ed25519(x);
      CoseKey other = seen.put(key.keyId(), key);
      if (other != null) {
        return List.of(other, key);
      }
    }
  }

  @Test
  void ofKeysWithOneKidEveryOneIsTriedAndCountedForItself() {
    List<CoseKey> pair = colliding();
    assertEquals(pair.get(0).keyId(), pair.get(1).keyId());
    assertNotEquals(pair.get(0), pair.get(1));
    RoleKeys both = RoleKeys.of(2, pair);
    SignedDocument one = signed(by(pair.get(1), 0, true));
    assertEquals(Set.of(pair.get(1)), both.signers(one, BY_NAME));
    assertFalse(both.haveSigned(one, BY_NAME));
    assertTrue(both.haveSigned(one.with(by(pair.get(0), 0, true)), BY_NAME));
    // One of them is a stranger with the kid of a key of the role.
    RoleKeys second = RoleKeys.of(1, pair.subList(1, 2));
    assertFalse(second.haveSigned(signed(by(pair.get(0), 0, true)), BY_NAME));
  }

  @Test
  void oneSignatureThatVerifiesWithTwoKeysIsOfBoth() {
    List<CoseKey> pair = colliding();
    SignatureVerifier all = (key, message, signature) -> true;
    assertEquals(2, RoleKeys.of(2, pair).signers(signed(by(pair.get(0), 0, true)), all).size());
  }

  /**
   * The header says Ed25519 and hints at a P-256 key: its algorithm is not the header's to choose.
   */
  @Test
  void aKeyIsNotUsedWithAnotherAlgorithm() throws Exception {
    CoseKey key = p256(5);
    byte[] document = signed(by(key, 0, true)).bytes();
    int alg = document.length - 1 - 66 - 8 + 1;
    assertEquals(0x28, document[alg]);
    document[alg] = 0x32;
    SignedDocument changed = SignedDocument.parse(document, DocumentType.ROOT);
    assertEquals(SignatureAlgorithm.ED25519, changed.signatures().get(0).algorithm());
    assertEquals(key.keyId(), changed.signatures().get(0).keyId());
    RoleKeys role = RoleKeys.of(1, List.of(key));
    SignatureVerifier never =
        (it, message, signature) -> {
          throw new AssertionError("asked for " + it);
        };
    assertFalse(role.haveSigned(changed, never));
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureOfThePlatformCountsForItsDocumentOnly(SignatureAlgorithm algorithm) {
    JcaSignatures.Pair pair = JcaSignatures.generate(algorithm);
    SignedDocument draft = SignedDocument.of(DocumentType.ROOT, PAYLOAD, Collections.emptyList());
    DocumentSignature signature =
        DocumentSignature.of(
            pair.key(), algorithm.canonical(pair.sign(draft.toBeSigned(pair.key()))));
    assertArrayEquals(draft.toBeSigned(pair.key()), draft.toBeSigned(signature));
    RoleKeys role = RoleKeys.of(1, List.of(pair.key(), ed25519(1)));
    SignatureVerifier verifier = JcaSignatures::verifies;
    assertTrue(role.haveSigned(draft.with(signature), verifier));
    byte[] other = TrustParts.root().with("version", "02").bytes();
    assertFalse(
        role.haveSigned(SignedDocument.of(DocumentType.ROOT, other, List.of(signature)), verifier));
    assertFalse(RoleKeys.of(1, List.of(ed25519(1))).haveSigned(draft.with(signature), verifier));
  }

  @Test
  void keysCannotBeChangedFromOutside() {
    List<CoseKey> keys = new ArrayList<>(List.of(ed25519(1)));
    RoleKeys role = RoleKeys.of(1, keys);
    keys.add(ed25519(2));
    assertEquals(List.of(ed25519(1)), role.keys());
    assertThrows(UnsupportedOperationException.class, () -> role.keys().add(ed25519(2)));
    assertEquals(RoleKeys.of(1, List.of(ed25519(1))), role);
    assertNotEquals(RoleKeys.of(1, List.of(ed25519(2))), role);
    assertNotEquals(RoleKeys.of(1, List.of(ed25519(1), ed25519(2))), role);
    List<CoseKey> two = List.of(ed25519(1), ed25519(2));
    assertNotEquals(RoleKeys.of(1, two), RoleKeys.of(2, two));
    assertEquals("2 of " + two, RoleKeys.of(2, two).toString());
  }
}
