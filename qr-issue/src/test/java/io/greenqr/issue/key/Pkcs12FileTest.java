package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.ByteArrayOutputStream;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs12FileTest {
  private static final char[] PASSWORD = "mat khau".toCharArray();
  private static final byte[] MESSAGE = {1, 2, 3};

  private static Authority authority;

  @BeforeAll
  static void authority() throws Exception {
    authority = Authority.root("CN=Root");
  }

  private static KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void put(KeyStore store, String alias, KeyPair pair, char[] password)
      throws Exception {
    put(store, alias, pair.getPrivate(), pair.getPublic(), password);
  }

  private static void put(
      KeyStore store, String alias, Key key, PublicKey publicKey, char[] password)
      throws Exception {
    Certificate certificate = authority.issue(publicKey, Authority.FROM, Authority.LATER);
    store.setKeyEntry(alias, key, password, new Certificate[] {certificate});
  }

  private static byte[] file(KeyStore store) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, PASSWORD);
    return out.toByteArray();
  }

  private static KeyFault fault(org.junit.jupiter.api.function.Executable use) {
    KeyException e = assertThrows(KeyException.class, use);
    // A parser's message as cause may quote the key.
    assertEquals(null, e.getCause());
    return e.fault();
  }

  private static KeyPair pair(SignatureAlgorithm algorithm) throws Exception {
    return Authority.keys(algorithm == SignatureAlgorithm.ESP256 ? "secp256r1" : "Ed25519");
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatThePlatformWrites(SignatureAlgorithm algorithm) throws Exception {
    KeyStore store = store();
    KeyPair pair = pair(algorithm);
    put(store, "issuer", pair, PASSWORD);
    char[] password = PASSWORD.clone();
    Pkcs12File file = Pkcs12File.open(file(store), password);
    Arrays.fill(password, ' ');
    CoseKey publicKey = SubjectPublicKeyInfo.of(pair.getPublic());
    for (PassSigner signer : new PassSigner[] {file.signer(), file.signer("issuer")}) {
      assertEquals(publicKey, signer.publicKey());
      assertTrue(KeyCurve.verify(publicKey, MESSAGE, signer.sign(MESSAGE)));
    }
    assertEquals("Pkcs12File{issuer=" + publicKey + "}", file.toString());
  }

  @Test
  void readsWhatOpensslWrites() throws Exception {
    Pkcs12File file = Pkcs12File.open(OpensslPkcs12.P256, OpensslPkcs12.PASSWORD);
    assertEquals(Set.of("green qr"), file.keys().keySet());
    SigningKey same = SigningKey.fromPem(OpensslKeys.P256);
    assertEquals(same.publicKey(), file.signer().publicKey());
    assertArrayEquals(same.signer().sign(MESSAGE), file.signer("Green QR").sign(MESSAGE));
    assertEquals(
        KeyFault.PASSWORD_WRONG,
        fault(() -> Pkcs12File.open(OpensslPkcs12.P256, "other".toCharArray())));
  }

  /** The secret 1 has 31 zeros in front, which some encoders leave out. */
  @Test
  void readsSmallSecrets() throws Exception {
    String one = Pkcs8Files.p256("00".repeat(31) + "01");
    SigningKey key = SigningKey.fromPem(one);
    KeyFactory factory = KeyFactory.getInstance("EC");
    PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Pkcs8Files.der(one)));
    PublicKey point =
        factory.generatePublic(
            new X509EncodedKeySpec(SubjectPublicKeyInfo.encode(key.publicKey())));
    KeyStore store = store();
    put(store, "one", secret, point, PASSWORD);
    PassSigner signer = Pkcs12File.open(file(store), PASSWORD).signer();
    assertArrayEquals(key.signer().sign(MESSAGE), signer.sign(MESSAGE));
  }

  @Test
  void refusesWrongPasswords() throws Exception {
    KeyStore store = store();
    put(store, "issuer", pair(SignatureAlgorithm.ESP256), PASSWORD);
    byte[] file = file(store);
    for (String wrong : new String[] {"", "mat kha", "mat khauu", "Mat khau", "mật khẩu"}) {
      assertEquals(
          KeyFault.PASSWORD_WRONG, fault(() -> Pkcs12File.open(file, wrong.toCharArray())));
    }
    KeyStore two = store();
    put(two, "issuer", pair(SignatureAlgorithm.ESP256), "another".toCharArray());
    Pkcs12File opened = Pkcs12File.open(file(two), PASSWORD);
    assertEquals(KeyFault.PASSWORD_WRONG, fault(opened::signer));
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    KeyStore store = store();
    Certificate alone =
        authority.issue(
            pair(SignatureAlgorithm.ESP256).getPublic(), Authority.FROM, Authority.LATER);
    store.setCertificateEntry("certificate", alone);
    Pkcs12File none = Pkcs12File.open(file(store), PASSWORD);
    assertTrue(none.keys().isEmpty());
    assertEquals(KeyFault.KEY_MISSING, fault(none::signer));
    assertEquals(KeyFault.KEY_MISSING, fault(() -> none.signer("certificate")));
    put(store, "one", pair(SignatureAlgorithm.ESP256), PASSWORD);
    Pkcs12File one = Pkcs12File.open(file(store), PASSWORD);
    assertEquals(one.keys().get("one"), one.signer().publicKey());
    assertEquals(KeyFault.KEY_MISSING, fault(() -> one.signer("two")));
    put(store, "two", pair(SignatureAlgorithm.ED25519), PASSWORD);
    Pkcs12File two = Pkcs12File.open(file(store), PASSWORD);
    assertEquals(KeyFault.KEY_AMBIGUOUS, fault(two::signer));
    assertEquals(two.keys().get("two"), two.signer("two").publicKey());
  }

  @Test
  void refusesKeysOfOtherTypes() throws Exception {
    for (String other : new String[] {"RSA", "secp384r1", "Ed448"}) {
      KeyStore store = store();
      put(store, "other", Authority.keys(other), PASSWORD);
      Pkcs12File file = Pkcs12File.open(file(store), PASSWORD);
      assertEquals(KeyFault.KEY_TYPE, fault(file::signer));
      assertTrue(file.keys().isEmpty());
    }
  }

  @Test
  void refusesTheCertificateOfAnotherKey() throws Exception {
    KeyStore store = store();
    PublicKey other = pair(SignatureAlgorithm.ESP256).getPublic();
    put(store, "mixed", pair(SignatureAlgorithm.ESP256).getPrivate(), other, PASSWORD);
    Pkcs12File file = Pkcs12File.open(file(store), PASSWORD);
    assertEquals(KeyFault.KEY_MISMATCH, fault(file::signer));
  }

  @Test
  void refusesAKeyWithoutCertificate() throws Exception {
    Pkcs12File file = Pkcs12File.open(OpensslPkcs12.WITHOUT_CERTIFICATE, OpensslPkcs12.PASSWORD);
    assertTrue(file.keys().isEmpty());
    assertEquals(KeyFault.CERTIFICATE_MISSING, fault(file::signer));
  }

  @Test
  void refusesFilesThatAreNone() throws Exception {
    KeyStore store = store();
    put(store, "issuer", pair(SignatureAlgorithm.ESP256), PASSWORD);
    byte[] file = file(store);
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertEquals(
          KeyFault.KEY_ENCODING, fault(() -> Pkcs12File.open(cut, PASSWORD)), "length " + length);
    }
    byte[] large = Arrays.copyOf(file, Pkcs12File.MAX_SIZE + 1);
    assertEquals(KeyFault.KEY_ENCODING, fault(() -> Pkcs12File.open(large, PASSWORD)));
    byte[] pem = OpensslKeys.P256.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals(KeyFault.KEY_ENCODING, fault(() -> Pkcs12File.open(pem, PASSWORD)));
    assertFalse(Pkcs12File.open(file, PASSWORD).keys().isEmpty());
  }

  /** The checksum covers the content: a change gives a fault, and never another key. */
  @Test
  void refusesChangedFiles() throws Exception {
    byte[] file = OpensslPkcs12.P256;
    CoseKey key = Pkcs12File.open(file, OpensslPkcs12.PASSWORD).signer().publicKey();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      try {
        PassSigner signer = Pkcs12File.open(changed, OpensslPkcs12.PASSWORD).signer();
        assertEquals(key, signer.publicKey(), "byte " + i);
      } catch (KeyException e) {
        assertTrue(
            Set.of(KeyFault.KEY_ENCODING, KeyFault.PASSWORD_WRONG).contains(e.fault()),
            "byte " + i + ": " + e);
      }
    }
  }
}
