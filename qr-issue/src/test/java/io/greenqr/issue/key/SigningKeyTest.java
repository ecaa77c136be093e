package io.greenqr.issue.key;

import static io.greenqr.issue.key.Pkcs8Files.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {
  private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  @Test
  void readsAndWritesWhatOpensslWrites() throws Exception {
    SigningKey p256 = SigningKey.fromPem(OpensslKeys.P256);
    assertEquals(SignatureAlgorithm.ESP256, p256.publicKey().algorithm());
    assertEquals(OpensslKeys.P256_POINT, point(p256));
    assertEquals(OpensslKeys.P256, p256.toPem());

    SigningKey ed25519 = SigningKey.fromPem(OpensslKeys.ED25519);
    assertEquals(SignatureAlgorithm.ED25519, ed25519.publicKey().algorithm());
    assertEquals(OpensslKeys.ED25519_POINT, point(ed25519));
    assertEquals(OpensslKeys.ED25519, ed25519.toPem());
    assertArrayEquals(bytes(OpensslKeys.ED25519_SIGNATURE), ed25519.signer().sign(SAMPLE));
  }

  @Test
  void readsAKeyWithoutItsPublicKey() throws Exception {
    assertEquals(OpensslKeys.P256, SigningKey.fromPem(OpensslKeys.P256_ALONE).toPem());
  }

  @Test
  void readsLinesOfOtherSystems() throws Exception {
    for (String pem : new String[] {OpensslKeys.P256, OpensslKeys.ED25519}) {
      assertEquals(pem, SigningKey.fromPem(pem.replace("\n", "\r\n")).toPem());
      assertEquals(pem, SigningKey.fromPem(pem.stripTrailing()).toPem());
    }
  }

  @Test
  void readsWhatThePlatformAndBouncyCastleWrite() throws Exception {
    Provider bouncyCastle = new BouncyCastleProvider();
    KeyPairGenerator sunEc = KeyPairGenerator.getInstance("EC");
    KeyPairGenerator bcEc = KeyPairGenerator.getInstance("EC", bouncyCastle);
    sunEc.initialize(new ECGenParameterSpec("secp256r1"));
    bcEc.initialize(new ECGenParameterSpec("secp256r1"));
    for (KeyPairGenerator generator :
        new KeyPairGenerator[] {
          sunEc,
          bcEc,
          KeyPairGenerator.getInstance("Ed25519"),
          KeyPairGenerator.getInstance("Ed25519", bouncyCastle)
        }) {
      KeyPair pair = generator.generateKeyPair();
      SigningKey key =
          SigningKey.fromPem(Pkcs8Files.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      assertEquals(SubjectPublicKeyInfo.of(pair.getPublic()), key.publicKey());
    }
  }

  @ParameterizedTest
  @EnumSource
  void generatesKeysThatComeBack(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = SigningKey.generate(algorithm);
    assertEquals(algorithm, key.publicKey().algorithm());
    assertEquals(key.publicKey(), SigningKey.fromPem(key.toPem()).publicKey());
    assertNotEquals(key.publicKey(), SigningKey.generate(algorithm).publicKey());
  }

  /** Bytes that are zero, the order or above are drawn again, not folded into the range. */
  @Test
  void drawsUntilItIsAKey() {
    byte[][] draws = {
      new byte[32], bytes(ORDER.toString(16)), bytes("ff".repeat(32)), bytes("00".repeat(31) + "01")
    };
    int[] drawn = {0};
    SecureRandom scripted =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] out) {
            System.arraycopy(draws[drawn[0]++], 0, out, 0, out.length);
          }
        };
    CoseKey key = SigningKey.generate(SignatureAlgorithm.ESP256, scripted).publicKey();
    assertEquals(draws.length, drawn[0]);
    // The secret 1 gives the base point (SEC 2 section 2.4.2).
    assertArrayEquals(
        bytes("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"), key.x());
  }

  /** RFC 6979 appendix A.2.5, whose {@code s} is high: ours is n - s. */
  @Test
  void signsEsp256AsRfc6979Says() throws Exception {
    SigningKey key =
        SigningKey.fromPem(
            Pkcs8Files.p256("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
    assertEquals(
        "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
        point(key));
    BigInteger s =
        new BigInteger("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8", 16);
    assertEquals(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + String.format("%064x", ORDER.subtract(s)),
        HexFormat.of().formatHex(key.signer().sign(SAMPLE)));
  }

  /** RFC 8032 section 7.1, test 2. */
  @Test
  void signsEd25519AsRfc8032Says() throws Exception {
    SigningKey key =
        SigningKey.fromPem(
            Pkcs8Files.ed25519("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    assertEquals("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", point(key));
    assertArrayEquals(
        bytes(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        key.signer().sign(bytes("72")));
  }

  @Test
  void signsWithLowSOnly() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
    for (int i = 0; i < 1000; i++) {
      byte[] message = {(byte) (i >> 8), (byte) i};
      byte[] signature = key.signer().sign(message);
      assertEquals(64, signature.length);
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
      assertTrue(s.compareTo(ORDER.shiftRight(1)) <= 0);
      assertTrue(KeyCurve.verify(key.publicKey(), message, signature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void signsOneMessageInOneWay(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = SigningKey.generate(algorithm);
    SigningKey again = SigningKey.fromPem(key.toPem());
    assertArrayEquals(key.signer().sign(SAMPLE), again.signer().sign(SAMPLE));
  }

  @ParameterizedTest
  @EnumSource
  void showsNothingOfTheSecret(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);
    String named = algorithm + ":" + key.publicKey().keyId();
    assertEquals("SigningKey[" + named + "]", key.toString());
    assertEquals("PassSigner[" + named + "]", key.signer().toString());
    assertFalse(key.toString().contains("PRIVATE"));
  }

  private static String point(SigningKey key) {
    return HexFormat.of().formatHex(KeyCurve.point(key.publicKey()));
  }
}
