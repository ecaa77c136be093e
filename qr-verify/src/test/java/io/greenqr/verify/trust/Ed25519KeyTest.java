package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.internal.signature.EdwardsPoint;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.security.Security;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Which Ed25519 keys may enter a trust list: points of order L in their one encoding. */
class Ed25519KeyTest {
  private static TrustedKey trust(byte[] key) throws TrustException {
    return TrustedKey.of(
        IssuerKey.builder("Issuer", CoseKey.ed25519(key), EnumSet.allOf(ClaimKind.class)).build());
  }

  private static void assertRefused(byte[] key) {
    TrustException e =
        assertThrows(TrustException.class, () -> trust(key), () -> HexFormat.of().formatHex(key));
    assertEquals(TrustFault.KEY_NOT_OF_ORDER, e.fault());
    assertEquals("KEY_NOT_OF_ORDER", e.getMessage());
  }

  /** Before it judges: base point, order and cofactor of RFC 8032 section 5.1. */
  @Test
  void theArithmeticOfThisTestIsThatOfTheCurve() {
    BigInteger y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(EdwardsPoint.P));
    EdwardsPoint base = EdwardsPoint.ofY(y).orElseThrow();
    byte[] expected = HexFormat.of().parseHex("58" + "66".repeat(31));
    assertArrayEquals(expected, EdwardsPoint.encode(y.mod(EdwardsPoint.P), false));
    assertEquals(EdwardsPoint.IDENTITY, base.times(EdwardsPoint.L));
    assertEquals(8, new HashSet<>(EdwardsPoint.lowOrder()).size());
    for (EdwardsPoint low : EdwardsPoint.lowOrder()) {
      assertEquals(EdwardsPoint.IDENTITY, low.times(BigInteger.valueOf(8)));
    }
  }

  @Test
  void keysOfIssuersAreTrusted() throws Exception {
    for (int secret = 1; secret <= 100; secret++) {
      CoseKey key = TestIssuer.ed25519(secret).key();
      assertArrayEquals(key.x(), trust(key.x()).key().x());
    }
  }

  @Test
  void allFourteenEncodingsOfPointsOfLowOrderAreRefused() {
    Set<String> encodings = new HashSet<>();
    for (EdwardsPoint low : EdwardsPoint.lowOrder()) {
      for (byte[] key : low.encodings()) {
        assertRefused(key);
        encodings.add(HexFormat.of().formatHex(key));
      }
    }
    // The list that other libraries publish (libsodium's blocklist among them) has these as well.
    assertEquals(14, encodings.size());
    assertTrue(encodings.contains("01" + "00".repeat(31)), "identity");
    assertTrue(encodings.contains("ec" + "ff".repeat(30) + "7f"), "order 2");
    assertTrue(
        encodings.contains("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));
    assertTrue(
        encodings.contains("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"));
  }

  @Test
  void keysWithAComponentOfLowOrderAreRefused() throws Exception {
    int mixed = 0;
    for (int secret = 1; secret <= 20; secret++) {
      EdwardsPoint point = decode(TestIssuer.ed25519(secret).key().x());
      for (EdwardsPoint low : EdwardsPoint.lowOrder()) {
        byte[] key = point.plus(low).encode();
        if (low.equals(EdwardsPoint.IDENTITY)) {
          trust(key);
        } else {
          assertRefused(key);
          mixed++;
        }
      }
    }
    assertEquals(20 * 7, mixed);
  }

  private static EdwardsPoint decode(byte[] key) {
    byte[] bigEndian = Arrays.reverse(key);
    bigEndian[0] &= 0x7f;
    EdwardsPoint point = EdwardsPoint.ofY(new BigInteger(1, bigEndian)).orElseThrow();
    EdwardsPoint negative = point.times(EdwardsPoint.L.subtract(BigInteger.ONE));
    return Arrays.areEqual(point.encode(), key) ? point : negative;
  }

  /** Each is a point for a decoder that reduces: two spellings of one key, two identifiers. */
  @Test
  void everyNumberFromPOnIsRefused() {
    for (int over = 0; over < 19; over++) {
      BigInteger y = EdwardsPoint.P.add(BigInteger.valueOf(over));
      assertRefused(EdwardsPoint.encode(y, false));
      assertRefused(EdwardsPoint.encode(y, true));
    }
  }

  @Test
  void aboutHalfOfAllNumbersAreNoPointAndMostPointsNotOfTheOrder() throws Exception {
    Random random = new Random(25519);
    int noPoint = 0;
    int trusted = 0;
    for (int i = 0; i < 100; i++) {
      BigInteger y = new BigInteger(255, random).mod(EdwardsPoint.P);
      Optional<EdwardsPoint> point = EdwardsPoint.ofY(y);
      byte[] key = EdwardsPoint.encode(y, random.nextBoolean());
      if (point.isPresent() && point.get().times(EdwardsPoint.L).equals(EdwardsPoint.IDENTITY)) {
        trust(key);
        trusted++;
      } else {
        assertRefused(key);
        noPoint += point.isEmpty() ? 1 : 0;
      }
    }
    assertTrue(noPoint > 30 && noPoint < 70, "no point: " + noPoint);
    assertTrue(trusted > 0 && trusted < 20, "trusted: " + trusted);
  }

  /** Why the check stands at the door: behind it, anyone could sign for this key. */
  @Test
  void underTheIdentityEveryMessageVerifiesSoNoListCanHoldIt() {
    byte[] identity = EdwardsPoint.IDENTITY.encode();
    CoseKey key = CoseKey.ed25519(identity);
    byte[] forged = new byte[64];
    System.arraycopy(identity, 0, forged, 0, 32);
    byte[] payload = TestPasses.vaccination().encode();
    SignedPass pass = SignedPass.of(key.algorithm(), key.keyId(), payload, forged);
    PreparedKey unchecked = preparedBySunEc(key);
    assertTrue(unchecked.verifies(pass.toBeSigned(), pass.signature()));
    assertTrue(unchecked.verifies(new byte[] {1, 2, 3}, forged));

    assertRefused(identity);
    for (Constructor<?> constructor : TrustedKey.class.getDeclaredConstructors()) {
      assertTrue(Modifier.isPrivate(constructor.getModifiers()), "the only way in is the check");
    }
  }

  private static PreparedKey preparedBySunEc(CoseKey key) {
    try {
      return new JcaEngine(Security.getProvider("SunEC")).prepare(key);
    } catch (IllegalArgumentException e) {
      return Assumptions.abort("SunEC of this JDK refuses points of low order itself");
    }
  }
}
