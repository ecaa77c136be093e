package io.greenqr.issue.status;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file of the disk. Not through a FileChannel, which closes when the thread that uses it is
 * interrupted: a request that is cancelled while the disk works would end the allocator.
 */
final class DiskFile implements JournalFile {
  private final RandomAccessFile file;

  DiskFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public byte[] read(int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(0);
    file.readFully(bytes);
    return bytes;
  }

  @Override
  public void write(long offset, byte[] bytes) throws IOException {
    file.seek(offset);
    file.write(bytes);
  }

  @Override
  public void truncate(long length) throws IOException {
    file.setLength(length);
  }

  @Override
  public void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
