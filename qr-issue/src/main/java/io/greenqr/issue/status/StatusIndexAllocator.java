package io.greenqr.issue.status;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Gives each new pass an entry of a status list that no other pass has or ever gets.
 *
 * <p>Two passes with one entry could not be revoked apart. So an entry is on the disk as taken
 * before it is returned: neither the end of the process nor a loss of power, at any point, makes it
 * free again. What was taken and not returned stays unused.
 *
 * <p>Within its list an entry is random. Entries are public, and with consecutive ones everybody
 * could read from two passes which was issued first, and how many lie between them. Lists are used
 * one after the other, each until it is full.
 *
 * <p>The directory is the only memory. It must be on a local disk, and it is never restored from a
 * backup, copied or emptied: what was handed out since would be handed out again. If it is lost or
 * damaged, go on with a new directory and lists that were never used. It also tells the order of
 * issue, so its files are readable by their owner alone.
 *
 * <p>For use by many threads. An interrupt does not disturb it, except in the moment in which a
 * list is begun: that ends in STORE_FAILED.
 */
public final class StatusIndexAllocator implements Closeable {
  /** The size of a shard must be a multiple of this: entries of two bits fill whole bytes. */
  private static final int ENTRIES_PER_BYTE = 4;

  private final AllocationDirectory directory;
  private final int lastList;
  private final int shardEntries;
  private final Random random;

  private int list;
  private FreeIndexes free;
  private ShardJournal journal;
  private boolean closed;
  private boolean failed;

  private StatusIndexAllocator(
      AllocationDirectory directory, int firstList, int lastList, int shardEntries, Random random)
      throws IOException, AllocationException {
    this.directory = directory;
    this.lastList = lastList;
    this.shardEntries = shardEntries;
    this.random = random;
    this.list = current(directory, firstList, lastList);
    this.free = new FreeIndexes(shardEntries);
    this.journal = directory.resume(list, free);
  }

  /**
   * With shards of {@link FormatLimits#STATUS_SHARD_ENTRIES}; otherwise as {@link #open(Path, int,
   * int, int, SecureRandom)}.
   */
  public static StatusIndexAllocator open(
      Path directory, int firstList, int lastList, SecureRandom random) throws AllocationException {
    return open(directory, firstList, lastList, FormatLimits.STATUS_SHARD_ENTRIES, random);
  }

  /**
   * Continues where the last allocator of the directory stopped. In an empty directory it begins
   * with {@code firstList}.
   *
   * <p>The range may change between openings: {@code lastList} to any list, {@code firstList}
   * upwards, which leaves the rest of the lists before it unused.
   *
   * @param directory exists, and belongs to this allocator alone; on the default file system
   * @param firstList 0 to 65,535
   * @param lastList {@code firstList} to 65,535
   * @param shardEntries entries of each list: a multiple of 4, from 4 to 131,072. All lists of a
   *     directory have one size
   * @throws IllegalArgumentException for a list or size out of its bounds
   * @throws AllocationException DIRECTORY_IN_USE, JOURNAL_DAMAGED, SHARD_SIZE_MISMATCH or
   *     STORE_FAILED
   */
  public static StatusIndexAllocator open(
      Path directory, int firstList, int lastList, int shardEntries, SecureRandom random)
      throws AllocationException {
    return open(directory, firstList, lastList, shardEntries, random, DiskFile::new);
  }

  static StatusIndexAllocator open(
      Path directory,
      int firstList,
      int lastList,
      int shardEntries,
      Random random,
      JournalFile.Opener files)
      throws AllocationException {
    require(0 <= firstList && firstList <= lastList, "firstList");
    require(lastList <= FormatLimits.MAX_STATUS_LIST, "lastList");
    require(
        shardEntries > 0
            && shardEntries <= FormatLimits.STATUS_SHARD_ENTRIES
            && shardEntries % ENTRIES_PER_BYTE == 0,
        "shardEntries");
    try {
      AllocationDirectory locked = AllocationDirectory.open(directory, shardEntries, files);
      boolean opened = false;
      try {
        StatusIndexAllocator allocator =
            new StatusIndexAllocator(locked, firstList, lastList, shardEntries, random);
        opened = true;
        return allocator;
      } finally {
        if (!opened) {
          locked.close();
        }
      }
    } catch (IOException e) {
      throw new AllocationException(AllocationFault.STORE_FAILED, e);
    }
  }

  /** The list to go on with; begins the first one if none was begun. */
  private static int current(AllocationDirectory directory, int firstList, int lastList)
      throws IOException, AllocationException {
    BitSet begun = directory.begun();
    if (!begun.isEmpty()) {
      directory.checkSize(begun.length() - 1);
    }
    int current = begun.previousSetBit(lastList);
    if (current < firstList) {
      directory.begin(firstList);
      return firstList;
    }
    for (int list = firstList; list < current; list++) {
      // A list is begun when those before it are full. Otherwise a journal was lost or cut, and to
      // begin the list once more would hand out again what it held.
      if (!directory.isFull(list)) {
        throw new AllocationException(AllocationFault.JOURNAL_DAMAGED);
      }
    }
    return current;
  }

  /**
   * Takes one entry.
   *
   * @throws IllegalStateException after {@link #close}
   * @throws AllocationException EXHAUSTED or STORE_FAILED, as {@link #allocate(int)}
   */
  public StatusReference allocate() throws AllocationException {
    return allocate(1).get(0);
  }

  /**
   * Takes entries, all or none, and waits for the disk once for each list that they are in.
   *
   * <p>After STORE_FAILED the allocator stays closed. An operating system reports a failed write to
   * the next one who waits for the disk, and then forgets it: a second attempt may report success
   * for entries that never arrived. Open the directory again once the disk works, best after a
   * restart of the machine: until then it may show as written what only memory holds.
   *
   * @param count 1 to 131,072
   * @return in the order in which they were drawn
   * @throws IllegalArgumentException for another count
   * @throws IllegalStateException after {@link #close}
   * @throws AllocationException EXHAUSTED when fewer entries are free, of which none is taken then;
   *     STORE_FAILED
   */
  public synchronized List<StatusReference> allocate(int count) throws AllocationException {
    require(count > 0 && count <= FormatLimits.STATUS_SHARD_ENTRIES, "count");
    if (failed) {
      throw new AllocationException(AllocationFault.STORE_FAILED);
    }
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (count > remaining()) {
      throw new AllocationException(AllocationFault.EXHAUSTED);
    }
    // Whatever is thrown from here on, what the disk has is unknown.
    failed = true;
    try {
      List<StatusReference> references = new ArrayList<>(count);
      while (references.size() < count) {
        take(count - references.size(), references);
      }
      failed = false;
      return references;
    } catch (IOException e) {
      throw new AllocationException(AllocationFault.STORE_FAILED, e);
    } finally {
      if (failed) {
        close();
      }
    }
  }

  private void take(int wanted, List<StatusReference> references)
      throws IOException, AllocationException {
    if (free.count() == 0) {
      journal.close();
      list++;
      free = new FreeIndexes(shardEntries);
      directory.begin(list);
      journal = directory.resume(list, free);
    }
    int[] indexes = free.take(Math.min(wanted, free.count()), random);
    journal.append(indexes);
    for (int index : indexes) {
      references.add(StatusReference.of(list, index));
    }
  }

  /** Number of entries that are free, in the current list and those after it. */
  public synchronized long remaining() {
    return free.count() + (long) (lastList - list) * shardEntries;
  }

  /** Lets another allocator use the directory. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      try {
        journal.close();
      } finally {
        directory.close();
      }
    } catch (IOException e) {
      // Nothing is lost: whatever was returned has been forced.
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
