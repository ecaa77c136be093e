package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every point against BouncyCastle's arithmetic, and whether damage is found. */
class P256TableTest {
  private static final Comb COMB = new Comb(4, 2, 32);
  private static final ECPoint KEY = P256Cases.G.multiply(BigInteger.valueOf(77)).normalize();
  private static final ECPoint OTHER = P256Cases.G.multiply(BigInteger.valueOf(78)).normalize();

  private static BigInteger p(ECPoint point, boolean x) {
    return x ? P256Cases.x(point) : P256Cases.y(point);
  }

  @ParameterizedTest
  @CsvSource({
    "4,1,64", "8,1,32", "8,4,8", "8,8,4", "8,32,1", "10,26,1", "2,2,64", "7,5,8", "16,2,8", "5,52,1"
  })
  void everyPointIsTheSumThatItStandsFor(int teeth, int blocks, int rounds) {
    Comb comb = new Comb(teeth, blocks, rounds);
    ECPoint key = P256Cases.G.multiply(new BigInteger(255, new Random(teeth))).normalize();
    P256Table table = P256Cases.table(comb, key);
    assertEquals((64L * blocks) << (teeth - 1), P256Table.bytes(comb));
    ECPoint[] powers = new ECPoint[comb.bits()];
    powers[0] = key;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1].twice();
    }
    P256Cases.CURVE.normalizeAll(powers);
    ECPoint[] expected = new ECPoint[comb.points()];
    for (int i = 0; i < expected.length; i++) {
      int block = i / comb.pointsPerBlock();
      expected[i] = powers[comb.position(block, teeth - 1)];
      for (int tooth = 0; tooth < teeth - 1; tooth++) {
        ECPoint power = powers[comb.position(block, tooth)];
        expected[i] = (i >> tooth & 1) == 1 ? expected[i].add(power) : expected[i].subtract(power);
      }
    }
    P256Cases.CURVE.normalizeAll(expected);
    Limbs x = new Limbs();
    Limbs y = new Limbs();
    for (int i = 0; i < expected.length; i++) {
      table.load(i, x, y);
      assertTrue(P256Field.montgomery(p(expected[i], true)).hasSameLimbs(x), "x of " + i);
      assertTrue(P256Field.montgomery(p(expected[i], false)).hasSameLimbs(y), "y of " + i);
      table.loadX(i, y);
      assertTrue(x.hasSameLimbs(y));
      table.loadDigit(i << 1 | 1, x, y);
      y.negate();
      assertTrue(P256Field.montgomery(p(expected[i], false)).hasSameLimbs(y), "mirrored");
    }
  }

  @Test
  void pointsOffTheCurveAreRefused() {
    BigInteger x = p(KEY, true);
    BigInteger y = p(KEY, false);
    BigInteger one = BigInteger.ONE;
    BigInteger[][] pairs = {
      {x, y.add(one)},
      {y, x},
      {BigInteger.ZERO, BigInteger.ZERO},
      {BigInteger.ZERO, one},
      {one, y}
    };
    for (BigInteger[] pair : pairs) {
      assertThrows(ArithmeticException.class, () -> P256TableBuilder.build(COMB, pair[0], pair[1]));
    }
  }

  private static long[] words(P256Table table) {
    long[] words = P256Table.words(table.comb());
    Limbs x = new Limbs();
    Limbs y = new Limbs();
    for (int i = 0; i < table.comb().points(); i++) {
      table.load(i, x, y);
      P256Table.store(words, i, x, y);
    }
    return words;
  }

  private static void check(long[] words) {
    P256TableCheck.check(new P256Table(COMB, words), p(KEY, true), p(KEY, false));
  }

  private static void assertFound(long[] words, String damage) {
    assertThrows(ArithmeticException.class, () -> check(words), damage);
  }

  private static void put(long[] words, int index, ECPoint point) {
    ECPoint affine = point.normalize();
    P256Table.store(
        words,
        index,
        P256Field.montgomery(p(affine, true)),
        P256Field.montgomery(p(affine, false)));
  }

  private static ECPoint point(long[] words, int index) {
    Limbs x = new Limbs();
    Limbs y = new Limbs();
    new P256Table(COMB, words).load(index, x, y);
    BigInteger back = BigInteger.ONE.shiftLeft(260).modInverse(P256Cases.P);
    return P256Cases.CURVE.validatePoint(
        x.toBigInteger(52).multiply(back).mod(P256Cases.P),
        y.toBigInteger(52).multiply(back).mod(P256Cases.P));
  }

  @Test
  void aSoundTablePasses() {
    long[] words = words(P256Cases.table(COMB, KEY));
    long[] before = words.clone();
    check(words);
    assertArrayEquals(before, words);
  }

  @Test
  void everyBitThatIsTurnedIsFound() {
    long[] words = words(P256Cases.table(COMB, KEY));
    for (int bit = 0; bit < 64 * words.length; bit++) {
      words[bit >> 6] ^= 1L << bit;
      assertFound(words, "bit " + bit);
      words[bit >> 6] ^= 1L << bit;
    }
    check(words);
  }

  @Test
  void everyWrongPointOfTheCurveIsFound() {
    long[] sound = words(P256Cases.table(COMB, KEY));
    for (int i = 0; i < COMB.points(); i++) {
      ECPoint right = point(sound, i);
      ECPoint[] wrong = {
        right.negate(), right.twice(), right.add(KEY), right.subtract(KEY), OTHER, KEY, P256Cases.G
      };
      for (ECPoint point : wrong) {
        long[] words = sound.clone();
        put(words, i, point);
        assertFound(words, "point " + i);
      }
      // Lines through the point before meet the curve here as well.
      for (int j = 0; j < COMB.points(); j++) {
        if (j != i) {
          long[] words = sound.clone();
          put(words, i, point(sound, j).negate());
          assertFound(words, j + " mirrored in place of " + i);
          put(words, i, point(sound, j));
          assertFound(words, j + " in place of " + i);
        }
      }
    }
  }

  @Test
  void pointsThatChangedPlacesAreFound() {
    long[] sound = words(P256Cases.table(COMB, KEY));
    for (int i = 0; i < COMB.points(); i++) {
      for (int j = 0; j < i; j++) {
        long[] words = sound.clone();
        put(words, i, point(sound, j));
        put(words, j, point(sound, i));
        assertFound(words, i + " and " + j);
      }
    }
    long[] words = new long[sound.length];
    int half = sound.length / 2;
    System.arraycopy(sound, 0, words, half, half);
    System.arraycopy(sound, half, words, 0, half);
    assertFound(words, "both blocks");
  }

  @Test
  void mistakesThatCancelInTheSumAreFound() {
    long[] sound = words(P256Cases.table(COMB, KEY));
    for (int i = 0; i < COMB.points(); i++) {
      for (int j = 0; j < i; j++) {
        long[] words = sound.clone();
        put(words, i, point(sound, i).add(OTHER));
        put(words, j, point(sound, j).subtract(OTHER));
        assertFound(words, i + " and " + j);
      }
    }
    long[] all = sound.clone();
    for (int i = 0; i < COMB.points(); i++) {
      put(all, i, point(sound, i).negate());
    }
    assertFound(all, "all mirrored");
    long[] shifted = sound.clone();
    for (int i = 0; i < COMB.points(); i++) {
      put(shifted, i, point(sound, i).add(OTHER));
    }
    assertFound(shifted, "all displaced");
    assertFound(words(P256Cases.table(COMB, OTHER)), "the table of another key");
  }

  /** Of point 1 of the first block x is so small that x + p fits the words as well. */
  @Test
  void coordinatesThatAreNotCanonicalAreFound() {
    BigInteger scalar = BigInteger.ONE;
    for (int tooth = 1; tooth < 4; tooth++) {
      BigInteger power = BigInteger.ONE.shiftLeft(COMB.position(0, tooth));
      scalar = tooth == 3 ? scalar.add(power) : scalar.subtract(power);
    }
    BigInteger back = BigInteger.ONE.shiftLeft(260).modInverse(P256Cases.P);
    ECPoint small = P256Cases.withX(BigInteger.TWO.multiply(back), 1);
    for (int held = 3; small == null; held++) {
      small = P256Cases.withX(BigInteger.valueOf(held).multiply(back), 1);
    }
    ECPoint key = small.multiply(scalar.modInverse(P256Cases.N)).normalize();
    long[] words = words(P256Cases.table(COMB, key));
    Limbs x = new Limbs();
    Radix52.unpack(x, words, 8);
    assertTrue(x.toBigInteger(52).bitLength() < 10);
    Radix52.pack(Limbs.of(x.toBigInteger(52).add(P256Cases.P), 52), words, 8);
    assertThrows(
        ArithmeticException.class,
        () -> P256TableCheck.check(new P256Table(COMB, words), p(key, true), p(key, false)));
  }
}
