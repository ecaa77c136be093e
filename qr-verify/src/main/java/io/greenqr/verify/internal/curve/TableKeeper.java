package io.greenqr.verify.internal.curve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the tables of a verifier's keys within its memory. Small ones are built at once, by whoever
 * brings the keys; wider ones for the keys that are in use, elsewhere: never by a scan, which goes
 * on with the table that is there.
 */
public final class TableKeeper {
  /** The level that is built before the first scan: that of 8 KB, or 12. */
  static final int SMALL = 1;

  /** Of all keys: some ten thousand checks save what a wide table of the base point costs. */
  private static final int USES_FOR_WIDE_BASE = 1 << 10;

  private final long memory;
  private final Executor executor;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile List<TabledKey> keys = Collections.emptyList();

  /**
   * Without keys.
   *
   * @param memory bytes for the tables of all keys together
   * @param executor builds wide tables; tasks take milliseconds
   */
  public TableKeeper(long memory, Executor executor) {
    this.memory = memory;
    this.executor = executor;
  }

  /**
   * The keys in force from now on. Those that are new get a table before this returns, a small one
   * if there is memory for one each.
   */
  public synchronized void keep(List<TabledKey> inForce) {
    List<Seen> seen = new ArrayList<>();
    for (TabledKey key : inForce) {
      key.forgetHalf();
      key.setKeeper(this);
      seen.add(new Seen(key));
    }
    build(seen, SMALL);
    keys = Collections.unmodifiableList(new ArrayList<>(inForce));
  }

  /** Has the memory dealt out anew, soon. What an executor throws is no matter of a scan. */
  void lookOver() {
    if (asked.compareAndSet(false, true)) {
      boolean taken = false;
      try {
        executor.execute(this::lookOverNow);
        taken = true;
      } catch (RuntimeException whoeverOwnsTheExecutorHasShutItDown) {
        // Scans go on with the tables that they have.
      } finally {
        if (!taken) {
          asked.set(false);
        }
      }
    }
  }

  private void lookOverNow() {
    try {
      dealOut();
    } catch (RuntimeException wrong) {
      // A table failed its check. Those in use have passed theirs, and stay; an exception that left
      // a thread would end the whole application on Android.
    }
  }

  private synchronized void dealOut() {
    asked.set(false);
    List<Seen> seen = new ArrayList<>();
    for (TabledKey key : keys) {
      seen.add(new Seen(key));
    }
    build(seen, Integer.MAX_VALUE);
    widenBases(seen);
  }

  private void widenBases(List<Seen> seen) {
    long uses = 0;
    for (Seen one : seen) {
      uses += one.uses;
    }
    if (memory == 0 || uses < USES_FOR_WIDE_BASE) {
      return;
    }
    for (Seen one : seen) {
      if (one.uses >= TabledKey.FIRST_LOOK) {
        one.key.widenBase();
      }
    }
  }

  private void build(List<Seen> seen, int most) {
    // Counts go on while this sorts: it works on what they were.
    Collections.sort(seen, Comparator.comparingInt((Seen one) -> one.uses).reversed());
    List<TableSizes> sizes = new ArrayList<>();
    int[] uses = new int[seen.size()];
    for (int i = 0; i < uses.length; i++) {
      sizes.add(seen.get(i).key.sizes());
      uses[i] = seen.get(i).uses;
    }
    int[] levels = TablePlan.levels(sizes, uses, memory);
    // Those that shrink first: what they free is what others grow by.
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] < seen.get(i).key.level()) {
        seen.get(i).key.build(levels[i]);
      }
    }
    for (int i = 0; i < levels.length; i++) {
      int level = Math.min(levels[i], most);
      if (level > seen.get(i).key.level()) {
        seen.get(i).key.build(level);
      }
    }
  }

  /** A key and how often it had been used at one time. */
  private static final class Seen {
    private final TabledKey key;
    private final int uses;

    private Seen(TabledKey key) {
      this.key = key;
      this.uses = key.uses();
    }
  }
}
