package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A register on the disk, and what may happen to it there. */
class RegisterFileTest {
  private static final int PROCESSES = 20;
  private static final StatusReference FIRST = StatusReference.of(7, 1);

  @TempDir private Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("register");
  }

  /** One list published and changed, one published, one new. */
  private StatusRegister saved() throws Exception {
    StatusRegister register = StatusRegister.create(path, Environment.TEST);
    register.newList(7, 16);
    register.newList(8, 4);
    register.publish(NOW);
    register.newList(9, 4);
    register.set(FIRST, PassStatus.REVOKED);
    register.save();
    return register;
  }

  @Test
  void comesBackAsItWas() throws Exception {
    StatusRegister register = saved();
    StatusRegister opened = StatusRegister.open(path);
    assertEquals(Environment.TEST, opened.environment());
    assertEquals(register.lists(), opened.lists());
    for (int list : register.lists()) {
      assertEquals(register.entries(list), opened.entries(list));
      assertEquals(register.published(list), opened.published(list));
    }
    assertEquals(Optional.empty(), opened.published(9));
    assertEquals(register.publish(NOW).lists(), opened.publish(NOW).lists());
    opened.save();
    assertTrue(StatusRegister.open(path).published(9).isPresent());
  }

  @Test
  void filesOfOthersAreNotWrittenOver() throws Exception {
    StatusRegister register = saved();
    assertThrows(
        FileAlreadyExistsException.class, () -> StatusRegister.create(path, Environment.TEST));
    StatusRegister other = StatusRegister.open(path);
    other.set(StatusReference.of(7, 2), PassStatus.REVOKED);
    other.save();
    byte[] theirs = Files.readAllBytes(path);
    refused(PublishFault.REGISTER_CHANGED, register::save);
    assertArrayEquals(theirs, Files.readAllBytes(path));
    other.save();

    Files.delete(path);
    refused(PublishFault.REGISTER_CHANGED, other::save);
    assertThrows(NoSuchFileException.class, () -> StatusRegister.open(path));
  }

  @Test
  void onlyTheOwnerReadsIt() throws Exception {
    saved();
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
  }

  @Test
  void everyDamageIsSeen() throws Exception {
    saved();
    byte[] intact = Files.readAllBytes(path);
    for (int i = 0; i < intact.length; i++) {
      byte[] flipped = intact.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      damaged(flipped);
      damaged(Arrays.copyOf(intact, i));
    }
    damaged(Arrays.copyOf(intact, intact.length + 1));
    Files.write(path, intact);
    StatusRegister.open(path);
  }

  private void damaged(byte[] bytes) throws IOException {
    Files.write(path, bytes);
    refused(PublishFault.REGISTER_DAMAGED, () -> StatusRegister.open(path));
  }

  /** With a digest that fits: not damage, but a file that no register wrote. */
  @Test
  void strangeContentIsRefusedAsWell() throws Exception {
    StatusRegister register = saved();
    byte[] intact = Files.readAllBytes(path);
    byte[] content = Arrays.copyOf(intact, intact.length - 32);
    int opened = 0;
    for (int i = 0; i < content.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = content.clone();
        flipped[i] ^= (byte) (1 << bit);
        opened += opens(flipped) ? 1 : 0;
      }
      assertTrue(!opens(Arrays.copyOf(content, i)), "cut at " + i);
    }
    assertTrue(!opens(Arrays.copyOf(content, content.length + 1)));
    assertTrue(opens(content));
    // What remains is another register: other versions, times, numbers or statuses.
    assertTrue(opened < content.length * 4, "opened " + opened);
    assertEquals(3, register.lists().size());
  }

  /** Parts that are sound by themselves and do not belong together. */
  @Test
  void listsThatContradictThemselvesAreRefused() throws Exception {
    StatusListDocument small = list(Environment.TEST, 7, 4);
    RegisteredList seven = new RegisteredList(7, small, small.entries());
    List<List<RegisteredList>> contradictions =
        List.of(
            List.of(seven, seven),
            List.of(new RegisteredList(8, small, StatusEntries.ofBits(new byte[] {1}))),
            List.of(new RegisteredList(7, small, StatusEntries.allValid(8))),
            List.of(
                new RegisteredList(
                    7, list(Environment.PRODUCTION, 7, 4), StatusEntries.allValid(4))));
    Files.write(path, RegisterFile.encode(Environment.TEST, List.of(seven)));
    StatusRegister.open(path);
    for (List<RegisteredList> lists : contradictions) {
      damaged(RegisterFile.encode(Environment.TEST, lists));
    }
    List<RegisteredList> many = new ArrayList<>();
    for (int number = 0; number < 1024; number++) {
      many.add(new RegisteredList(number, null, small.entries()));
    }
    Files.write(path, RegisterFile.encode(Environment.TEST, many));
    assertEquals(1024, StatusRegister.open(path).lists().size());
    many.add(new RegisteredList(1024, null, small.entries()));
    damaged(RegisterFile.encode(Environment.TEST, many));
  }

  private static StatusListDocument list(Environment environment, int number, int entries) {
    return StatusListDocument.of(environment, number, 1, NOW, StatusEntries.allValid(entries));
  }

  private boolean opens(byte[] content) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    byte[] bytes = Arrays.copyOf(content, content.length + digest.length);
    System.arraycopy(digest, 0, bytes, content.length, digest.length);
    Files.write(path, bytes);
    try {
      StatusRegister.open(path);
      return true;
    } catch (PublishException e) {
      assertEquals(PublishFault.REGISTER_DAMAGED, e.fault());
      return false;
    }
  }

  /** Each process revokes one pass after the other, saves each time, and says so. */
  @Test
  @Timeout(300)
  void aKilledProcessLeavesTheOldFileOrTheNew() throws Exception {
    StatusRegister register = StatusRegister.create(path, Environment.TEST);
    register.newList(7, 131_072);
    register.newList(8, 131_072);
    register.save();
    Random random = new Random();
    int least = 0;
    for (int i = 0; i < PROCESSES; i++) {
      int said = saveUntilKilled(5 + random.nextInt(40), random.nextInt(3_000_000));
      StatusRegister opened = StatusRegister.open(path);
      StatusEntries entries = opened.entries(7);
      int found = entries.count(PassStatus.REVOKED);
      assertTrue(found == said || found == said + 1, "said " + said + ", found " + found);
      assertTrue(found > least);
      for (int index = 0; index < found; index++) {
        assertEquals(PassStatus.REVOKED, entries.get(index));
      }
      assertEquals(entries, opened.entries(8));
      least = found;
    }
  }

  /** The number that the process said last. */
  private int saveUntilKilled(int lines, int nanos) throws Exception {
    Process process = SavingProcess.start(path);
    ProcessHandle handle = process.toHandle();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      String last = "";
      for (int i = 0; i < lines; i++) {
        last = output.readLine();
        assertTrue(last != null, "the process ended by itself");
      }
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertTrue(handle.destroyForcibly());
      // A line is written whole, with its end, or not at all.
      for (String line = last; line != null; line = output.readLine()) {
        last = line;
      }
      return Integer.parseInt(last);
    } finally {
      handle.destroyForcibly();
      process.waitFor();
    }
  }

  @Test
  @Timeout(300)
  void nothingThatWasSavedIsLostWhenManySave() throws Exception {
    StatusRegister register = StatusRegister.create(path, Environment.TEST);
    register.newList(7, 400);
    register.save();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 4; i++) {
      int first = 100 * i;
      Thread thread = new Thread(() -> revokeEach(first, 20, failures));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
    assertEquals(80, StatusRegister.open(path).entries(7).count(PassStatus.REVOKED));
  }

  private void revokeEach(int first, int count, List<Throwable> failures) {
    try {
      for (int i = first; i < first + count; ) {
        StatusRegister register = StatusRegister.open(path);
        register.set(StatusReference.of(7, i), PassStatus.REVOKED);
        try {
          register.save();
          i++;
        } catch (PublishException e) {
          assertEquals(PublishFault.REGISTER_CHANGED, e.fault());
        }
      }
    } catch (Exception | AssertionError e) {
      failures.add(e);
    }
  }
}
