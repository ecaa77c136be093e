package io.greenqr.issue.status;

import java.util.Random;

/** Which entries of one shard are still free: a bit each, so 16 KiB for the largest shard. */
final class FreeIndexes {
  private final int entries;
  private final long[] taken;
  private int free;

  FreeIndexes(int entries) {
    this.entries = entries;
    this.taken = new long[(entries + Long.SIZE - 1) / Long.SIZE];
    this.free = entries;
    if (entries % Long.SIZE != 0) {
      taken[taken.length - 1] = -1L << entries;
    }
  }

  /** Number of free entries. */
  int count() {
    return free;
  }

  /** Marks an entry, and says whether it was free. */
  boolean mark(int index) {
    long bit = 1L << index;
    if ((taken[index / Long.SIZE] & bit) != 0) {
      return false;
    }
    taken[index / Long.SIZE] |= bit;
    free--;
    return true;
  }

  /** Marks {@code n} entries, each drawn uniformly from those that were free before it. */
  int[] take(int n, Random random) {
    int[] indexes = new int[n];
    for (int i = 0; i < n; i++) {
      indexes[i] = draw(random);
    }
    return indexes;
  }

  private int draw(Random random) {
    if (free < entries / 2) {
      int index = select(random.nextInt(free));
      mark(index);
      return index;
    }
    while (true) {
      int index = random.nextInt(entries);
      if (mark(index)) {
        return index;
      }
    }
  }

  /** The free entry that has {@code rank} free entries below it. */
  private int select(int rank) {
    int word = 0;
    int below = rank;
    for (int here = free(word); below >= here; here = free(word)) {
      below -= here;
      word++;
    }
    long bits = ~taken[word];
    for (; below > 0; below--) {
      bits &= bits - 1;
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
  }

  private int free(int word) {
    return Long.SIZE - Long.bitCount(taken[word]);
  }
}
