package io.greenqr.issue.status;

import static io.greenqr.issue.status.Allocators.addNew;
import static io.greenqr.issue.status.Allocators.all;
import static io.greenqr.issue.status.Allocators.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.StatusReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that is full, breaks, or loses power: at any operation. */
class UnreliableDiskTest {
  @TempDir private Path directory;

  private StatusIndexAllocator open(UnreliableDisk disk, int entries, Random random)
      throws AllocationException {
    return StatusIndexAllocator.open(directory, 0, 65_535, entries, random, disk);
  }

  /** An entry is returned when it was written and forced, and a batch is forced once a list. */
  @Test
  void forcesOnceForEachListOfABatch() throws Exception {
    UnreliableDisk disk = new UnreliableDisk(new Random(1));
    try (StatusIndexAllocator allocator = open(disk, 8, new Random(1))) {
      disk.failAfter(100);
      allocator.allocate();
      assertEquals(List.of("write", "force"), disk.operations());
      disk.failAfter(100);
      allocator.allocate(7);
      assertEquals(List.of("write", "force"), disk.operations());
      disk.failAfter(100);
      allocator.allocate(2);
      // The header and its resumption, then the entries.
      assertEquals(List.of("write", "force", "force", "write", "force"), disk.operations());
    }
  }

  @ParameterizedTest
  @CsvSource({"write, 0", "force, 1"})
  void afterAFailureNothingIsHandedOut(String operation, int after) throws Exception {
    UnreliableDisk disk = new UnreliableDisk(new Random(1));
    Set<StatusReference> handedOut = new HashSet<>();
    StatusIndexAllocator allocator = open(disk, 4, new Random(1));
    addNew(handedOut, allocator.allocate(2));
    disk.failAfter(after);
    AllocationException e = fails(AllocationFault.STORE_FAILED, allocator::allocate);
    assertTrue(e.getCause() instanceof IOException);
    assertEquals(operation, disk.operations().get(after));

    // The disk works again. This allocator no longer touches it, and the directory is free.
    disk.failAfter(100);
    fails(AllocationFault.STORE_FAILED, allocator::allocate);
    allocator.close();
    fails(AllocationFault.STORE_FAILED, allocator::allocate);
    assertEquals(List.of(), disk.operations());
    try (StatusIndexAllocator next = open(disk, 4, new Random(2))) {
      addNew(handedOut, next.allocate((int) next.remaining() % 4));
    }
    assertTrue(all(0, 0, 4).containsAll(handedOut));
  }

  /** A source of randomness that ends half-way through a batch. */
  @Test
  void afterAnErrorNothingIsHandedOut() throws Exception {
    Random failing =
        new Random(1) {
          private static final long serialVersionUID = 1L;
          private int calls;

          @Override
          public int nextInt(int bound) {
            if (calls++ == 2) {
              throw new IllegalStateException("no entropy");
            }
            return super.nextInt(bound);
          }
        };
    UnreliableDisk disk = new UnreliableDisk(new Random(1));
    StatusIndexAllocator allocator = open(disk, 8, failing);
    assertThrows(IllegalStateException.class, () -> allocator.allocate(3));
    fails(AllocationFault.STORE_FAILED, allocator::allocate);
    try (StatusIndexAllocator next = open(disk, 8, new Random(2))) {
      assertEquals(all(0, 0, 8), new HashSet<>(next.allocate(8)));
    }
  }

  /**
   * Crash after crash in one directory, at any operation of opening, allocating and beginning a
   * list: with and without loss of power. The directory opens each time, with nothing free that was
   * returned.
   */
  @RepeatedTest(10)
  void crashesAtAnyOperation(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    UnreliableDisk disk = new UnreliableDisk(random);
    Set<StatusReference> handedOut = new HashSet<>();
    int failures = 0;
    for (int crash = 0; crash < 150; crash++) {
      disk.failAfter(random.nextInt(12));
      try (StatusIndexAllocator allocator = open(disk, 256, random)) {
        while (random.nextInt(20) > 0) {
          addNew(handedOut, allocator.allocate(1 + random.nextInt(random.nextInt(300) + 1)));
        }
      } catch (AllocationException e) {
        assertEquals(AllocationFault.STORE_FAILED, e.fault());
        failures++;
      }
      if (random.nextBoolean()) {
        disk.losePower();
      }
    }
    assertTrue(failures > 100 && handedOut.size() > 5000, failures + " " + handedOut.size());
  }
}
