package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.PassIssuer;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real token. What goes wrong before a token is open: {@link Pkcs11FaultTest}. */
class Pkcs11TokenTest {
  private SoftHsm hsm;
  private Pkcs11Token token;

  @BeforeEach
  void open() throws Exception {
    hsm = SoftHsm.require();
    token = hsm.open(hsm.main());
  }

  @AfterEach
  void close() {
    if (token != null) {
      token.close();
    }
  }

  private PassSigner made(String alias) throws KeyException {
    return token.keys().containsKey(alias) ? token.signer(alias) : token.generate(alias);
  }

  private static KeyFault fault(org.junit.jupiter.api.function.Executable use) {
    return assertThrows(KeyException.class, use).fault();
  }

  @Test
  void findsAgainWhatItMade() throws Exception {
    CoseKey first = token.generate("first").publicKey();
    CoseKey second = token.generate("second").publicKey();
    assertEquals(first, token.keys().get("first"));
    assertEquals(second, token.keys().get("second"));
    token.close();
    try (Pkcs11Token again = hsm.open(hsm.main())) {
      assertEquals(first, again.signer("first").publicKey());
      assertEquals(second, again.signer("second").publicKey());
      assertEquals("TokenSigner[" + first + "]", again.signer("first").toString());
      assertEquals("Pkcs11Token[SunPKCS11-GreenQR]", again.toString());
    }
  }

  @Test
  void signsAHundredMessages() throws Exception {
    PassSigner signer = made("hundred");
    for (int i = 0; i < 100; i++) {
      byte[] message = new byte[i];
      byte[] signature = signer.sign(message);
      assertTrue(KeyCurve.verify(signer.publicKey(), message, signature));
      assertFalse(KeyCurve.verify(signer.publicKey(), new byte[i + 1], signature));
    }
  }

  @Test
  void signsFromFourThreads() throws Exception {
    PassSigner signer = made("threads");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        byte thread = (byte) t;
        results.add(
            pool.submit(
                () -> {
                  boolean all = true;
                  for (int i = 0; i < 50; i++) {
                    byte[] message = {thread, (byte) i};
                    all &= KeyCurve.verify(signer.publicKey(), message, signer.sign(message));
                  }
                  return all;
                }));
      }
      for (Future<Boolean> result : results) {
        assertTrue(result.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void issuesAPass() throws Exception {
    PassSigner signer = made("issuer");
    IssuerKey statement =
        IssuerKey.builder("Sở Y tế", signer.publicKey(), EnumSet.allOf(ClaimKind.class)).build();
    Instant now = Instant.parse("2021-10-04T03:00:00Z");
    Pass pass =
        Pass.builder(Subject.of("Trần Văn Minh", Birth.of(LocalDate.parse("1984-03-12"))))
            .declaration(Declaration.of(now, CodeSet.of(Symptom.class), CodeSet.of(Exposure.class)))
            .build();
    PassIssuer issuer = PassIssuer.of(signer, statement, Clock.fixed(now, ZoneOffset.UTC));
    assertEquals(pass, issuer.issue(pass, Duration.ofDays(1)).claims().pass());
  }

  @Test
  void keepsTheKey() throws Exception {
    made("kept");
    AuthProvider provider = Cryptoki.provider(hsm.library(), hsm.main());
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, SoftHsm.PIN);
    PrivateKey key = (PrivateKey) store.getKey("kept", null);
    assertNull(key.getEncoded());
    assertNull(key.getFormat());
    assertTrue(key.toString().contains("token object, sensitive, unextractable"), key.toString());
  }

  @Test
  void installsNoProvider() {
    assertNull(Security.getProvider("SunPKCS11-GreenQR"));
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    made("here");
    for (String alias : new String[] {"", "her", "here/", "Here", "nobody"}) {
      assertEquals(KeyFault.KEY_MISSING, fault(() -> token.signer(alias)), alias);
    }
    made("here-too");
    assertEquals(KeyFault.KEY_AMBIGUOUS, fault(() -> token.signer()));
    try (Pkcs11Token empty = hsm.open(hsm.other())) {
      assertTrue(empty.keys().isEmpty());
      assertEquals(KeyFault.KEY_MISSING, fault(empty::signer));
      CoseKey only = empty.generate("only").publicKey();
      assertEquals(only, empty.signer().publicKey());
    }
  }

  @Test
  void overwritesNothing() throws Exception {
    CoseKey key = made("taken").publicKey();
    assertEquals(KeyFault.KEY_EXISTS, fault(() -> token.generate("taken")));
    assertEquals(key, token.signer("taken").publicKey());
    for (String alias : new String[] {"", "a b", "a/b", "ầ", "a".repeat(65), "a\n"}) {
      assertThrows(IllegalArgumentException.class, () -> token.generate(alias), alias);
    }
  }

  /** Two programs that looked at the same time. */
  @Test
  void refusesAnAliasThatTwoKeysHave() throws Exception {
    TokenKeys one = TokenKeys.in(hsm, "");
    TokenKeys two = TokenKeys.in(hsm, "");
    one.put("two");
    two.put("two");
    assertEquals(KeyFault.KEY_AMBIGUOUS, fault(() -> token.signer("two")));
  }

  @Test
  void refusesAKeyThatTheTokenHandsOut() throws Exception {
    TokenKeys.in(hsm, "CKA_SENSITIVE = false\nCKA_EXTRACTABLE = true").put("open");
    assertEquals(KeyFault.KEY_EXTRACTABLE, fault(() -> token.signer("open")));
  }

  @Test
  void refusesKeysOfOtherKinds() throws Exception {
    TokenKeys keys = TokenKeys.in(hsm, "");
    keys.putRsa("rsa");
    assertEquals(KeyFault.KEY_TYPE, fault(() -> token.signer("rsa")));
    keys.putP384("p384");
    assertEquals(KeyFault.KEY_TYPE, fault(() -> token.signer("p384")));
    assertFalse(token.keys().containsKey("rsa"));
    assertFalse(token.keys().containsKey("p384"));
    keys.putWithCertificateOfAnother("stranger");
    assertEquals(KeyFault.KEY_MISMATCH, fault(() -> token.signer("stranger")));
  }

  /** If this fails, SunPKCS11 has learnt Ed25519: the documentation and this limit can go. */
  @Test
  void saysThatThePlatformLacksEd25519() throws Exception {
    CoseKey ed25519 = SigningKey.generate(SignatureAlgorithm.ED25519).publicKey();
    TokenKeys keys = TokenKeys.in(hsm, "");
    PrivateKey key = keys.put("for-ed25519");
    assertEquals(KeyFault.PROVIDER, fault(() -> JcaSigner.of(key, ed25519, keys.provider())));
  }

  @Test
  void signsNoMoreOnceClosed() throws Exception {
    PassSigner signer = made("closed");
    token.close();
    token.close();
    assertThrows(SigningException.class, () -> signer.sign(new byte[1]));
    assertThrows(IllegalStateException.class, () -> token.keys());
    assertThrows(IllegalStateException.class, () -> token.signer("closed"));
    assertThrows(IllegalStateException.class, () -> token.generate("closed-too"));
  }

  /** PKCS #11 logs in the process. */
  @Test
  void sharesTheLoginOfTheProcess() throws Exception {
    PassSigner first = made("shared");
    Pkcs11Token guest = Pkcs11Token.open(hsm.library(), hsm.main(), "unchecked".toCharArray());
    PassSigner second = guest.signer("shared");
    second.sign(new byte[1]);
    guest.close();
    assertThrows(SigningException.class, () -> second.sign(new byte[1]));
    assertDoesNotThrow(() -> first.sign(new byte[1]));

    try (Pkcs11Token other = hsm.open(hsm.main())) {
      PassSigner third = other.signer("shared");
      token.close();
      assertThrows(SigningException.class, () -> third.sign(new byte[1]));
      assertEquals(KeyFault.TOKEN_FAILED, fault(other::keys));
    }
  }

  @Test
  void saysWhenTheTokenVanished() throws Exception {
    try (Pkcs11Token gone = hsm.open(hsm.gone())) {
      PassSigner signer = gone.generate("key");
      signer.sign(new byte[1]);
      hsm.removeGone();
      assertThrows(SigningException.class, () -> signer.sign(new byte[1]));
      assertEquals(KeyFault.KEY_MISSING, fault(() -> gone.signer("key")));
    }
  }
}
