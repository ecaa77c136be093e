package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.verify.internal.signature.EdwardsPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every point of a table against BouncyCastle's arithmetic on Curve25519 in the form of
 * Weierstrass, which is the same curve in other coordinates (RFC 7748 section 4.1).
 */
class Ed25519TableTest {
  private static final BigInteger P = Field25519.P;
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger A = BigInteger.valueOf(486662);
  private static final BigInteger THIRD = BigInteger.valueOf(3).modInverse(P);
  private static final ECCurve WEIERSTRASS = CustomNamedCurves.getByName("curve25519").getCurve();

  /** Either root of -486664; the other one mirrors all points. */
  private static final BigInteger SCALE = root(BigInteger.valueOf(-486664).mod(P));

  private static BigInteger root(BigInteger square) {
    BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    BigInteger other = root.multiply(BigInteger.TWO.modPow(P.shiftRight(2), P)).mod(P);
    return root.multiply(root).mod(P).equals(square) ? root : other;
  }

  /** A point that is neither neutral nor of order two. */
  private static ECPoint weierstrass(long[] addends, int at) {
    BigInteger plus = number(addends, at);
    BigInteger minus = number(addends, at + 4);
    BigInteger half = BigInteger.TWO.modInverse(P);
    BigInteger x = plus.subtract(minus).multiply(half).mod(P);
    BigInteger y = plus.add(minus).multiply(half).mod(P);
    assertEquals(EdwardsSum.D.multiply(x).multiply(y).shiftLeft(1).mod(P), number(addends, at + 8));
    BigInteger u = ONE.add(y).multiply(ONE.subtract(y).modInverse(P)).mod(P);
    BigInteger v = SCALE.multiply(u).multiply(x.modInverse(P)).mod(P);
    return WEIERSTRASS.validatePoint(u.add(A.multiply(THIRD)).mod(P), v);
  }

  /** Canonical, or the test fails. */
  private static BigInteger number(long[] words, int at) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 3; i >= 0; i--) {
      BigInteger word = new BigInteger(Long.toUnsignedString(words[at + i]));
      number = number.shiftLeft(64).add(word);
    }
    assertTrue(number.compareTo(P) < 0, "canonical");
    return number;
  }

  private static byte[] key(int secret) {
    byte[] seed = new byte[32];
    seed[0] = (byte) secret;
    byte[] key = new byte[32];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  private static void assertPoints(Ed25519Table table) {
    Comb comb = table.comb();
    ECPoint point = weierstrass(table.point(), 0);
    List<ECPoint> powers = new ArrayList<>();
    powers.add(point);
    for (int i = 1; i < comb.bits(); i++) {
      powers.add(powers.get(i - 1).twice().normalize());
    }
    for (int block = 0; block < comb.blocks(); block++) {
      for (int n = 0; n < comb.pointsPerBlock(); n++) {
        ECPoint expected = powers.get(comb.position(block, comb.teeth() - 1));
        for (int tooth = 0; tooth < comb.teeth() - 1; tooth++) {
          ECPoint power = powers.get(comb.position(block, tooth));
          expected = (n >> tooth & 1) == 1 ? expected.add(power) : expected.subtract(power);
        }
        ECPoint held =
            weierstrass(
                table.points(), Ed25519Table.at((block * table.comb().pointsPerBlock() + n) << 1));
        assertTrue(expected.equals(held), "block " + block + " point " + n + " of " + comb);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8,1,32", "8,4,8", "5,52,1", "2,16,8", "11,3,8", "6,5,9"})
  void everyPointOfAKeyIsTheSumThatItStandsFor(int teeth, int blocks, int rounds) {
    Ed25519Table table = Ed25519Table.ofKey(key(teeth), new Comb(teeth, blocks, rounds));
    assertPoints(table);
    assertTrue(table.isPrimeOrder());
    assertEquals(96 * (blocks << (teeth - 1)), table.bytes());
  }

  @Test
  void everyPointOfTheBasePointIsTheSumThatItStandsFor() {
    Ed25519Table base = Ed25519Table.ofBasePoint(new Comb(8, 4, 8));
    BigInteger y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P);
    assertEquals(
        y,
        number(base.point(), 0)
            .add(number(base.point(), 4))
            .multiply(BigInteger.TWO.modInverse(P))
            .mod(P));
    assertTrue(base.isPrimeOrder());
    assertPoints(base);
  }

  @Test
  void keysWithAPartOfLowOrderAreFoundOut() {
    List<EdwardsPoint> lowOrder = EdwardsPoint.lowOrder();
    EdwardsPoint base =
        EdwardsPoint.ofY(BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)))
            .orElseThrow();
    Comb comb = new Comb(8, 4, 8);
    for (int i = 0; i < 8; i++) {
      EdwardsPoint low = lowOrder.get(i);
      assertEquals(i == 0, Ed25519Table.ofKey(low.encode(), comb).isPrimeOrder());
      EdwardsPoint mixed = base.times(BigInteger.valueOf(1_000 + i)).plus(low);
      assertEquals(i == 0, Ed25519Table.ofKey(mixed.encode(), comb).isPrimeOrder());
    }
  }

  /** The cases of RFC 8032 section 5.1.3. */
  @Test
  void bytesThatAreNotTheOneEncodingOfAPointAreRefused() {
    Comb comb = new Comb(8, 1, 32);
    assertThrows(IllegalArgumentException.class, () -> Ed25519Table.ofKey(new byte[31], comb));
    assertThrows(IllegalArgumentException.class, () -> Ed25519Table.ofKey(new byte[33], comb));
    for (EdwardsPoint low : EdwardsPoint.lowOrder()) {
      List<byte[]> encodings = low.encodings();
      assertTrue(Ed25519Table.ofKey(encodings.get(0), comb).bytes() > 0);
      for (byte[] other : encodings.subList(1, encodings.size())) {
        assertThrows(IllegalArgumentException.class, () -> Ed25519Table.ofKey(other, comb));
      }
    }
    int refused = 0;
    for (int y = 2; y < 60; y++) {
      BigInteger number = BigInteger.valueOf(y);
      byte[] encoded = EdwardsPoint.encode(number, y % 2 == 0);
      if (EdwardsPoint.ofY(number).isEmpty()) {
        assertThrows(IllegalArgumentException.class, () -> Ed25519Table.ofKey(encoded, comb));
        refused++;
      } else {
        assertTrue(Ed25519Table.ofKey(encoded, comb).bytes() > 0);
      }
    }
    assertTrue(refused > 20, "half of all y have no point");
    for (int y = 0; y < 19; y++) {
      byte[] encoded = EdwardsPoint.encode(P.add(BigInteger.valueOf(y)), false);
      assertThrows(IllegalArgumentException.class, () -> Ed25519Table.ofKey(encoded, comb));
    }
  }

  @Test
  void onlyPointsOfTheCurvePassTheCheck() {
    Ed25519Table table = Ed25519Table.ofKey(key(3), new Comb(8, 1, 32));
    Random random = new Random(3);
    for (int n = 0; n < 128; n++) {
      int at = Ed25519Table.at(n << 1);
      assertTrue(EdwardsSum.isOnCurve(table.points(), at));
      long[] damaged = java.util.Arrays.copyOfRange(table.points(), at, at + EdwardsSum.WORDS);
      damaged[random.nextInt(12)] ^= 1L << random.nextInt(63);
      assertFalse(EdwardsSum.isOnCurve(damaged, 0));
    }
  }

  @Test
  void aWrongPointEndsTheBuild() {
    Comb comb = new Comb(8, 2, 16);
    long[] other = Ed25519Table.ofKey(key(4), comb).point();
    for (int number : new int[] {0, 1, 77, 127, 128, 255}) {
      Ed25519TableBuilder builder =
          Ed25519TableBuilder.of(comb, Ed25519Table.ofKey(key(5), comb).point());
      builder.check();
      long[] points = builder.points();
      System.arraycopy(other, 0, points, number * EdwardsSum.WORDS, EdwardsSum.WORDS);
      assertThrows(IllegalStateException.class, builder::check, "on the curve, and wrong");
    }
  }

  @Test
  void pointsThatChangedPlacesEndTheBuild() {
    Comb comb = new Comb(8, 2, 16);
    for (int[] pair : new int[][] {{3, 40}, {0, 1}, {0, 128}, {1, 2}, {126, 127}, {130, 255}}) {
      Ed25519TableBuilder builder =
          Ed25519TableBuilder.of(comb, Ed25519Table.ofKey(key(5), comb).point());
      long[] points = builder.points();
      long[] held = points.clone();
      int words = EdwardsSum.WORDS;
      System.arraycopy(held, pair[0] * words, points, pair[1] * words, words);
      System.arraycopy(held, pair[1] * words, points, pair[0] * words, words);
      assertThrows(IllegalStateException.class, builder::check, pair[0] + ", " + pair[1]);
    }
  }
}
