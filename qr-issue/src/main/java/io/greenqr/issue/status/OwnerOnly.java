package io.greenqr.issue.status;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The permissions of our files: a journal tells the order in which passes were issued, which random
 * indexes are there to hide.
 */
final class OwnerOnly {
  private OwnerOnly() {}

  /** For creating a file in the directory; none where the file system has no such permissions. */
  static FileAttribute<?>[] attributes(Path directory) {
    return isPosix(directory)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether the file system has the permissions of POSIX, and directories that can be forced. */
  static boolean isPosix(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
