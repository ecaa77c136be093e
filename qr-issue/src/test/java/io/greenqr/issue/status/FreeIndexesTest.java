package io.greenqr.issue.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each free entry is as likely as every other, while few are taken and when few are left. */
class FreeIndexesTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 60, 64, 68, 128, 1000, 131_072})
  void takesEachEntryOnce(int entries) {
    FreeIndexes free = new FreeIndexes(entries);
    BitSet seen = new BitSet();
    for (int index : free.take(entries, new Random(7))) {
      assertTrue(index >= 0 && index < entries);
      assertFalse(seen.get(index));
      seen.set(index);
    }
    assertEquals(entries, seen.cardinality());
    assertEquals(0, free.count());
  }

  @Test
  void marksOnce() {
    FreeIndexes free = new FreeIndexes(132);
    for (int index : new int[] {0, 63, 64, 127, 128, 131}) {
      assertTrue(free.mark(index));
      assertFalse(free.mark(index));
    }
    assertEquals(126, free.count());
  }

  /**
   * The n-th entry that a shard hands out, over many shards: uniform for each n, or the entry would
   * tell something about when the pass was issued. Chi-square with 31 degrees of freedom has mean
   * 31 and deviation 7.9; the seed is fixed.
   */
  @Test
  void entryTellsNothingAboutItsTurn() {
    int entries = 32;
    int shards = 6400;
    int[][] counts = new int[entries][entries];
    Random random = new Random(20_211_004);
    for (int shard = 0; shard < shards; shard++) {
      int[] order = new FreeIndexes(entries).take(entries, random);
      for (int turn = 0; turn < entries; turn++) {
        counts[turn][order[turn]]++;
      }
    }
    for (int turn = 0; turn < entries; turn++) {
      double chiSquare = chiSquare(counts[turn], shards / (double) entries);
      assertTrue(chiSquare < 31 + 5 * 7.9, "turn " + turn + ": " + chiSquare);
    }
  }

  /** Given which entries are taken, the next one is uniform among the others. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 79, 80, 81, 120, 158, 159})
  void nextEntryIsUniformAmongTheFree(int taken) {
    int entries = 160;
    int free = entries - taken;
    Random random = new Random(taken);
    int[] before = Arrays.copyOf(new FreeIndexes(entries).take(entries, random), taken);
    int[] counts = new int[entries];
    for (int draw = 0; draw < 100 * free; draw++) {
      FreeIndexes indexes = new FreeIndexes(entries);
      for (int index : before) {
        assertTrue(indexes.mark(index));
      }
      counts[indexes.take(1, random)[0]]++;
    }
    for (int index : before) {
      assertEquals(0, counts[index]);
    }
    // The taken entries add their expected count each; they were just seen to be zero.
    double chiSquare = chiSquare(counts, 100) - 100.0 * taken;
    assertTrue(chiSquare < free + 5 * Math.sqrt(2.0 * free), "" + chiSquare);
  }

  private static double chiSquare(int[] counts, double expected) {
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
