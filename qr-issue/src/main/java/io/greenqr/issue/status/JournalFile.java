package io.greenqr.issue.status;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a journal needs of the disk; tests put one in its place that fails or loses power. */
interface JournalFile extends Closeable {
  /** Opens a file that exists. */
  interface Opener {
    JournalFile open(Path path) throws IOException;
  }

  /** Number of bytes. */
  long length() throws IOException;

  /** The first {@code length} bytes, which must be there. */
  byte[] read(int length) throws IOException;

  void write(long offset, byte[] bytes) throws IOException;

  /** Cuts off what is behind the first {@code length} bytes. */
  void truncate(long length) throws IOException;

  /** Returns when the disk has everything that was written. */
  void force() throws IOException;
}
