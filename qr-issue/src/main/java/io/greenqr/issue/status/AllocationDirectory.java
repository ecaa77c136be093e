package io.greenqr.issue.status;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journals of all shards of one allocator, and the lock that makes it the only one. */
final class AllocationDirectory implements Closeable {
  private static final Pattern JOURNAL = Pattern.compile("([0-9]{5})\\.journal");
  private static final String UNFINISHED = "unfinished";

  private final Path directory;
  private final int entries;
  private final JournalFile.Opener files;
  private final DirectoryLock lock;

  private AllocationDirectory(
      Path directory, int entries, JournalFile.Opener files, DirectoryLock lock) {
    this.directory = directory;
    this.entries = entries;
    this.files = files;
    this.lock = lock;
  }

  /** Locks the directory; {@code entries} is the size of its shards. */
  static AllocationDirectory open(Path directory, int entries, JournalFile.Opener files)
      throws IOException, AllocationException {
    return new AllocationDirectory(directory, entries, files, DirectoryLock.take(directory));
  }

  /** The lists that were begun. */
  BitSet begun() throws IOException {
    BitSet lists = new BitSet();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        Matcher name = JOURNAL.matcher(path.getFileName().toString());
        if (name.matches()) {
          lists.set(Integer.parseInt(name.group(1)));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return lists;
  }

  /** Throws unless the shards of the directory have the size that this allocator works with. */
  void checkSize(int list) throws IOException, AllocationException {
    try (JournalFile file = files.open(path(list))) {
      ShardJournal.checkHeader(file, list, entries);
    }
  }

  /** Whether all entries of the list are handed out; its journal is never written again. */
  boolean isFull(int list) throws IOException {
    Path path = path(list);
    return Files.exists(path) && Files.size(path) == ShardJournal.fullLength(entries);
  }

  /**
   * Begins a list. Under its name a journal is always complete: one that is too short for a header
   * has lost what it held, and is not taken for one that is about to be begun.
   */
  void begin(int list) throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, OwnerOnly.attributes(directory));
    try (JournalFile file = files.open(unfinished)) {
      ShardJournal.begin(file, list, entries);
    }
    Files.move(unfinished, path(list), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads what was handed out of a list that was begun. From here on no loss of power makes the
   * journal disappear: forcing a file keeps its content, and not its name.
   */
  ShardJournal resume(int list, FreeIndexes free) throws IOException, AllocationException {
    JournalFile file = files.open(path(list));
    boolean resumed = false;
    try {
      ShardJournal journal = ShardJournal.resume(file, list, entries, free);
      forceNames();
      resumed = true;
      return journal;
    } finally {
      if (!resumed) {
        file.close();
      }
    }
  }

  private void forceNames() throws IOException {
    if (!OwnerOnly.isPosix(directory)) {
      return;
    }
    // A channel closes at once in a thread that was interrupted before. An interrupt that arrives
    // here
    // is a failure: it may hide that the disk failed, so there is no second attempt.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Path path(int list) {
    return directory.resolve(String.format(Locale.ROOT, "%05d.journal", list));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
