package io.greenqr.issue.status;

import static io.greenqr.issue.status.Allocators.fails;
import static io.greenqr.issue.status.Allocators.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One allocator at a time, whoever asks. */
@Timeout(60)
class DirectoryLockTest {
  private static final String IN_USE = AllocationFault.DIRECTORY_IN_USE.name();

  @TempDir private Path directory;

  @Test
  void secondOpenerOfTheSameProcess() throws Exception {
    try (StatusIndexAllocator first = open(directory, 0, 9, 4)) {
      fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory, 0, 9, 4));
      first.allocate(5);
      fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory, 0, 9, 4));
      fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory.resolve("."), 0, 9, 4));
    }
    open(directory, 0, 9, 4).close();
  }

  @Test
  void otherNameOfTheDirectory(@TempDir Path elsewhere) throws Exception {
    Path link = elsewhere.resolve("link");
    try {
      Files.createSymbolicLink(link, directory);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
    }
    try (StatusIndexAllocator first = open(directory, 0, 9, 4)) {
      first.allocate();
      fails(AllocationFault.DIRECTORY_IN_USE, () -> open(link, 0, 9, 4));
    }
    open(link, 0, 9, 4).close();
    Files.delete(link);
  }

  /** Also after refused attempts in this process, which must not have dropped its lock. */
  @Test
  void secondOpenerInAnotherProcess() throws Exception {
    try (StatusIndexAllocator first = open(directory, 0, 65_535, 4)) {
      assertEquals(IN_USE, AllocatingProcess.answer(directory, 4));
      fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory, 0, 9, 4));
      assertEquals(IN_USE, AllocatingProcess.answer(directory, 4));
      first.allocate();
    }
    assertTrue(AllocatingProcess.answer(directory, 4).startsWith("0/"));
  }

  @Test
  void firstOpenerInAnotherProcess() throws Exception {
    Process first = AllocatingProcess.start(directory, 64, Integer.MAX_VALUE);
    try {
      assertEquals('0', first.getInputStream().read());
      for (int i = 0; i < 3; i++) {
        fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory, 0, 65_535, 64));
      }
    } finally {
      first.destroyForcibly().waitFor();
    }
    open(directory, 0, 65_535, 64).close();
  }

  /** As a copy of these classes holds it that another class loader has. */
  @Test
  void lockHeldBySomeoneElseInTheProcess() throws Exception {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("allocator.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      assertNotNull(lock);
      for (int i = 0; i < 2; i++) {
        fails(AllocationFault.DIRECTORY_IN_USE, () -> open(directory, 0, 9, 4));
        assertEquals(IN_USE, AllocatingProcess.answer(directory, 4));
      }
    }
    open(directory, 0, 9, 4).close();
  }

  @Test
  void anOpeningThatFailsLeavesNoLock() throws Exception {
    Files.write(Allocators.journal(directory, 0), new byte[3]);
    for (int i = 0; i < 2; i++) {
      fails(AllocationFault.JOURNAL_DAMAGED, () -> open(directory, 0, 9, 4));
    }
    Files.delete(Allocators.journal(directory, 0));
    assertTrue(AllocatingProcess.answer(directory, 4).startsWith("0/"));
  }
}
