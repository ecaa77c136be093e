package io.greenqr.issue.status;

import static io.greenqr.issue.status.Allocators.all;
import static io.greenqr.issue.status.Allocators.fails;
import static io.greenqr.issue.status.Allocators.journal;
import static io.greenqr.issue.status.Allocators.open;
import static io.greenqr.issue.status.JournalBytes.header;
import static io.greenqr.issue.status.JournalBytes.join;
import static io.greenqr.issue.status.JournalBytes.record;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.pass.StatusReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the end of a journal may look like after a crash, and that everything else is refused. */
class ShardJournalTest {
  private static final int UNIT = 16;
  private static final byte[] HEADER = header(7, 8);
  private static final byte[] ZERO = new byte[UNIT];

  @TempDir private Path directory;

  /** Six of eight entries of list 7, as journal and as handed out: writes of 1, 2 and 3 records. */
  private byte[] bytes;

  private final List<StatusReference> handedOut = new ArrayList<>();

  @BeforeEach
  void sixEntries() throws Exception {
    try (StatusIndexAllocator allocator = open(directory, 7, 7, 8)) {
      for (int count = 1; count <= 3; count++) {
        handedOut.addAll(allocator.allocate(count));
      }
    }
    bytes = Files.readAllBytes(journal(directory, 7));
  }

  @Test
  void isWrittenAsDescribed() {
    byte[] expected = HEADER;
    for (int position = 0; position < 6; position++) {
      int start = position == 0 ? 0 : position < 3 ? 1 : 3;
      expected = join(expected, record(7, position, handedOut.get(position).index(), start));
    }
    assertArrayEquals(expected, bytes);
  }

  /** Journals live longer than releases. These bytes were not made by this project's code. */
  @Test
  void journalOfTheFirstRelease() throws Exception {
    String hex =
        "4751314a00000007000000089e3600fc475131520000000500000000a442662c"
            + "475131520000000000000001beaf0c5647513152000000070000000147af4abd";
    Files.write(journal(directory, 7), HexFormat.of().parseHex(hex));
    assertRest(1, 2, 3, 4, 6);
  }

  @Test
  void cutAnywhereBehindTheHeader() throws Exception {
    for (int length = UNIT; length <= bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      int kept = length / UNIT - 1;
      assertRest(cut, kept);
      int complete = UNIT + kept * UNIT;
      assertArrayEquals(
          Arrays.copyOf(bytes, complete),
          Arrays.copyOf(Files.readAllBytes(journal(directory, 7)), complete));
    }
  }

  /** A journal gets its name when its header is on the disk: a shorter one was cut later. */
  @Test
  void cutInsideTheHeader() throws Exception {
    for (int length = 0; length < UNIT; length++) {
      refuses(Arrays.copyOf(bytes, length));
      refuses(new byte[length]);
    }
    refuses(ZERO);
  }

  /** No changed byte is taken for the end of a write: each is refused, even in the last record. */
  @Test
  void changedByteAnywhere() throws Exception {
    for (int i = 0; i < bytes.length; i++) {
      for (int bits : new int[] {1, 0x80, 0xFF}) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) bits;
        refuses(changed);
      }
    }
  }

  /** In a part of a record at the end a changed byte is harmless: it is cut off in any case. */
  @Test
  void changedByteInAPartOfARecord() throws Exception {
    for (int length = bytes.length - UNIT + 1; length < bytes.length; length++) {
      byte[] changed = Arrays.copyOf(bytes, length);
      changed[length - 1] ^= (byte) 0xFF;
      assertRest(changed, 5);
    }
  }

  /** A disk writes the records of one write in any order: each of them may be the one missing. */
  @Test
  void anyRecordsOfTheLastWriteMissing() throws Exception {
    for (int present = 0; present < 8; present++) {
      byte[] torn = bytes.clone();
      for (int i = 0; i < 3; i++) {
        if ((present >> i & 1) == 0) {
          Arrays.fill(torn, UNIT * (4 + i), UNIT * (5 + i), (byte) 0);
        }
      }
      int kept = 3 + Integer.numberOfTrailingZeros(~present);
      assertRest(torn, kept);
      // And the file may have grown by a part of a record only.
      assertRest(Arrays.copyOf(torn, bytes.length - 5), Math.min(kept, 5));
    }
    assertRest(join(bytes, ZERO, ZERO), 6);
  }

  /** A later write was begun when the earlier ones were on the disk. */
  @Test
  void recordOfAnEarlierWriteMissing() throws Exception {
    for (int position = 0; position < 3; position++) {
      byte[] torn = bytes.clone();
      Arrays.fill(torn, UNIT * (1 + position), UNIT * (2 + position), (byte) 0);
      refuses(torn);
    }
  }

  @Test
  void recordsThatNobodyWrote() throws Exception {
    byte[] first = record(7, 0, 5, 0);
    byte[] second = record(7, 1, 3, 1);
    Allocators.write(directory, HEADER, first, second);
    assertRest(0, 1, 2, 4, 6, 7);
    for (byte[][] wrong :
        new byte[][][] {
          {first, record(7, 1, 5, 1)},
          {first, record(7, 1, 8, 1)},
          {first, record(7, 1, -1, 1)},
          {first, record(7, 1, 3, 2)},
          {first, record(7, 1, 3, -1)},
          {record(7, 0, 5, 1), second},
          {first, record(6, 1, 3, 1)},
          {first, record(7, 2, 3, 1)},
          {second, first},
          {first, HEADER},
          {ZERO, record(7, 1, 9, 0)}
        }) {
      refuses(join(HEADER, wrong[0], wrong[1]));
    }
  }

  @Test
  void journalOfAnotherListOrLongerThanItsShard() throws Exception {
    refuses(header(6, 8));
    refuses(record(7, 0, 5, 0));
    byte[] full = HEADER;
    for (int position = 0; position < 8; position++) {
      full = join(full, record(7, position, position, 0));
    }
    assertEquals(0, remaining(full));
    refuses(join(full, ZERO));
    refuses(join(full, new byte[1]));
    // A length that no array has is refused before memory is taken.
    fails(
        AllocationFault.JOURNAL_DAMAGED,
        () -> ShardJournal.resume(new HugeFile(), 7, 8, new FreeIndexes(8)));
  }

  private long remaining(byte[] journal) throws Exception {
    Files.write(journal(directory, 7), journal);
    try (StatusIndexAllocator allocator = open(directory, 7, 7, 8)) {
      return allocator.remaining();
    }
  }

  private void refuses(byte[] journal) throws IOException {
    Files.write(journal(directory, 7), journal);
    fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 7, 7, 8));
    // It stays as it is, for somebody to look at.
    assertArrayEquals(journal, Files.readAllBytes(journal(directory, 7)));
  }

  /** Opens, and asserts that what is left is everything but the first {@code kept} entries. */
  private void assertRest(byte[] journal, int kept) throws Exception {
    Files.write(journal(directory, 7), journal);
    Set<StatusReference> rest = all(7, 7, 8);
    handedOut.subList(0, kept).forEach(rest::remove);
    assertRest(rest.stream().mapToInt(StatusReference::index).toArray());
  }

  private void assertRest(int... indexes) throws Exception {
    Set<StatusReference> rest = new HashSet<>();
    for (int index : indexes) {
      rest.add(StatusReference.of(7, index));
    }
    // Twice: what is written behind the cut must be readable.
    Set<StatusReference> found = new HashSet<>();
    try (StatusIndexAllocator allocator = open(directory, 7, 7, 8)) {
      found.add(allocator.allocate());
    }
    try (StatusIndexAllocator allocator = open(directory, 7, 7, 8)) {
      found.addAll(allocator.allocate((int) allocator.remaining()));
    }
    assertEquals(rest, found);
  }

  /** Begins rightly, and has more bytes than an array. */
  private static final class HugeFile implements JournalFile {
    @Override
    public long length() {
      return 1L << 32;
    }

    @Override
    public byte[] read(int length) {
      assertEquals(UNIT, length);
      return HEADER.clone();
    }

    @Override
    public void write(long offset, byte[] bytes) {}

    @Override
    public void truncate(long length) {}

    @Override
    public void force() {}

    @Override
    public void close() {}
  }
}
