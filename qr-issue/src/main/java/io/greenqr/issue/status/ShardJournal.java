package io.greenqr.issue.status;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The entries of one shard that were handed out, in the order in which they were.
 *
 * <p>A record never crosses a sector, so a disk writes all or nothing of it. What a crash leaves
 * behind the last write that was forced is therefore a part of a record, or zeros where a file grew
 * and its content did not arrive, in any order of the records of that one write. None of these was
 * handed out, and they are cut off. Everything else is damage: to cut it off could hand out again
 * what stood there.
 */
final class ShardJournal implements Closeable {
  private static final int HEADER_MARK = 0x4751314A;
  private static final int RECORD_MARK = 0x47513152;
  private static final int UNIT = 16;
  private static final int CHECKED = UNIT - Integer.BYTES;

  private final JournalFile file;
  private final int list;
  private int records;

  private ShardJournal(JournalFile file, int list, int records) {
    this.file = file;
    this.list = list;
    this.records = records;
  }

  /** Length of the journal of a shard whose entries are all handed out. */
  static long fullLength(int entries) {
    return UNIT + (long) UNIT * entries;
  }

  /** Writes the header into an empty file. */
  static void begin(JournalFile file, int list, int entries) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(UNIT);
    header.putInt(HEADER_MARK).putInt(list).putInt(entries);
    header.putInt(headerCheck(header));
    file.write(0, header.array());
    file.force();
  }

  /** Throws unless the journal begins as one of this shard and size. */
  static void checkHeader(JournalFile file, int list, int entries)
      throws IOException, AllocationException {
    require(file.length() >= UNIT);
    ByteBuffer header = ByteBuffer.wrap(file.read(UNIT));
    require(
        header.getInt() == HEADER_MARK
            && header.getInt() == list
            && header.getInt(CHECKED) == headerCheck(header));
    if (header.getInt() != entries) {
      throw new AllocationException(AllocationFault.SHARD_SIZE_MISMATCH);
    }
  }

  /** Reads what was handed out, and marks it in {@code free}. */
  static ShardJournal resume(JournalFile file, int list, int entries, FreeIndexes free)
      throws IOException, AllocationException {
    checkHeader(file, list, entries);
    long length = file.length();
    require(length <= fullLength(entries));
    ByteBuffer bytes = ByteBuffer.wrap(file.read((int) length)).position(UNIT);
    int records = replay(bytes, list, entries, free);
    if (length != fullLength(records)) {
      file.truncate(fullLength(records));
    }
    // Also where nothing was cut: a process that was killed may have written and not forced.
    file.force();
    return new ShardJournal(file, list, records);
  }

  /** Number of records in front of the first one that did not arrive. */
  private static int replay(ByteBuffer bytes, int list, int entries, FreeIndexes free)
      throws AllocationException {
    int complete = bytes.remaining() / UNIT;
    int kept = complete;
    int start = 0;
    for (int position = 0; position < complete; position++) {
      ByteBuffer record = bytes.slice(UNIT + position * UNIT, UNIT);
      if (isZero(record)) {
        kept = Math.min(kept, position);
        continue;
      }
      require(
          record.getInt(0) == RECORD_MARK
              && record.getInt(CHECKED) == recordCheck(record, list, position));
      int index = record.getInt(4);
      int begun = record.getInt(8);
      // Behind a gap, only the write that the gap belongs to: a later one proves that this one was
      // forced, and the gap then is an index that somebody has.
      require(begun == start || begun == Math.min(kept, position));
      start = begun;
      require(index >= 0 && index < entries);
      require(position > kept || free.mark(index));
    }
    return kept;
  }

  /** Returns when the disk has the indexes. */
  void append(int... indexes) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(indexes.length * UNIT);
    for (int i = 0; i < indexes.length; i++) {
      ByteBuffer record = bytes.slice(i * UNIT, UNIT);
      record.putInt(RECORD_MARK).putInt(indexes[i]).putInt(records);
      record.putInt(recordCheck(record, list, records + i));
    }
    file.write(fullLength(records), bytes.array());
    file.force();
    records += indexes.length;
  }

  private static boolean isZero(ByteBuffer record) {
    return record.getLong(0) == 0 && record.getLong(8) == 0;
  }

  private static int headerCheck(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.slice(0, CHECKED));
    return (int) crc.getValue();
  }

  /** List and place are part of it: a record that was copied to another place is damage. */
  private static int recordCheck(ByteBuffer record, int list, int position) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(8).putInt(list).putInt(position).flip());
    crc.update(record.slice(0, CHECKED));
    return (int) crc.getValue();
  }

  private static void require(boolean holds) throws AllocationException {
    if (!holds) {
      throw new AllocationException(AllocationFault.JOURNAL_DAMAGED);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
