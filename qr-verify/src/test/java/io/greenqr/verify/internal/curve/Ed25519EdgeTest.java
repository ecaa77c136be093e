package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.CurvePoints;
import io.greenqr.verify.internal.signature.EdwardsPoint;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/**
 * Signatures at which implementations of Ed25519 are known to differ (Chalkias, Garillot,
 * Nikolaenko, "Taming the many EdDSAs", 2020), made so that the answer of the strict equation is
 * known without computing it: key {@code A = aB + iT} and {@code R = rB + jT}, T of order 8, and
 * {@code S = r + ha}. Then S B is R + h A but for {@code (j + hi) T}.
 */
class Ed25519EdgeTest {
  private static final BigInteger L = Order25519.L;
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final List<EdwardsPoint> LOW_ORDER = EdwardsPoint.lowOrder();
  private static final Ed25519Table BASE = Ed25519Table.ofBasePoint(new Comb(11, 3, 8));
  private static final EdwardsPoint B = basePoint();

  private static final byte[] SECRET = new byte[32];
  private static final Ed25519Table OTHER = other();

  private final Ed25519Verification verification = new Ed25519Verification();
  private final Random random = new Random(8);

  private static EdwardsPoint basePoint() {
    byte[] encoded = BASE.encoding();
    EdwardsPoint either =
        EdwardsPoint.ofY(
                BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(EdwardsPoint.P)))
            .orElseThrow();
    // -B is (L - 1) B.
    return Arrays.equals(either.encode(), encoded)
        ? either
        : either.times(L.subtract(BigInteger.ONE));
  }

  private static Ed25519Table other() {
    byte[] encoded = new byte[32];
    Ed25519.generatePublicKey(SECRET, 0, encoded, 0);
    return Ed25519Table.ofKey(encoded, new Comb(8, 1, 32));
  }

  private static BigInteger hash(byte[] r, byte[] key, byte[] message) throws Exception {
    MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
    sha512.update(r);
    sha512.update(key);
    byte[] hash = sha512.digest(message);
    return new BigInteger(1, reversed(hash)).mod(L);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] signature(byte[] r, BigInteger s) {
    byte[] signature = Arrays.copyOf(r, 64);
    for (int i = 0; i < 32; i++) {
      signature[32 + i] = s.shiftRight(8 * i).byteValue();
    }
    return signature;
  }

  /** All implementations by name. */
  private Map<String, PreparedKey> engines(byte[] key) {
    Map<String, PreparedKey> engines = new LinkedHashMap<>();
    for (Comb comb : List.of(new Comb(8, 4, 8), new Comb(8, 1, 32), new Comb(5, 52, 1))) {
      Ed25519Table table = Ed25519Table.ofKey(key, comb);
      engines.put(
          "tables " + comb,
          (message, length, signature) ->
              verification.verifies(BASE, table, message, length, signature));
      engines.put(
          "batch " + comb, (message, length, signature) -> inBatch(table, message, signature));
    }
    CoseKey coseKey = CoseKey.ed25519(key);
    engines.put("SunEC", new JcaEngine(Security.getProvider("SunEC")).prepare(coseKey));
    // Never trusted with another key: their own verdict would not be strict then.
    if (CurvePoints.isSound(coseKey)) {
      engines.put("BouncyCastle", new BouncyCastleEngine().prepare(coseKey));
      engines.put(
          "BouncyCastle as provider", new JcaEngine(new BouncyCastleProvider()).prepare(coseKey));
    }
    return engines;
  }

  /** Between one that is valid and one whose S is out of range. */
  private boolean inBatch(Ed25519Table key, byte[] message, byte[] signature) {
    byte[] valid = new byte[64];
    Ed25519.sign(SECRET, 0, message, 0, message.length, valid, 0);
    boolean[] verdicts = new boolean[3];
    byte[] invalid = valid.clone();
    invalid[63] = -1;
    verification.verifyAll(
        BASE,
        new Ed25519Table[] {OTHER, key, OTHER},
        new byte[][] {message, message, message},
        new int[] {message.length, message.length, message.length},
        new byte[][] {valid, signature, invalid},
        0,
        3,
        verdicts);
    assertTrue(verdicts[0]);
    assertFalse(verdicts[2]);
    return verdicts[1];
  }

  private static void assertAll(
      boolean expected, Map<String, PreparedKey> engines, byte[] message, byte[] signature) {
    engines.forEach(
        (name, engine) ->
            assertEquals(
                expected,
                engine.verifies(message, signature),
                () -> name + ": " + HexFormat.of().formatHex(signature)));
  }

  @Test
  void pointsOfLowAndMixedOrderAreDecidedByTheStrictEquation() throws Exception {
    int accepted = 0;
    int cases = 0;
    for (BigInteger a : List.of(BigInteger.ZERO, new BigInteger(250, random))) {
      for (int i = 0; i < 8; i++) {
        byte[] key = B.times(a).plus(LOW_ORDER.get(i)).encode();
        Map<String, PreparedKey> engines = engines(key);
        for (BigInteger r : List.of(BigInteger.ZERO, new BigInteger(250, random))) {
          for (int j = 0; j < 8; j++) {
            byte[] encodedR = B.times(r).plus(LOW_ORDER.get(j)).encode();
            for (byte m = 0; m < 4; m++) {
              byte[] message = {m};
              BigInteger h = hash(encodedR, key, message);
              BigInteger s = h.multiply(a).add(r).mod(L);
              boolean strict =
                  h.multiply(BigInteger.valueOf(i)).add(BigInteger.valueOf(j)).mod(EIGHT).signum()
                      == 0;
              assertAll(strict, engines, message, signature(encodedR, s));
              accepted += strict ? 1 : 0;
              cases++;
            }
          }
        }
      }
    }
    assertTrue(accepted > cases / 16 && accepted < cases / 4, accepted + " of " + cases);
    System.out.println("Ed25519EdgeTest: " + accepted + " of " + cases + " strictly valid");
  }

  /**
   * Why the engine looks at R: BouncyCastle's own check takes signatures of which R has a part of
   * low order. Should that end, this test fails, and the second look can go.
   */
  @Test
  void bouncyCastleAloneIsNotStrict() throws Exception {
    BigInteger a = new BigInteger(250, random);
    byte[] key = B.times(a).encode();
    PreparedKey engine = new BouncyCastleEngine().prepare(CoseKey.ed25519(key));
    int[] taken = new int[8];
    for (int j = 1; j < 8; j++) {
      BigInteger r = new BigInteger(250, random);
      byte[] encodedR = B.times(r).plus(LOW_ORDER.get(j)).encode();
      for (byte m = 0; m < 64; m++) {
        byte[] message = {m};
        byte[] signature =
            signature(encodedR, hash(encodedR, key, message).multiply(a).add(r).mod(L));
        taken[j] += Ed25519.verify(signature, 0, key, 0, message, 0, 1) ? 1 : 0;
        assertFalse(engine.verifies(message, signature));
      }
    }
    System.out.println("Ed25519EdgeTest: BouncyCastle takes of 64 each " + Arrays.toString(taken));
    assertTrue(Arrays.stream(taken).sum() > 0);
  }

  /** Every spelling of R but the one of RFC 8032 is refused, even one that the hash is made for. */
  @Test
  void otherSpellingsOfRAreRefused() throws Exception {
    BigInteger a = new BigInteger(250, random);
    byte[] key = B.times(a).encode();
    Map<String, PreparedKey> engines = engines(key);
    byte[] message = {9};
    int spellings = 0;
    for (int j = 0; j < 8; j++) {
      List<byte[]> encodings = LOW_ORDER.get(j).encodings();
      for (byte[] encoding : encodings) {
        boolean one = encoding == encodings.get(0);
        BigInteger s = hash(encoding, key, message).multiply(a).mod(L);
        assertAll(one && j == 0, engines, message, signature(encoding, s));
        spellings += one ? 0 : 1;
      }
    }
    assertTrue(spellings >= 4);
  }

  @Test
  void sIsTakenBelowTheOrderOnly() throws Exception {
    BigInteger a = new BigInteger(250, random);
    byte[] key = B.times(a).encode();
    Map<String, PreparedKey> engines = engines(key);
    List<BigInteger> edges = new ArrayList<>();
    for (int offset = -2; offset <= 2; offset++) {
      for (int multiple = 0; multiple < 16; multiple++) {
        edges.add(L.multiply(BigInteger.valueOf(multiple)).add(BigInteger.valueOf(offset)));
      }
    }
    for (int bit = 245; bit < 256; bit++) {
      edges.add(BigInteger.ONE.shiftLeft(bit));
      edges.add(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
      edges.add(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE.shiftLeft(bit)));
    }
    byte[] message = {7};
    for (BigInteger s : edges) {
      if (s.signum() < 0 || s.bitLength() > 256) {
        continue;
      }
      // R for this very S: h A is taken from S B, so that the equation holds for a chosen h.
      assertAll(false, engines, message, signature(B.times(s).encode(), s));
    }
    // With R = rB and S = r + ha + kL.
    for (int i = 0; i < 16; i++) {
      BigInteger r = BigInteger.valueOf(i);
      byte[] encodedR = B.times(r).encode();
      BigInteger s = hash(encodedR, key, message).multiply(a).add(r).mod(L);
      assertAll(true, engines, message, signature(encodedR, s));
      for (int k = 1; s.add(L.multiply(BigInteger.valueOf(k))).bitLength() <= 256; k++) {
        BigInteger other = s.add(L.multiply(BigInteger.valueOf(k)));
        assertAll(false, engines, message, signature(encodedR, other));
      }
    }
  }

  /** With the neutral element for a key h does not matter: S can be chosen, and is at its edges. */
  @Test
  void everyValueOfSIsMultipliedRight() throws Exception {
    byte[] key = LOW_ORDER.get(0).encode();
    Map<String, PreparedKey> engines = engines(key);
    List<BigInteger> edges = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      edges.add(BigInteger.valueOf(i));
      edges.add(L.subtract(BigInteger.valueOf(i + 1)));
      edges.add(L.shiftRight(1).add(BigInteger.valueOf(i - 2)));
    }
    for (int bit = 1; bit < 253; bit += 9) {
      edges.add(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
      edges.add(BigInteger.ONE.shiftLeft(bit));
    }
    for (BigInteger s : edges) {
      byte[] encodedR = B.times(s).encode();
      assertAll(true, engines, new byte[0], signature(encodedR, s));
      encodedR[31] ^= (byte) 0x80;
      assertAll(false, engines, new byte[0], signature(encodedR, s));
    }
  }

  /**
   * What no hash can be made to be: h = 0, 1, L - 1 and their neighbours, for every kind of key.
   */
  @Test
  void everyValueOfHIsMultipliedRight() {
    List<BigInteger> edges = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      edges.add(BigInteger.valueOf(i));
      edges.add(L.subtract(BigInteger.valueOf(i + 1)));
    }
    for (int bit = 5; bit < 253; bit += 62) {
      edges.add(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
      edges.add(BigInteger.ONE.shiftLeft(bit));
    }
    BigInteger s = new BigInteger(250, random);
    EdwardsPoint sum = B.times(s);
    for (int i = 0; i < 8; i++) {
      EdwardsPoint key = B.times(BigInteger.valueOf(77)).plus(LOW_ORDER.get(i));
      Ed25519Table table = Ed25519Table.ofKey(key.encode(), new Comb(8, 4, 8));
      for (BigInteger h : edges) {
        // S B - h A, with -1 as 8 L - 1, which is so for every point of the curve.
        BigInteger minusH = L.multiply(EIGHT).subtract(h);
        byte[] expected = sum.plus(key.times(minusH)).encode();
        assertTrue(verification.isSum(BASE, table, words(s), words(h), expected), h::toString);
        expected[0] ^= 1;
        assertFalse(verification.isSum(BASE, table, words(s), words(h), expected), h::toString);
      }
    }
  }

  private static long[] words(BigInteger number) {
    long[] words = new long[4];
    for (int i = 0; i < 4; i++) {
      words[i] = number.shiftRight(64 * i).longValue();
    }
    return words;
  }
}
