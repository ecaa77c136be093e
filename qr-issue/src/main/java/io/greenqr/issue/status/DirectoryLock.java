package io.greenqr.issue.status;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every other allocator out of a directory, until it is closed or the process ends.
 *
 * <p>On POSIX systems a process loses its lock on a file when it closes any channel to this file,
 * also one that never had the lock. A second attempt that opens and closes the file would thus let
 * another process in beside the first holder. So there is one channel to a lock file in the
 * process, and where someone else in the process has the lock, it is not closed.
 */
final class DirectoryLock implements Closeable {
  private static final String NAME = "allocator.lock";

  /** By the identity of the directory, which other names and links of it share. */
  private static final Map<Object, DirectoryLock> OPEN = new HashMap<>();

  private final Object directory;
  private final FileChannel channel;
  private @Nullable FileLock lock;

  private DirectoryLock(Object directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** Takes the lock, or throws DIRECTORY_IN_USE. */
  static DirectoryLock take(Path directory) throws IOException, AllocationException {
    synchronized (OPEN) {
      Object identity = identity(directory);
      DirectoryLock holder = OPEN.get(identity);
      if (holder == null) {
        holder =
            new DirectoryLock(
                identity,
                FileChannel.open(
                    directory.resolve(NAME),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OwnerOnly.attributes(directory)));
        OPEN.put(identity, holder);
      }
      if (holder.lock != null || !holder.tryLock()) {
        throw new AllocationException(AllocationFault.DIRECTORY_IN_USE);
      }
      return holder;
    }
  }

  private static Object identity(Path directory) throws IOException {
    Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
    return key != null ? key : directory.toRealPath();
  }

  private boolean tryLock() throws IOException {
    boolean keep = false;
    try {
      lock = channel.tryLock();
      keep = lock != null;
      return keep;
    } catch (OverlappingFileLockException e) {
      // A copy of this class from another class loader, say of a second web application, has it.
      keep = true;
      return false;
    } finally {
      if (!keep) {
        close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      OPEN.remove(directory, this);
      lock = null;
      channel.close();
    }
  }
}
