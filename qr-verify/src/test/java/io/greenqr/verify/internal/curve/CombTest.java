package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digits of a scalar, each with what it stands for, have that scalar as their sum. */
class CombTest {
  private static BigInteger sum(Comb comb, int[] digits, int from) {
    BigInteger sum = BigInteger.ZERO;
    for (int round = 0; round < comb.rounds(); round++) {
      for (int block = 0; block < comb.blocks(); block++) {
        int digit = digits[from + round * comb.blocks() + block];
        assertEquals(block, (digit >> 1) / comb.pointsPerBlock(), "a point of the block");
        BigInteger value = BigInteger.ZERO;
        for (int tooth = 0; tooth < comb.teeth(); tooth++) {
          boolean plus = tooth == comb.teeth() - 1 || ((digit >> 1 >> tooth) & 1) == 1;
          BigInteger power = BigInteger.ONE.shiftLeft(comb.position(block, tooth) + round);
          value = plus ? value.add(power) : value.subtract(power);
        }
        sum = (digit & 1) == 1 ? sum.subtract(value) : sum.add(value);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "8,4,8", "8,1,32", "16,2,8", "11,3,8", "13,4,5", "5,52,1", "13,20,1", "16,16,1", "2,2,64",
    "7,5,8", "3,9,10", "6,15,3", "16,1,16", "2,128,1"
  })
  void digitsSumUpToTheScalar(int teeth, int blocks, int rounds) {
    Comb comb = new Comb(teeth, blocks, rounds);
    BigInteger max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    Random random = new Random(teeth);
    List<BigInteger> scalars = new ArrayList<>(Arrays.asList(BigInteger.ONE, max));
    for (int bit = 1; bit < 256; bit++) {
      scalars.add(BigInteger.ONE.shiftLeft(bit).setBit(0));
      scalars.add(max.shiftRight(bit));
      scalars.add(max.clearBit(bit));
      scalars.add(new BigInteger(256, random).setBit(0));
    }
    for (BigInteger scalar : scalars) {
      long[] words = new long[4];
      for (int i = 0; i < 4; i++) {
        words[i] = scalar.shiftRight(64 * i).longValue();
      }
      int[] digits = new int[comb.digits() + 2];
      comb.cut(words, false, digits, 1);
      assertEquals(scalar, sum(comb, digits, 1));
      comb.cut(words, true, digits, 1);
      assertEquals(scalar.negate(), sum(comb, digits, 1));
      assertEquals(0, digits[0] | digits[digits.length - 1], "the places beside them");
    }
  }

  @Test
  void shapesThatDoNotCoverAScalarAreRefused() {
    for (int[] shape : new int[][] {{8, 1, 31}, {1, 256, 1}, {17, 16, 1}, {5, 51, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> new Comb(shape[0], shape[1], shape[2]));
    }
  }
}
