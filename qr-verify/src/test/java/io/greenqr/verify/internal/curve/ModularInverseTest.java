package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against {@link BigInteger#modInverse}. */
class ModularInverseTest {
  private static final int RADIX = 52;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed",
        "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed",
        "10001",
        "3"
      })
  void agreesWithBigInteger(String hex) {
    BigInteger modulus = new BigInteger(hex, 16);
    ModularInverse inverse = new ModularInverse(modulus);
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      check(inverse, modulus, new BigInteger(256, random).mod(modulus));
      BigInteger power = BigInteger.ONE.shiftLeft(random.nextInt(256));
      check(inverse, modulus, power.add(BigInteger.valueOf(random.nextInt(5) - 2)).mod(modulus));
    }
    for (int i = 0; i < 100; i++) {
      check(inverse, modulus, BigInteger.valueOf(i).mod(modulus));
      check(inverse, modulus, BigInteger.valueOf(-i).mod(modulus));
    }
  }

  @Test
  void theInverseOfNothingIsNothing() {
    Limbs zero = new Limbs();
    new ModularInverse(BigInteger.valueOf(7)).invert(zero, zero);
    assertEquals(BigInteger.ZERO, zero.toBigInteger(RADIX));
  }

  private static void check(ModularInverse inverse, BigInteger modulus, BigInteger x) {
    Limbs limbs = Limbs.of(x, RADIX);
    inverse.invert(limbs, limbs);
    BigInteger expected = x.signum() == 0 ? x : x.modInverse(modulus);
    assertEquals(Limbs.of(expected, RADIX).toBigInteger(RADIX), limbs.toBigInteger(RADIX));
    assertEquals(true, Limbs.of(expected, RADIX).hasSameLimbs(limbs));
  }
}
