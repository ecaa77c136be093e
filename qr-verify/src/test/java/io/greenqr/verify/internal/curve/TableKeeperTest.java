package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Who has which table when; with keys that only say what they were told to build. */
class TableKeeperTest {
  private static final TableSizes P256 = new P256Key(new byte[32], new byte[32]).sizes();
  private static final TableSizes ED25519 = new Ed25519Key(new byte[32]).sizes();
  private static final long ENOUGH = 64 << 20;

  /** Keys whose tables there are, whether or not they are still trusted. */
  private final List<FakeKey> made = new ArrayList<>();

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private long memory = Long.MAX_VALUE;
  private long most;
  private int basesWidened;
  private boolean buildsFail;

  private final class FakeKey extends TabledKey {
    private final TableSizes sizes;
    private int level = -1;
    private int builds;

    FakeKey(TableSizes sizes) {
      this.sizes = sizes;
      made.add(this);
    }

    @Override
    TableSizes sizes() {
      return sizes;
    }

    @Override
    int level() {
      return level;
    }

    @Override
    void build(int next) {
      if (buildsFail) {
        throw new IllegalStateException("wrong point");
      }
      level = next;
      builds++;
      most = Math.max(most, bytes());
    }

    @Override
    void widenBase() {
      basesWidened++;
    }

    @Override
    public boolean verifies(byte[] message, int length, byte[] signature) {
      countUse();
      return false;
    }

    FakeKey use(int times) {
      for (int i = 0; i < times; i++) {
        verifies(new byte[0], 0, new byte[64]);
      }
      return this;
    }
  }

  private long bytes() {
    long sum = 0;
    for (FakeKey key : made) {
      sum += key.level < 0 ? 0 : key.sizes.bytes(key.level);
    }
    return sum;
  }

  private List<TabledKey> keys(TableSizes sizes, int count) {
    List<TabledKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(new FakeKey(sizes));
    }
    return keys;
  }

  private FakeKey key(List<TabledKey> keys, int index) {
    return (FakeKey) keys.get(index);
  }

  private TableKeeper keeper(long bytes, Executor executor) {
    memory = bytes;
    return new TableKeeper(bytes, executor);
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private static int[] levels(List<TabledKey> keys) {
    return keys.stream().mapToInt(TabledKey::level).toArray();
  }

  @Test
  void everyKeyHasASmallTableBeforeItIsUsedAndNothingIsLeftToBeDone() {
    List<TabledKey> keys = keys(P256, 3);
    keys.addAll(keys(ED25519, 2));
    keeper(ENOUGH, tasks::add).keep(keys);
    keys.forEach(key -> assertEquals(TableKeeper.SMALL, key.level()));
    assertTrue(tasks.isEmpty());
    assertEquals(0, basesWidened);
  }

  @Test
  void withoutMemoryForAllOfThemSomeHaveTheSmallest() {
    List<TabledKey> keys = keys(P256, 3);
    keeper(3 * P256.bytes(0) + 2 * (P256.bytes(1) - P256.bytes(0)), tasks::add).keep(keys);
    assertArrayEquals(new int[] {1, 1, 0}, levels(keys));
    assertTrue(most <= memory);
  }

  @Test
  void afterSixteenUsesAKeyIsGivenALargerTableByTheExecutorAndNotByWhoUsedIt() {
    List<TabledKey> keys = keys(P256, 2);
    keeper(ENOUGH, tasks::add).keep(keys);
    key(keys, 0).use(15);
    assertTrue(tasks.isEmpty());
    key(keys, 0).use(1);
    assertEquals(1, tasks.size());
    assertEquals(TableKeeper.SMALL, key(keys, 0).level);
    runTasks();
    assertEquals(2, key(keys, 0).level);
    assertEquals(TableKeeper.SMALL, key(keys, 1).level);
    key(keys, 0).use(48);
    assertEquals(2, key(keys, 0).level);
    runTasks();
    assertEquals(3, key(keys, 0).level);
    key(keys, 0).use(2_048 - 64);
    runTasks();
    assertEquals(4, key(keys, 0).level);
  }

  @Test
  void tasksAreAskedForOneAtATimeAndEverMoreRarely() {
    List<TabledKey> keys = keys(P256, 2);
    keeper(ENOUGH, tasks::add).keep(keys);
    key(keys, 0).use(1 << 10);
    key(keys, 1).use(1 << 10);
    assertEquals(1, tasks.size());
    int asked = 0;
    for (int i = 0; i < 1 << 16; i++) {
      key(keys, 0).use(1);
      asked += tasks.size();
      runTasks();
    }
    // What waited, and at 2^11 to 2^16.
    assertEquals(1 + 6, asked);
    // The small one, that for 1,024 uses, and that for 2,048.
    assertEquals(3, key(keys, 0).builds);
  }

  @Test
  void baseTablesAreWidenedOnceAllKeysTogetherAreUsedEnough() {
    for (long bytes : new long[] {0, 1}) {
      List<TabledKey> keys = keys(ED25519, 3);
      keeper(bytes, Runnable::run).keep(keys);
      key(keys, 0).use(512);
      key(keys, 1).use(511);
      assertEquals(0, basesWidened);
      // Looked over at 512: 1,024 of all, of which the third key has none.
      key(keys, 1).use(1);
      assertEquals(bytes == 0 ? 0 : 2, basesWidened);
    }
  }

  @Test
  void whenMoreKeysComeThoseThatAreUsedLessMakeRoom() {
    List<TabledKey> keys = keys(P256, 2);
    TableKeeper keeper = keeper(1 << 20, Runnable::run);
    keeper.keep(keys);
    key(keys, 0).use(3_000);
    assertEquals(4, key(keys, 0).level);
    key(keys, 1).use(100);
    keys.addAll(keys(P256, 100));
    keeper.keep(keys);
    assertTrue(most <= memory, most + " of " + memory);
    // One stays ahead of the other, and both of those that nobody used.
    assertTrue(key(keys, 0).level >= key(keys, 1).level);
    assertEquals(TableKeeper.SMALL, key(keys, 50).level);
  }

  @Test
  void keysThatLeaveGiveTheirMemoryToThoseThatStay() {
    List<TabledKey> keys = keys(P256, 2);
    TableKeeper keeper = keeper(900 << 10, Runnable::run);
    keeper.keep(keys);
    key(keys, 0).use(8_192);
    key(keys, 1).use(4_096);
    assertEquals(3, key(keys, 1).level);
    keeper.keep(keys.subList(1, 2));
    made.remove(0);
    key(keys, 1).use(2_048);
    assertEquals(4, key(keys, 1).level);
    assertTrue(bytes() <= memory);
  }

  @Test
  void aKeyThatIsNoLongerSeenMakesRoomAfterSomeReplacements() {
    List<TabledKey> keys = keys(P256, 2);
    TableKeeper keeper = keeper(ENOUGH, Runnable::run);
    keeper.keep(keys);
    key(keys, 0).use(1_000);
    for (int i = 0; i < 7; i++) {
      keeper.keep(keys);
    }
    assertEquals(TableKeeper.SMALL, key(keys, 0).level);
  }

  @Test
  void anExecutorThatRefusesIsAskedAgainAndThrowsNothingAtAScan() {
    for (RuntimeException refusal :
        List.of(new RejectedExecutionException("shut down"), new IllegalStateException("no"))) {
      List<RuntimeException> refusals = new ArrayList<>(Collections.nCopies(2, refusal));
      List<TabledKey> keys = keys(P256, 1);
      Executor executor =
          task -> {
            if (!refusals.isEmpty()) {
              throw refusals.remove(0);
            }
            task.run();
          };
      keeper(ENOUGH, executor).keep(keys);
      key(keys, 0).use(63);
      assertTrue(refusals.isEmpty());
      assertEquals(TableKeeper.SMALL, key(keys, 0).level);
      key(keys, 0).use(1);
      assertEquals(3, key(keys, 0).level);
    }
  }

  @Test
  void aTableThatFailsItsCheckIsNoMatterOfAScanAndIsTriedAgain() {
    List<TabledKey> keys = keys(ED25519, 1);
    keeper(ENOUGH, Runnable::run).keep(keys);
    buildsFail = true;
    key(keys, 0).use(16);
    assertEquals(TableKeeper.SMALL, key(keys, 0).level);
    buildsFail = false;
    key(keys, 0).use(16);
    assertEquals(2, key(keys, 0).level);
  }

  @Test
  void keysThatCannotBeTakenLeaveThoseBefore() {
    List<TabledKey> keys = keys(P256, 1);
    TableKeeper keeper = keeper(ENOUGH, Runnable::run);
    keeper.keep(keys);
    buildsFail = true;
    List<TabledKey> others = keys(P256, 1);
    assertThrows(IllegalStateException.class, () -> keeper.keep(others));
    buildsFail = false;
    key(keys, 0).use(16);
    assertEquals(2, key(keys, 0).level);
  }

  /** Keys come, are used and go at random; tables that are replaced are gone at once. */
  @Test
  void tablesNeverTakeMoreThanTheMemory() {
    Random random = new Random(4);
    for (long bytes : new long[] {100_000, 1 << 20, 5 << 20}) {
      made.clear();
      most = 0;
      TableKeeper keeper = keeper(bytes, Runnable::run);
      List<TabledKey> keys = new ArrayList<>();
      for (int step = 0; step < 2_000; step++) {
        int change = random.nextInt(20);
        if (change == 0 && keys.size() < 100) {
          keys.addAll(keys(random.nextBoolean() ? P256 : ED25519, 1 + random.nextInt(5)));
          keeper.keep(keys);
        } else if (change == 1 && !keys.isEmpty()) {
          made.remove(keys.remove(random.nextInt(keys.size())));
          keeper.keep(keys);
        } else if (!keys.isEmpty()) {
          key(keys, random.nextInt(keys.size())).use(random.nextInt(400));
        }
        long least = 0;
        for (FakeKey key : made) {
          least += key.sizes.bytes(0);
        }
        assertTrue(bytes() <= Math.max(bytes, least), "step " + step);
      }
      assertTrue(most <= bytes, most + " of " + bytes);
      assertTrue(most > bytes / 2, most + " of " + bytes);
    }
  }
}
