package io.greenqr.issue.internal.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Replaces whole files: after a loss of power, or of the process, there is the old content or the
 * new one.
 *
 * <p>Two that replace the same file at once would write to one temporary file: {@link FileGuard}
 * keeps them apart.
 */
public final class DurableFile {
  private DurableFile() {}

  /**
   * The content of a file.
   *
   * @throws IOException as well if there are more than {@code maxBytes} bytes
   */
  public static byte[] read(Path path, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new IOException("more than " + maxBytes + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Puts {@code bytes} in the place of what the file holds, or begins the file. Only the owner may
   * read it.
   *
   * <p>The content is forced to the disk before it gets the name, or the name could stand for
   * nothing; then the directory is, or the old name could come back.
   */
  public static void replace(Path path, byte[] bytes) throws IOException {
    Path target = path.toAbsolutePath();
    Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, ownerOnly(unfinished));
    // Not through a channel, which an interrupt of the thread would close half-way.
    try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(
        unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceNames(target);
  }

  static FileAttribute<?>[] ownerOnly(Path path) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether the file system has the permissions of POSIX, and directories that can be forced. */
  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void forceNames(Path target) throws IOException {
    Path directory = target.getParent();
    if (directory == null || !isPosix(directory)) {
      return;
    }
    // A channel closes at once in a thread that was interrupted before.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
