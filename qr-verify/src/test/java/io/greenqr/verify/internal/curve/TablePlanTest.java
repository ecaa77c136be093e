package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablePlanTest {
  private static final int IN_USE = 1 << 20;
  private static final TableSizes P256 = new P256Key(new byte[32], new byte[32]).sizes();
  private static final TableSizes ED25519 = new Ed25519Key(new byte[32]).sizes();

  /** Of 1, 3, 8 and 20 bytes, and of 2, 5 and 9: as small as shapes can be told apart. */
  private static final TableSizes FOUR = sizes(1, 3, 8, 20);

  private static final TableSizes THREE = sizes(2, 5, 9);

  /** Bytes in units of a table of two teeth, of which a block has two points. */
  private static TableSizes sizes(int... bytes) {
    TableSizes sizes = new TableSizes(1);
    for (int level = 0; level < bytes.length; level++) {
      sizes = sizes.and(new Comb(2, bytes[level], 128), level < 2 ? 0 : IN_USE);
    }
    return sizes;
  }

  /** With keys of which the first are used enough for any table, and the others not at all. */
  private static int[] levels(List<TableSizes> sizes, int inUse, long memory) {
    int[] uses = new int[sizes.size()];
    Arrays.fill(uses, 0, inUse, IN_USE);
    return TablePlan.levels(sizes, uses, memory);
  }

  private static long bytes(List<TableSizes> sizes, int[] levels) {
    long sum = 0;
    for (int i = 0; i < levels.length; i++) {
      sum += sizes.get(i).bytes(levels[i]);
    }
    return sum;
  }

  /** All lists of up to so many. */
  private static List<List<TableSizes>> lists(int most) {
    List<List<TableSizes>> lists = new ArrayList<>();
    for (int count = 0; count <= most; count++) {
      for (int bits = 0; bits < 1 << count; bits++) {
        List<TableSizes> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          list.add((bits >> i & 1) == 0 ? FOUR : THREE);
        }
        lists.add(list);
      }
    }
    return lists;
  }

  /**
   * The rule once more, told by what a key may ask for: in the next round each that got all so far
   * asks for one more, and gets it if the whole still fits.
   */
  private static int[] oracle(List<TableSizes> sizes, int inUse, long memory) {
    int[] levels = new int[sizes.size()];
    for (int round = 1; round < 4; round++) {
      for (int i = 0; i < levels.length; i++) {
        boolean may = round == 1 || i < inUse;
        if (may && levels[i] == round - 1 && round < sizes.get(i).levels()) {
          levels[i]++;
          levels[i] -= bytes(sizes, levels) > memory ? 1 : 0;
        }
      }
    }
    return levels;
  }

  @Test
  void smallCasesAreAsTheRuleSaysAndWithinMemory() {
    for (List<TableSizes> list : lists(4)) {
      long least = bytes(list, new int[list.size()]);
      for (int inUse = 0; inUse <= list.size(); inUse++) {
        for (long memory = 0; memory <= 2 * 80 + 2; memory++) {
          int[] levels = levels(list, inUse, memory);
          assertArrayEquals(oracle(list, inUse, memory), levels);
          assertTrue(bytes(list, levels) <= Math.max(memory, least));
          for (int i = inUse; i < levels.length; i++) {
            assertTrue(levels[i] <= TableKeeper.SMALL);
          }
        }
      }
    }
  }

  /** With keys of one curve; {@link #aKeyOfTheOtherCurveMayTakeWhatMoreMemoryBrings} else. */
  @Test
  void ofOneCurveMoreMemoryGivesNobodyLessAndThoseThatAreUsedMostNeverHaveLess() {
    for (TableSizes of : List.of(FOUR, THREE, P256, ED25519)) {
      long step = of.bytes(0) / 2;
      for (int count = 1; count < 5; count++) {
        List<TableSizes> list = Collections.nCopies(count, of);
        for (int inUse = 0; inUse <= count; inUse++) {
          int[] before = new int[count];
          for (long memory = 0; memory <= of.bytes(of.levels() - 1) * count; memory += step) {
            int[] levels = levels(list, inUse, memory);
            for (int i = 0; i < count; i++) {
              assertTrue(levels[i] >= before[i], () -> Arrays.toString(levels));
              assertTrue(i == 0 || levels[i] <= levels[i - 1], () -> Arrays.toString(levels));
            }
            before = levels;
          }
        }
      }
    }
  }

  @Test
  void aKeyOfTheOtherCurveMayTakeWhatMoreMemoryBrings() {
    List<TableSizes> list = List.of(ED25519, P256);
    long least = ED25519.bytes(0) + P256.bytes(0);
    long ed25519 = ED25519.bytes(1) - ED25519.bytes(0);
    assertArrayEquals(new int[] {0, 1}, levels(list, 0, least + ed25519 - 1));
    assertArrayEquals(new int[] {1, 0}, levels(list, 0, least + ed25519));
  }

  @Test
  void allMemoryThereIsGivesEachItsLargest() {
    List<TableSizes> list = List.of(P256, ED25519, P256, ED25519);
    assertArrayEquals(new int[] {4, 2, 1, 1}, levels(list, 2, Long.MAX_VALUE));
    assertArrayEquals(new int[] {0, 0, 0, 0}, levels(list, 4, 0));
  }

  /** What the documentation of the builder says of bytes. */
  @Test
  void tablesAreAsLargeAsIsSaid() {
    assertEquals(512, P256.bytes(0));
    assertEquals(8 << 10, P256.bytes(TableKeeper.SMALL));
    assertEquals(832 << 10, P256.bytes(P256.levels() - 1));
    assertEquals(768, ED25519.bytes(0));
    assertEquals(12 << 10, ED25519.bytes(TableKeeper.SMALL));
    assertEquals(48 << 10, ED25519.bytes(ED25519.levels() - 1));
    for (int level = 0; level < P256.levels(); level++) {
      assertEquals(P256Table.bytes(P256.comb(level)), P256.bytes(level));
    }
  }

  @Test
  void fiveThousandKeysHaveASmallTableEachIn64MiB() {
    for (TableSizes of : List.of(P256, ED25519)) {
      List<TableSizes> list = Collections.nCopies(5_000, of);
      for (int inUse : new int[] {0, 1, 100, 5_000}) {
        int[] levels = levels(list, inUse, 64 << 20);
        assertTrue(bytes(list, levels) <= 64 << 20);
        assertTrue(Arrays.stream(levels).allMatch(level -> level >= TableKeeper.SMALL));
      }
    }
    assertEquals(4, levels(Collections.nCopies(5_000, P256), 1, 64 << 20)[0]);
  }

  @Test
  void aThousandKeysInUseHave64KbEachIn64MiBAndTheFirstTwoWhatIsLeft() {
    List<TableSizes> list = Collections.nCopies(1_000, P256);
    int[] levels = levels(list, 1_000, 64 << 20);
    for (int i = 0; i < levels.length; i++) {
      assertEquals(i < 2 ? 832 << 10 : 64 << 10, P256.bytes(levels[i]));
    }
  }

  @Test
  void aKeyIsGivenEachSizeFromSoManyUsesOn() {
    int[] most = new int[5];
    for (int uses = 0; uses <= 2_048; uses++) {
      most[TablePlan.levels(List.of(P256), new int[] {uses}, Long.MAX_VALUE)[0]] = uses;
    }
    assertArrayEquals(new int[] {0, 15, 63, 2_047, 2_048}, most);
    for (int uses : new int[] {0, 15, 16, 1 << 20}) {
      int[] levels = TablePlan.levels(List.of(ED25519), new int[] {uses}, Long.MAX_VALUE);
      assertEquals(uses < 16 ? 1 : 2, levels[0]);
    }
  }
}
