package io.greenqr.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one command at a time change a directory: two that publish at once would make two lists of
 * one version.
 */
final class DirectoryGuard implements AutoCloseable {
  private final PublishingDirectory directory;
  private final FileChannel channel;

  private DirectoryGuard(PublishingDirectory directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DirectoryGuard take(PublishingDirectory directory) throws CliException {
    Path file = directory.file("publisher.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        taken = false;
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (!taken) {
        throw new CliException(
            GreenQr.UNREADABLE,
            "DIRECTORY_IN_USE",
            directory.path() + ": another command works in it");
      }
      return new DirectoryGuard(directory, channel);
    } catch (IOException e) {
      throw LocalFile.unwritable(file);
    }
  }

  PublishingDirectory directory() {
    return directory;
  }

  @Override
  public void close() throws CliException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CliException(
          GreenQr.UNREADABLE, "FILE_UNWRITABLE", "the lock of the directory was lost");
    }
  }
}
