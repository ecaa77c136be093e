package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JcaSignerTest {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger HALF_ORDER =
      new BigInteger("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8", 16);

  private static KeyPair pair(SignatureAlgorithm algorithm) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(algorithm == SignatureAlgorithm.ESP256 ? "EC" : "Ed25519");
    if (algorithm == SignatureAlgorithm.ESP256) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }

  private static KeyFault refused(PrivateKey privateKey, CoseKey publicKey) {
    return assertThrows(KeyException.class, () -> JcaSigner.of(privateKey, publicKey)).fault();
  }

  @ParameterizedTest
  @EnumSource
  void signsWithAnyProvider(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = pair(algorithm);
    CoseKey publicKey = SubjectPublicKeyInfo.of(pair.getPublic());
    for (JcaSigner signer :
        new JcaSigner[] {
          JcaSigner.of(pair.getPrivate(), publicKey),
          JcaSigner.of(pair.getPrivate(), publicKey, Security.getProvider("SunEC")),
          JcaSigner.of(pair.getPrivate(), publicKey, BOUNCY_CASTLE)
        }) {
      assertEquals(publicKey, signer.publicKey());
      assertTrue(signer.toString().startsWith("JcaSigner[" + publicKey + ", "));
      for (int i = 0; i < 50; i++) {
        byte[] message = {(byte) i};
        byte[] signature = signer.sign(message);
        assertEquals(64, signature.length);
        assertTrue(KeyCurve.verify(publicKey, message, signature));
        if (algorithm == SignatureAlgorithm.ESP256) {
          BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
          assertTrue(s.compareTo(HALF_ORDER) <= 0);
        }
      }
    }
  }

  @Test
  void signsEd25519AsTheKeyInMemoryDoes() throws Exception {
    SigningKey key = SigningKey.fromPem(OpensslKeys.ED25519);
    PrivateKey same =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(Pkcs8Files.der(OpensslKeys.ED25519)));
    assertArrayEquals(
        key.signer().sign(MESSAGE), JcaSigner.of(same, key.publicKey()).sign(MESSAGE));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAKeyThatIsNoPair(SignatureAlgorithm algorithm) throws Exception {
    CoseKey other = SubjectPublicKeyInfo.of(pair(algorithm).getPublic());
    assertEquals(KeyFault.KEY_MISMATCH, refused(pair(algorithm).getPrivate(), other));
  }

  @Test
  void refusesAKeyOfAnotherCurve() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    PrivateKey p384 = generator.generateKeyPair().getPrivate();
    CoseKey p256 = SubjectPublicKeyInfo.of(pair(SignatureAlgorithm.ESP256).getPublic());
    assertEquals(KeyFault.KEY_MISMATCH, refused(p384, p256));
    // Through DER as well, where the numbers of the larger curve have no fixed length.
    Provider der = new ScriptedProvider("SHA256withECDSA", p384Signature(p384));
    assertEquals(
        KeyFault.KEY_MISMATCH,
        assertThrows(KeyException.class, () -> JcaSigner.of(p384, p256, der)).fault());
  }

  private static ScriptedProvider.Script p384Signature(PrivateKey key) {
    return message -> {
      java.security.Signature signature = java.security.Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    };
  }

  @Test
  void refusesAKeyThatNoProviderSignsWith() throws Exception {
    KeyPair ed25519 = pair(SignatureAlgorithm.ED25519);
    KeyPair p256 = pair(SignatureAlgorithm.ESP256);
    PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    for (PrivateKey other : new PrivateKey[] {ed25519.getPrivate(), rsa}) {
      assertEquals(KeyFault.PROVIDER, refused(other, SubjectPublicKeyInfo.of(p256.getPublic())));
    }
    assertEquals(
        KeyFault.PROVIDER,
        refused(p256.getPrivate(), SubjectPublicKeyInfo.of(ed25519.getPublic())));
    KeyException e =
        assertThrows(
            KeyException.class,
            () ->
                JcaSigner.of(
                    p256.getPrivate(),
                    SubjectPublicKeyInfo.of(p256.getPublic()),
                    Security.getProvider("SUN")));
    assertEquals(KeyFault.PROVIDER, e.fault());
    assertEquals("PROVIDER", e.getMessage());
    assertTrue(e.getCause() instanceof java.security.NoSuchAlgorithmException);
  }

  @Test
  void refusesAPublicKeyThatIsNoPoint() throws Exception {
    PrivateKey p256 = pair(SignatureAlgorithm.ESP256).getPrivate();
    CoseKey zero = CoseKey.p256(new byte[32], new byte[32]);
    assertEquals(KeyFault.PUBLIC_KEY_VALUE, refused(p256, zero));
    byte[] neutral = new byte[32];
    neutral[0] = 1;
    assertEquals(
        KeyFault.PUBLIC_KEY_VALUE,
        refused(pair(SignatureAlgorithm.ED25519).getPrivate(), CoseKey.ed25519(neutral)));
  }

  @Test
  void convertsFromDerWhereThereIsNothingElse() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
    ScriptedProvider provider =
        new ScriptedProvider(
            "SHA256withECDSA", message -> DerSignatures.high(key.signer().sign(message)));
    JcaSigner signer = JcaSigner.of(ScriptedProvider.KEY, key.publicKey(), provider);
    assertArrayEquals(key.signer().sign(MESSAGE), signer.sign(MESSAGE));
    assertTrue(signer.toString().endsWith(", SHA256withECDSA]"));
  }

  @Test
  void normalizesRawSignatures() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
    ScriptedProvider provider =
        new ScriptedProvider(
            "SHA256withECDSAinP1363Format",
            message -> DerSignatures.highRaw(key.signer().sign(message)));
    JcaSigner signer = JcaSigner.of(ScriptedProvider.KEY, key.publicKey(), provider);
    assertArrayEquals(key.signer().sign(MESSAGE), signer.sign(MESSAGE));
  }

  @Test
  void findsEd25519UnderItsOtherName() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519);
    ScriptedProvider provider =
        new ScriptedProvider("EdDSA", message -> key.signer().sign(message));
    JcaSigner signer = JcaSigner.of(ScriptedProvider.KEY, key.publicKey(), provider);
    assertArrayEquals(key.signer().sign(MESSAGE), signer.sign(MESSAGE));
  }

  /** A signature that verifies somewhere but has no right form is no signature. */
  @Test
  void refusesOddSignatures() throws Exception {
    SigningKey p256 = SigningKey.generate(SignatureAlgorithm.ESP256);
    for (byte[] odd : DerSignatures.odd(p256.signer().sign(MESSAGE))) {
      assertFalse(JcaAlgorithm.ECDSA_DER.normalized(odd).isPresent(), Arrays.toString(odd));
    }
    for (int length : new int[] {0, 63, 65, 96}) {
      byte[] raw = Arrays.copyOf(p256.signer().sign(MESSAGE), length);
      assertFalse(JcaAlgorithm.ECDSA_RAW.normalized(raw).isPresent());
      assertFalse(JcaAlgorithm.ED25519.normalized(raw).isPresent());
    }
    assertFalse(JcaAlgorithm.ECDSA_RAW.normalized(new byte[64]).isPresent());
    byte[] large = new byte[64];
    Arrays.fill(large, (byte) 0xff);
    assertFalse(JcaAlgorithm.ECDSA_RAW.normalized(large).isPresent());
  }

  @Test
  void saysWhenTheKeyCannotSignLater() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519);
    ScriptedProvider provider =
        new ScriptedProvider("Ed25519", message -> key.signer().sign(message));
    JcaSigner signer = JcaSigner.of(ScriptedProvider.KEY, key.publicKey(), provider);
    for (Exception failure :
        new Exception[] {new SignatureException("s"), new ProviderException("token removed")}) {
      provider.script(
          message -> {
            throw failure;
          });
      SigningException e = assertThrows(SigningException.class, () -> signer.sign(MESSAGE));
      assertEquals(failure, e.getCause());
    }
    provider.script(message -> new byte[70]);
    assertThrows(SigningException.class, () -> signer.sign(MESSAGE));
    provider.script(message -> key.signer().sign(message));
    assertArrayEquals(key.signer().sign(MESSAGE), signer.sign(MESSAGE));
  }
}
