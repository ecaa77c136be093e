package io.greenqr.issue.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk that fails at a chosen operation, and on which what was not forced may be lost. What was
 * written since the last force survives in sectors: each as it was, or as it was to become.
 */
final class UnreliableDisk implements JournalFile.Opener {
  private static final int SECTOR = 512;

  private final Random random;
  private final Map<Path, byte[]> forced = new HashMap<>();
  private final List<String> operations = new ArrayList<>();
  private int left = Integer.MAX_VALUE;

  UnreliableDisk(Random random) {
    this.random = random;
  }

  /** The operation after {@code count} more fails half-way, and all after it. */
  void failAfter(int count) {
    left = count;
    operations.clear();
  }

  /** What was done since then, the one that failed included. */
  List<String> operations() {
    return operations;
  }

  /** Every file loses a part of what was not forced. */
  void losePower() throws IOException {
    for (Map.Entry<Path, byte[]> file : forced.entrySet()) {
      if (Files.exists(file.getKey())) {
        byte[] survived = survivor(file.getValue(), Files.readAllBytes(file.getKey()));
        Files.write(file.getKey(), survived);
        file.setValue(survived);
      }
    }
  }

  private byte[] survivor(byte[] before, byte[] now) {
    if (now.length <= before.length) {
      return random.nextBoolean() ? before : now;
    }
    int length = before.length + random.nextInt(now.length - before.length + 1);
    byte[] survivor = Arrays.copyOf(before, length);
    int unit = random.nextBoolean() ? SECTOR : 16;
    for (int from = before.length / unit * unit; from < length; from += unit) {
      if (random.nextInt(4) > 0) {
        System.arraycopy(now, from, survivor, from, Math.min(unit, length - from));
      }
    }
    return survivor;
  }

  @Override
  public JournalFile open(Path path) throws IOException {
    byte[] content = Files.readAllBytes(path);
    if (content.length == 0) {
      forced.put(path, content);
    } else {
      // A file that was forced under its first name.
      forced.putIfAbsent(path, content);
    }
    return new Unreliable(path, new DiskFile(path));
  }

  private boolean fails(String operation) {
    operations.add(operation);
    return left-- <= 0;
  }

  private final class Unreliable implements JournalFile {
    private final Path path;
    private final JournalFile file;

    Unreliable(Path path, JournalFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public byte[] read(int length) throws IOException {
      return file.read(length);
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
      if (fails("write")) {
        if (left == -1) {
          file.write(offset, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        throw new IOException("no space");
      }
      file.write(offset, bytes);
    }

    @Override
    public void truncate(long length) throws IOException {
      if (fails("truncate")) {
        throw new IOException("no disk");
      }
      file.truncate(length);
    }

    @Override
    public void force() throws IOException {
      if (fails("force")) {
        throw new IOException("no disk");
      }
      forced.put(path, Files.readAllBytes(path));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
