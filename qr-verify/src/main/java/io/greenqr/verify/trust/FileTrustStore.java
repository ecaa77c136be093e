package io.greenqr.verify.trust;

import io.greenqr.format.trust.HeldTrust;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the value in a file of a directory: the only class of this module that touches files.
 *
 * <p>A new value is written to a second file, forced to the disk, and renamed over the first; then
 * the directory is forced too, or the rename itself could be lost. What a crash leaves of the
 * second file is never read.
 */
public final class FileTrustStore implements TrustStore {
  private static final String VALUE = "trust.gqh";
  private static final String NEW_VALUE = "trust.gqh.new";
  private static final String LOCK = "trust.lock";

  private final Path directory;

  private FileTrustStore(Path directory) {
    this.directory = directory;
  }

  /**
   * The store in {@code directory}, which is made if it is not there.
   *
   * @throws IOException if it cannot be made
   */
  public static FileTrustStore in(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new FileTrustStore(directory);
  }

  @Override
  public byte @Nullable [] load() throws IOException {
    try (FileChannel channel =
        FileChannel.open(directory.resolve(VALUE), StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > HeldTrust.MAX_BYTES) {
        throw new IOException("stored trust has " + size + " bytes");
      }
      ByteBuffer value = ByteBuffer.allocate((int) size);
      while (value.hasRemaining()) {
        if (channel.read(value) < 0) {
          throw new IOException("stored trust ends early");
        }
      }
      return value.array();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public boolean replace(byte @Nullable [] expected, byte[] next) throws IOException {
    // A file lock is the process's: threads of one process exclude each other by the monitor.
    synchronized (FileTrustStore.class) {
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid() || !Arrays.equals(load(), expected)) {
          return false;
        }
        write(next);
        return true;
      }
    }
  }

  private void write(byte[] next) throws IOException {
    Path fresh = directory.resolve(NEW_VALUE);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer value = ByteBuffer.wrap(next);
      while (value.hasRemaining()) {
        channel.write(value);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        directory.resolve(VALUE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    forceDirectory();
  }

  private void forceDirectory() throws IOException {
    // Windows opens no directories, and writes a rename through by itself.
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The directory. */
  @Override
  public String toString() {
    return "FileTrustStore[" + directory + "]";
  }
}
