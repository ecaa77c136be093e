package io.greenqr.verify.internal.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkspacesTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Workspaces<AtomicBoolean> workspaces =
      new Workspaces<>(
          () -> {
            made.incrementAndGet();
            return new AtomicBoolean();
          });

  private Set<AtomicBoolean> borrow(int count) {
    Set<AtomicBoolean> borrowed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < count; i++) {
      borrowed.add(workspaces.borrow());
    }
    return borrowed;
  }

  /** Two that begin at the same place must not take it from each other for ever. */
  @Test
  void asManyAsAreOutAtOnceAreMadeOnce() {
    for (int count : new int[] {1, 2, 3, 63, 64}) {
      for (int round = 0; round < 3; round++) {
        Set<AtomicBoolean> borrowed = borrow(count);
        assertEquals(count, borrowed.size());
        assertEquals(count, made.get());
        borrowed.forEach(workspaces::giveBack);
      }
    }
  }

  @Test
  void whatIsBeyondThePlacesIsThrownAway() {
    borrow(70).forEach(workspaces::giveBack);
    assertEquals(70, made.get());
    Set<AtomicBoolean> again = borrow(64);
    assertEquals(70, made.get());
    assertEquals(6, borrow(6).size());
    assertEquals(76, made.get());
    assertEquals(64, again.size());
  }

  @Test
  void whatDidNotComeBackIsMadeAnew() {
    AtomicBoolean lost = workspaces.borrow();
    AtomicBoolean next = workspaces.borrow();
    assertTrue(lost != next);
    workspaces.giveBack(next);
    assertEquals(Set.of(next), new HashSet<>(borrow(1)));
    assertEquals(2, made.get());
  }

  @Test
  @Timeout(60)
  void noTwoThreadsHaveTheSameAtATime() throws Exception {
    int count = 8;
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<Integer>> running = new ArrayList<>();
    for (int thread = 0; thread < count; thread++) {
      running.add(
          threads.submit(
              () -> {
                int met = 0;
                for (int i = 0; i < 20_000; i++) {
                  AtomicBoolean workspace = workspaces.borrow();
                  met += workspace.compareAndSet(false, true) ? 0 : 1;
                  workspace.set(false);
                  workspaces.giveBack(workspace);
                }
                return met;
              }));
    }
    for (Future<Integer> thread : running) {
      assertEquals(0, thread.get(50, TimeUnit.SECONDS));
    }
    threads.shutdown();
  }
}
