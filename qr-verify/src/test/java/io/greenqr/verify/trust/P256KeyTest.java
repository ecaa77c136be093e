package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.TestIssuer;
import java.math.BigInteger;
import java.util.EnumSet;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/** Which P-256 keys may enter a trust list: points of the curve, coordinates below p. */
class P256KeyTest {
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private static TrustedKey trust(BigInteger x, BigInteger y) throws TrustException {
    CoseKey key =
        CoseKey.p256(
            BigIntegers.asUnsignedByteArray(32, x), BigIntegers.asUnsignedByteArray(32, y));
    return TrustedKey.of(IssuerKey.builder("Issuer", key, EnumSet.allOf(ClaimKind.class)).build());
  }

  private static void assertRefused(BigInteger x, BigInteger y) {
    TrustException e = assertThrows(TrustException.class, () -> trust(x, y), x + " " + y);
    assertEquals(TrustFault.KEY_NOT_ON_CURVE, e.fault());
  }

  /** A root of x^3 - 3x + b; p is 3 modulo 4. Not a root where there is none. */
  private static BigInteger y(BigInteger x) {
    return square(x).modPow(P.add(BigInteger.ONE).shiftRight(2), P);
  }

  private static BigInteger square(BigInteger x) {
    return x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
  }

  private static boolean isOnCurve(BigInteger x) {
    return y(x).modPow(BigInteger.TWO, P).equals(square(x));
  }

  @Test
  void bothPointsOfEachAbscissaOfTheCurveAreTrustedAndNeitherOfTheOthers() throws Exception {
    int trusted = 0;
    for (int i = 0; i < 200; i++) {
      BigInteger x = BigInteger.valueOf(i);
      if (isOnCurve(x)) {
        trust(x, y(x));
        trust(x, P.subtract(y(x)));
        trusted++;
      } else {
        assertRefused(x, y(x));
      }
    }
    assertTrue(trusted > 60 && trusted < 140, "trusted: " + trusted);
  }

  @Test
  void aPointBesideTheCurveIsRefused() {
    CoseKey key = TestIssuer.p256(1).key();
    BigInteger x = new BigInteger(1, key.x());
    BigInteger y = new BigInteger(1, key.y());
    assertRefused(x, y.add(BigInteger.ONE));
    assertRefused(x.add(BigInteger.ONE), y);
    assertRefused(y, x);
    assertRefused(x, x);
    for (int bit = 0; bit < 256; bit++) {
      assertRefused(x.flipBit(bit), y);
      assertRefused(x, y.flipBit(bit));
    }
  }

  @Test
  void theOriginAndTheLargestNumbersAreRefused() {
    for (BigInteger x : new BigInteger[] {BigInteger.ZERO, P, MAX}) {
      for (BigInteger y : new BigInteger[] {BigInteger.ZERO, P, MAX}) {
        assertRefused(x, y);
      }
    }
  }

  /** A library that reduces takes x + p for x: one point, two keys, two identifiers. */
  @Test
  void aCoordinateOfPOrMoreIsRefusedThoughItIsAPointModuloP() throws Exception {
    int tried = 0;
    for (int i = 0; i < 40; i++) {
      BigInteger x = BigInteger.valueOf(i);
      if (isOnCurve(x)) {
        trust(x, y(x));
        assertRefused(x.add(P), y(x));
        tried++;
      }
    }
    assertTrue(tried > 10, "tried: " + tried);
    assertRefused(P, y(BigInteger.ZERO));
  }
}
