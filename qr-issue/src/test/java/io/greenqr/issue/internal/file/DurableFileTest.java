package io.greenqr.issue.internal.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are replaced whole, by one at a time. */
class DurableFileTest {
  @TempDir private Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("file");
  }

  @Test
  void replacesAndLeavesNothingBehind() throws Exception {
    DurableFile.replace(path, new byte[] {1, 2, 3});
    DurableFile.replace(path, new byte[] {4});
    assertArrayEquals(new byte[] {4}, Files.readAllBytes(path));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void whatACrashLeftIsNoObstacle() throws Exception {
    Files.write(directory.resolve("file.tmp"), new byte[9]);
    DurableFile.replace(path, new byte[] {1});
    assertArrayEquals(new byte[] {1}, DurableFile.read(path, 1));
    assertFalse(Files.exists(directory.resolve("file.tmp")));
  }

  @Test
  void readsNoMoreThanItsBound() throws Exception {
    DurableFile.replace(path, new byte[10]);
    assertEquals(10, DurableFile.read(path, 10).length);
    assertThrows(IOException.class, () -> DurableFile.read(path, 9));
  }

  @Test
  void aRequestThatIsCancelledStillWrites() throws Exception {
    Thread.currentThread().interrupt();
    DurableFile.replace(path, new byte[] {1});
    assertTrue(Thread.interrupted(), "the interrupt is not lost");
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(path));
  }

  @Test
  void directoriesThatAreMissingAreAnError() {
    Path absent = directory.resolve("absent").resolve("file");
    assertThrows(IOException.class, () -> DurableFile.replace(absent, new byte[1]));
    assertThrows(IOException.class, () -> FileGuard.take(absent));
  }

  @Test
  @Timeout(60)
  void oneGuardAtATime() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    Thread second;
    try (FileGuard guard = FileGuard.take(path)) {
      guard.requireOpen();
      second =
          new Thread(
              () -> {
                try (FileGuard other = FileGuard.take(path)) {
                  other.requireOpen();
                  taken.countDown();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      second.start();
      while (second.getState() != Thread.State.WAITING) {
        assertTrue(second.isAlive(), "the second got the guard as well");
        Thread.onSpinWait();
      }
      assertEquals(1, taken.getCount());
    }
    assertTrue(taken.await(30, TimeUnit.SECONDS));
    second.join();
    // A failure lets go as well.
    assertThrows(IOException.class, () -> FileGuard.take(directory.resolve("absent/file")));
    FileGuard.take(path).close();
  }
}
