package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they update: what a store says afterwards is never less than what
 * was said before. A killed process is not a power cut; that the bytes are forced to the disk
 * before the rename is left to reading the code.
 */
class StoreKillTest {
  /** 200 with {@code -Dgreenqr.exhaustive=true}. */
  private static final int KILLS = Boolean.getBoolean("greenqr.exhaustive") ? 200 : 40;

  /** About the time that an update takes, and the part of it in which the file is written. */
  private static final int UPDATE_NANOS = 20_000_000;

  private static final int WRITE_NANOS = 500_000;

  @TempDir Path directory;

  private TrustSync open() throws Exception {
    return TrustSync.open(TestScheme.anchor(), FileTrustStore.in(directory));
  }

  @Test
  @Timeout(600)
  void aProcessKilledAtAnyMomentLeavesTheStateBeforeOrAfterAnUpdate() throws Exception {
    Random random = new Random(20211004);
    long held = 0;
    int amid = 0;
    Path fresh = directory.resolve("trust.gqh.new");
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = StoreWriter.start(directory, Integer.MAX_VALUE);
      long printed = held;
      try (BufferedReader out = process.inputReader()) {
        for (int lines = 1 + random.nextInt(3); lines > 0; lines--) {
          printed = Long.parseLong(out.readLine());
        }
        // Half of them while a file is being written, which is a short part of an update.
        boolean writing = kill % 2 == 0;
        String before = files();
        while (writing && files().equals(before)) {
          Thread.onSpinWait();
        }
        long end = System.nanoTime() + random.nextInt(writing ? WRITE_NANOS : UPDATE_NANOS);
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        // By the handle: the process itself would close the pipe and lose what was printed.
        assertTrue(process.toHandle().destroyForcibly());
        printed = last(out, printed);
      }
      assertEquals(128 + 9, process.waitFor());
      amid += Files.exists(fresh) ? 1 : 0;
      TrustSync sync = open();
      held = StoreWriter.versionOf(sync);
      assertTrue(held == printed || held == printed + 1, held + " after " + printed);
      assertArrayEquals(StoreWriter.blob(held), sync.trust().document(1, "blob").orElseThrow());
    }
    assertTrue(amid > 0, "no kill in the middle of a write");
    System.out.println("StoreKillTest: " + KILLS + " kills, " + amid + " in the middle of a write");
  }

  /** Names, sizes and times of the files: something else as soon as a write has begun. */
  private String files() {
    StringBuilder all = new StringBuilder();
    for (File file : directory.toFile().listFiles()) {
      all.append(file.getName()).append(file.length()).append(' ').append(file.lastModified());
    }
    return all.toString();
  }

  private static long last(BufferedReader out, long printed) throws IOException {
    long last = printed;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      last = Long.parseLong(line);
    }
    return last;
  }

  @Test
  @Timeout(120)
  void twoProcessesOnOneDirectoryOnlyGoForward() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(StoreWriter.start(directory, 20));
    }
    long highest = 0;
    for (Process process : processes) {
      try (BufferedReader out = process.inputReader()) {
        long before = 0;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          long version = Long.parseLong(line);
          assertTrue(version >= before, version + " after " + before);
          before = version;
        }
        highest = Math.max(highest, before);
      }
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }
    assertEquals(highest, StoreWriter.versionOf(open()));
    assertTrue(highest >= 20, "versions: " + highest);
  }
}
