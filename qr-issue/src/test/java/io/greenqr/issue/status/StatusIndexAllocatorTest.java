package io.greenqr.issue.status;

import static io.greenqr.issue.status.Allocators.addNew;
import static io.greenqr.issue.status.Allocators.all;
import static io.greenqr.issue.status.Allocators.fails;
import static io.greenqr.issue.status.Allocators.journal;
import static io.greenqr.issue.status.Allocators.open;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.greenqr.format.pass.StatusReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every entry once, through all openings, lists and threads. */
class StatusIndexAllocatorTest {
  @TempDir private Path directory;

  @Test
  void handsOutEveryEntryOnceListAfterList() throws Exception {
    Set<StatusReference> handedOut = new HashSet<>();
    try (StatusIndexAllocator allocator = open(directory, 3, 5, 100)) {
      for (int i = 0; i < 300; i++) {
        assertEquals(300 - i, allocator.remaining());
        StatusReference reference = allocator.allocate();
        assertEquals(3 + i / 100, reference.list());
        addNew(handedOut, List.of(reference));
      }
      fails(AllocationFault.EXHAUSTED, allocator::allocate);
    }
    assertEquals(all(3, 5, 100), handedOut);
    try (StatusIndexAllocator allocator = open(directory, 3, 5, 100)) {
      assertEquals(0, allocator.remaining());
      fails(AllocationFault.EXHAUSTED, allocator::allocate);
    }
  }

  @Test
  void batchesGoAcrossListsAndAreAllOrNothing() throws Exception {
    Set<StatusReference> handedOut = new HashSet<>();
    try (StatusIndexAllocator allocator = open(directory, 0, 3, 8)) {
      addNew(handedOut, allocator.allocate(5));
      addNew(handedOut, allocator.allocate(15));
      fails(AllocationFault.EXHAUSTED, () -> allocator.allocate(13));
      assertEquals(12, allocator.remaining());
      addNew(handedOut, allocator.allocate(12));
    }
    assertEquals(all(0, 3, 8), handedOut);
  }

  @Test
  void reopeningContinues() throws Exception {
    Set<StatusReference> handedOut = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      try (StatusIndexAllocator allocator = open(directory, 0, 2, 12)) {
        addNew(handedOut, allocator.allocate(1 + i % 5));
      }
    }
    try (StatusIndexAllocator allocator = open(directory, 0, 2, 12)) {
      addNew(handedOut, allocator.allocate(36 - handedOut.size()));
    }
    assertEquals(all(0, 2, 12), handedOut);
  }

  @Test
  void largestShard() throws Exception {
    Set<StatusReference> handedOut = new HashSet<>();
    SecureRandom random = new SecureRandom();
    try (StatusIndexAllocator allocator =
        StatusIndexAllocator.open(directory, 65_534, 65_535, random)) {
      addNew(handedOut, allocator.allocate(131_071));
    }
    try (StatusIndexAllocator allocator =
        StatusIndexAllocator.open(directory, 65_534, 65_535, 131_072, random)) {
      addNew(handedOut, allocator.allocate(2));
      assertEquals(131_071, allocator.remaining());
    }
    assertTrue(handedOut.containsAll(all(65_534, 65_534, 131_072)));
  }

  @Test
  void boundsOfTheArguments() throws Exception {
    for (int[] lists : new int[][] {{-1, 0}, {1, 0}, {0, 65_536}, {65_536, 65_536}}) {
      assertThrows(
          IllegalArgumentException.class, () -> open(directory, lists[0], lists[1], 131_072));
    }
    for (int entries : new int[] {-4, 0, 1, 2, 3, 5, 131_071, 131_076}) {
      assertThrows(IllegalArgumentException.class, () -> open(directory, 0, 0, entries));
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
    try (StatusIndexAllocator allocator = open(directory, 0, 65_535, 4)) {
      for (int count : new int[] {-1, 0, 131_073}) {
        assertThrows(IllegalArgumentException.class, () -> allocator.allocate(count));
      }
      assertEquals(4 * 65_536, allocator.remaining());
    }
  }

  @Test
  void shardsOfAnotherSize() throws Exception {
    open(directory, 4, 5, 64).close();
    for (int entries : new int[] {60, 68, 131_072}) {
      fails(AllocationFault.SHARD_SIZE_MISMATCH, () -> open(directory, 4, 5, entries));
      // All lists of a directory have one size, also those that are not in the range.
      fails(AllocationFault.SHARD_SIZE_MISMATCH, () -> open(directory, 5, 5, entries));
      fails(AllocationFault.SHARD_SIZE_MISMATCH, () -> open(directory, 0, 3, entries));
    }
    open(directory, 4, 5, 64).close();
  }

  @Test
  void rangeGrowsAndItsBeginningIsOnlyRaised() throws Exception {
    Set<StatusReference> handedOut = new HashSet<>();
    try (StatusIndexAllocator allocator = open(directory, 1, 1, 8)) {
      addNew(handedOut, allocator.allocate(8));
      fails(AllocationFault.EXHAUSTED, allocator::allocate);
    }
    try (StatusIndexAllocator allocator = open(directory, 1, 2, 8)) {
      addNew(handedOut, allocator.allocate(3));
    }
    try (StatusIndexAllocator allocator = open(directory, 3, 3, 8)) {
      assertEquals(8, allocator.remaining());
      addNew(handedOut, allocator.allocate(1));
    }
    // List 2 is not full, list 0 was never begun.
    fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 2, 3, 8));
    fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 0, 3, 8));
    try (StatusIndexAllocator allocator = open(directory, 1, 2, 8)) {
      addNew(handedOut, allocator.allocate(5));
    }
    try (StatusIndexAllocator allocator = open(directory, 1, 3, 8)) {
      addNew(handedOut, allocator.allocate(7));
    }
    assertEquals(all(1, 3, 8), handedOut);
  }

  @Test
  void lostOrCutJournalOfAnEarlierList() throws Exception {
    try (StatusIndexAllocator allocator = open(directory, 0, 2, 8)) {
      allocator.allocate(17);
    }
    byte[] bytes = Files.readAllBytes(journal(directory, 1));
    for (int length = 0; length < bytes.length; length++) {
      Files.write(journal(directory, 1), Arrays.copyOf(bytes, length));
      fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 0, 2, 8));
    }
    Files.delete(journal(directory, 1));
    fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 0, 2, 8));
    // What is in the journal of a full list does not matter: nothing is handed out of it.
    Files.write(journal(directory, 1), new byte[bytes.length]);
    try (StatusIndexAllocator allocator = open(directory, 0, 2, 8)) {
      assertEquals(7, allocator.remaining());
    }
  }

  @Test
  void noDirectory() throws IOException {
    Path missing = directory.resolve("missing");
    AllocationException e = fails(AllocationFault.STORE_FAILED, () -> open(missing, 0, 0, 4));
    assertTrue(e.getCause() instanceof IOException);
    Path file = Files.createFile(directory.resolve("file"));
    fails(AllocationFault.STORE_FAILED, () -> open(file, 0, 0, 4));
  }

  @Test
  void closed() throws Exception {
    StatusIndexAllocator allocator = open(directory, 0, 0, 4);
    allocator.close();
    allocator.close();
    assertThrows(IllegalStateException.class, allocator::allocate);
    assertDoesNotThrow(() -> open(directory, 0, 0, 4).close());
  }

  @Test
  void filesAreReadableByTheirOwnerAlone() throws Exception {
    assumeTrue(OwnerOnly.isPosix(directory));
    try (StatusIndexAllocator allocator = open(directory, 0, 1, 4)) {
      allocator.allocate(5);
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertEquals(3, all.size(), all::toString);
      for (Path file : all) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  @Test
  void interruptedThread() throws Exception {
    try (StatusIndexAllocator allocator = open(directory, 0, 1, 4)) {
      Thread.currentThread().interrupt();
      Set<StatusReference> handedOut = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        addNew(handedOut, List.of(allocator.allocate()));
      }
      assertEquals(all(0, 1, 4), handedOut);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void fourThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (StatusIndexAllocator allocator = open(directory, 0, 4, 64)) {
      Callable<List<StatusReference>> half =
          () -> {
            List<StatusReference> mine = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
              mine.add(allocator.allocate());
              mine.addAll(allocator.allocate(1));
            }
            return mine;
          };
      Set<StatusReference> handedOut = new HashSet<>();
      for (Future<List<StatusReference>> thread :
          threads.invokeAll(List.of(half, half, half, half))) {
        addNew(handedOut, thread.get());
      }
      assertEquals(all(0, 4, 64), handedOut);
    } finally {
      threads.shutdown();
    }
  }
}
