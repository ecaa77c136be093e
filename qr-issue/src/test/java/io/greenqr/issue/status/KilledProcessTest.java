package io.greenqr.issue.status;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.StatusReference;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they allocate, one after the other in one directory. */
class KilledProcessTest {
  private static final int PROCESSES = 25;

  @TempDir private Path directory;

  @Test
  @Timeout(300)
  void neverHandsOutWhatAKilledProcessHad() throws Exception {
    Random random = new Random();
    Set<StatusReference> handedOut = new HashSet<>();
    int lists = 0;
    for (int i = 0; i < PROCESSES; i++) {
      for (String line : linesUntilKilled(random.nextInt(400))) {
        String[] parts = line.split("/", -1);
        StatusReference reference =
            StatusReference.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        Allocators.addNew(handedOut, List.of(reference));
        lists = Math.max(lists, reference.list());
      }
    }
    assertTrue(lists > 10, "only " + lists + " lists were filled");
  }

  private List<String> linesUntilKilled(int count) throws Exception {
    Process process = AllocatingProcess.start(directory, 128, Integer.MAX_VALUE);
    // Not destroyForcibly() of the process itself, which drops what it had printed.
    ProcessHandle handle = process.toHandle();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (InputStream output = process.getInputStream()) {
      for (int lines = 0; lines < count; ) {
        int next = output.read();
        assertTrue(next >= 0, "the process ended by itself");
        printed.write(next);
        lines += next == '\n' ? 1 : 0;
      }
      assertTrue(handle.destroyForcibly());
      output.transferTo(printed);
    } finally {
      handle.destroyForcibly();
      process.waitFor();
    }
    String text = printed.toString(StandardCharsets.US_ASCII);
    // A line without its end may be a part of another number.
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
