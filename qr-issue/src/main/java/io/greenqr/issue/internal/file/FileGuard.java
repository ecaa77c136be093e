package io.greenqr.issue.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time read and replace a file: of all threads and processes of this machine that
 * take the guard of the file.
 *
 * <p>The lock is on a file beside it, whose name ends with {@code .lock} and which stays: the file
 * itself is another one after each replacement. Locks belong to a process and are lost when it
 * closes any channel to the file, so within the process there is one guard at a time, for all
 * files; it is held for as long as a file takes to write.
 */
public final class FileGuard implements Closeable {
  private static final ReentrantLock PROCESS = new ReentrantLock();

  private final FileChannel channel;
  private final FileLock lock;

  private FileGuard(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits for the guard of a file, which need not exist. */
  public static FileGuard take(Path path) throws IOException {
    PROCESS.lock();
    boolean taken = false;
    try {
      Path target = path.toAbsolutePath();
      FileGuard guard = open(target.resolveSibling(target.getFileName() + ".lock"));
      taken = true;
      return guard;
    } finally {
      if (!taken) {
        PROCESS.unlock();
      }
    }
  }

  private static FileGuard open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            DurableFile.ownerOnly(path));
    try {
      return new FileGuard(channel, channel.lock());
    } catch (IOException e) {
      channel.close();
      throw e;
    } catch (OverlappingFileLockException e) {
      // A copy of this class from another class loader has it. Its lock goes with our channel, but
      // nothing was read or written under ours.
      channel.close();
      throw new IOException("the file is in use", e);
    }
  }

  /** Throws if the guard was lost, as with a file system that went away. */
  public void requireOpen() throws IOException {
    if (!lock.isValid()) {
      throw new IOException("the lock was lost");
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    } finally {
      PROCESS.unlock();
    }
  }
}
