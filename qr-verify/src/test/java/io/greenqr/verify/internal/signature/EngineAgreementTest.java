package io.greenqr.verify.internal.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.verify.TestIssuer;
import java.math.BigInteger;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All implementations give the same answers, whatever the signature. */
class EngineAgreementTest {
  private static final int CASES = 2_000;

  private static final Map<String, SignatureEngine> ENGINES = Engines.all();

  private static Map<String, PreparedKey> prepare(CoseKey key) {
    Map<String, PreparedKey> prepared = new LinkedHashMap<>();
    ENGINES.forEach((name, engine) -> prepared.put(name, engine.prepare(key)));
    return prepared;
  }

  /** The answer of all. */
  private static boolean verifies(Map<String, PreparedKey> keys, byte[] message, byte[] signature) {
    boolean expected = keys.get("BouncyCastle").verifies(message, signature);
    keys.forEach(
        (name, key) ->
            assertEquals(
                expected,
                key.verifies(message, signature),
                () -> name + " of " + HexFormat.of().formatHex(signature)));
    return expected;
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void allAgreeOnRandomSignaturesValidAndCorrupted(SignatureAlgorithm algorithm) {
    Random random = new Random(algorithm.coseId());
    List<TestIssuer> issuers = new ArrayList<>();
    List<Map<String, PreparedKey>> keys = new ArrayList<>();
    for (int secret = 1; secret <= 20; secret++) {
      issuers.add(TestIssuer.of(algorithm, secret));
      keys.add(prepare(issuers.get(secret - 1).key()));
    }
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      int at = random.nextInt(issuers.size());
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(message);
      byte[] signature = issuers.get(at).signature(message);
      boolean valid = i % 2 == 0;
      if (!valid) {
        corrupt(random, message, signature);
      }
      assertEquals(valid, verifies(keys.get(at), message, signature), "case " + i);
      accepted += valid ? 1 : 0;
    }
    System.out.println(
        "EngineAgreementTest: " + algorithm + ": " + CASES + " signatures, " + accepted + " valid");
  }

  /** One bit, half of it, all of it, or the message. */
  private static void corrupt(Random random, byte[] message, byte[] signature) {
    int kind = random.nextInt(message.length == 0 ? 5 : 6);
    if (kind < 2) {
      signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
    } else if (kind == 5) {
      message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
    } else {
      byte[] other = new byte[kind == 4 ? 64 : 32];
      random.nextBytes(other);
      System.arraycopy(other, 0, signature, kind == 3 ? 32 : 0, other.length);
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void allRefuseEveryOtherLength(SignatureAlgorithm algorithm) {
    TestIssuer issuer = TestIssuer.of(algorithm, 5);
    byte[] message = {1, 2, 3};
    byte[] signature = issuer.signature(message);
    Map<String, PreparedKey> keys = prepare(issuer.key());
    assertTrue(verifies(keys, message, signature));
    for (int length = 0; length <= 200; length++) {
      if (length != 64) {
        assertFalse(verifies(keys, message, Arrays.copyOf(signature, length)), "length " + length);
      }
    }
  }

  /** The numbers at which implementations were found to differ. */
  @Test
  void allAgreeOnTheEdgesOfBothNumbersOfP256() {
    BigInteger n = TestIssuer.N;
    BigInteger max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    List<BigInteger> edges = new ArrayList<>(List.of(max, max.subtract(n), n.shiftRight(1)));
    for (int offset = -2; offset <= 2; offset++) {
      edges.add(n.add(BigInteger.valueOf(offset)));
      edges.add(BigInteger.valueOf(offset + 2));
    }
    for (int bits = 8; bits < 256; bits += 8) {
      edges.add(BigInteger.ONE.shiftLeft(bits));
      edges.add(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }
    TestIssuer issuer = TestIssuer.p256(5);
    byte[] message = {1, 2, 3};
    byte[] good = issuer.signature(message);
    BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
    Map<String, PreparedKey> keys = prepare(issuer.key());
    for (BigInteger edge : edges) {
      assertFalse(verifies(keys, message, TestIssuer.pair(edge, s)));
      assertFalse(verifies(keys, message, TestIssuer.pair(r, edge)));
      assertFalse(verifies(keys, message, TestIssuer.pair(edge, edge)));
    }
  }

  /** Low s is a rule of the envelope, which has no business with curves: engines do not check. */
  @Test
  void allTakeTheHighSOfAValidSignature() {
    TestIssuer issuer = TestIssuer.p256(5);
    Map<String, PreparedKey> keys = prepare(issuer.key());
    byte[] signature = issuer.signature(new byte[0]);
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] high = TestIssuer.pair(r, TestIssuer.N.subtract(s));
    assertTrue(verifies(keys, new byte[0], signature));
    assertTrue(verifies(keys, new byte[0], high));
  }

  /** Some providers, once they threw, refuse the next valid signature as well. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aMalformedSignatureDoesNotSpoilTheNext(SignatureAlgorithm algorithm) {
    TestIssuer issuer = TestIssuer.of(algorithm, 6);
    byte[] message = {4, 5, 6};
    byte[] signature = issuer.signature(message);
    byte[] malformed = new byte[64];
    Arrays.fill(malformed, (byte) 0xff);
    Map<String, PreparedKey> keys = prepare(issuer.key());
    for (int i = 0; i < 20; i++) {
      assertFalse(verifies(keys, message, i % 2 == 0 ? malformed : new byte[64]));
      assertTrue(verifies(keys, message, signature));
    }
  }

  @Test
  void aProviderIsUsedAsGivenAndNeverRegistered() {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      prepare(TestIssuer.of(algorithm, 7).key());
    }
    assertNull(Security.getProvider(BouncyCastleProvider.PROVIDER_NAME));
    JcaEngine rsaOnly = new JcaEngine(Security.getProvider("SunRsaSign"));
    CoseKey key = TestIssuer.p256(7).key();
    assertThrows(IllegalArgumentException.class, () -> rsaOnly.prepare(key));
  }
}
