package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random work on a register, beside the simplest thing that does the same: arrays of statuses. */
class StatusRegisterModelTest {
  private static final int STEPS = 1500;
  private static final int SIZE = 24;

  @TempDir private Path directory;

  private final Map<Integer, PassStatus[]> model = new TreeMap<>();
  private final Map<Integer, PassStatus[]> published = new HashMap<>();
  private final Map<Integer, List<StatusListDocument>> history = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void doesWhatTheModelDoes(long seed) throws Exception {
    Random random = new Random(seed);
    Path path = directory.resolve("register");
    StatusRegister register = StatusRegister.create(path, Environment.TEST);
    for (int step = 0; step < STEPS; step++) {
      int list = random.nextInt(5);
      switch (random.nextInt(12)) {
        case 0 -> newList(register, list);
        case 1 -> publish(register);
        case 2 -> deltas(register, random);
        case 3 -> {
          register.save();
          register = StatusRegister.open(path);
        }
        case 4, 5 -> {
          int first = random.nextInt(SIZE + 2);
          int last = random.nextInt(SIZE + 2);
          PassStatus status = status(random);
          List<StatusReference> range = new ArrayList<>();
          for (int i = first; i <= last; i++) {
            range.add(StatusReference.of(list, i));
          }
          StatusRegister changed = register;
          boolean changes = !range.isEmpty() && apply(range, status);
          assertEquals(changes, done(() -> changed.setRange(list, first, last, status)));
        }
        default -> {
          List<StatusReference> batch = new ArrayList<>();
          for (int i = random.nextInt(5); i >= 0; i--) {
            batch.add(StatusReference.of(random.nextInt(5), random.nextInt(SIZE + 1)));
          }
          PassStatus status = status(random);
          StatusRegister changed = register;
          assertEquals(apply(batch, status), done(() -> changed.setAll(batch, status)));
        }
      }
      compare(register);
    }
  }

  private static PassStatus status(Random random) {
    // Few are revoked, or soon all are, and nothing changes any more.
    return PassStatus.ofCode(random.nextInt(40) == 0 ? 1 : new int[] {0, 2, 3}[random.nextInt(3)]);
  }

  private interface Action {
    void run() throws PublishException;
  }

  private static boolean done(Action action) {
    try {
      action.run();
      return true;
    } catch (PublishException e) {
      return false;
    }
  }

  /** Whether all may change, in which case they do. */
  private boolean apply(List<StatusReference> passes, PassStatus status) {
    for (StatusReference pass : passes) {
      PassStatus[] entries = model.get(pass.list());
      if (entries == null
          || pass.index() >= SIZE
          || (entries[pass.index()] == PassStatus.REVOKED && status != PassStatus.REVOKED)) {
        return false;
      }
    }
    passes.forEach(pass -> model.get(pass.list())[pass.index()] = status);
    return true;
  }

  private void newList(StatusRegister register, int list) {
    boolean absent = !model.containsKey(list);
    assertEquals(absent, done(() -> register.newList(list, SIZE)));
    if (absent) {
      PassStatus[] entries = new PassStatus[SIZE];
      Arrays.fill(entries, PassStatus.VALID);
      model.put(list, entries);
    }
  }

  private void publish(StatusRegister register) throws Exception {
    List<Integer> changed = new ArrayList<>();
    model.forEach(
        (list, entries) -> {
          if (!Arrays.equals(entries, published.get(list))) {
            changed.add(list);
          }
        });
    StatusPublication publication = register.publish(NOW);
    assertEquals(changed, publication.lists().stream().map(StatusListDocument::list).toList());
    for (StatusListDocument document : publication.lists()) {
      List<StatusListDocument> versions =
          history.computeIfAbsent(document.list(), list -> new ArrayList<>());
      versions.add(document);
      assertEquals(versions.size(), document.version());
      published.put(document.list(), model.get(document.list()).clone());
    }
  }

  /** From a random version of each list, whatever it was, to the newest. */
  private void deltas(StatusRegister register, Random random) throws Exception {
    Map<Integer, StatusEntries> held = new HashMap<>();
    List<StatusListDocument> earlier = new ArrayList<>();
    history.forEach(
        (list, versions) -> {
          earlier.add(versions.get(random.nextInt(versions.size())));
          held.put(list, earlier.get(earlier.size() - 1).entries());
        });
    for (StatusDelta delta : register.deltasFrom(earlier, NOW)) {
      StatusDelta read = StatusDelta.decode(delta.encode());
      for (ListChanges changes : read.lists()) {
        held.put(changes.list(), changes.apply(held.get(changes.list())).orElseThrow());
      }
    }
    held.forEach((list, entries) -> assertSame(published.get(list), entries));
  }

  private void compare(StatusRegister register) throws Exception {
    assertEquals(model.keySet(), register.lists());
    for (Map.Entry<Integer, PassStatus[]> list : model.entrySet()) {
      assertSame(list.getValue(), register.entries(list.getKey()));
    }
  }

  private static void assertSame(PassStatus[] expected, StatusEntries actual) {
    PassStatus[] statuses = new PassStatus[actual.size()];
    Arrays.setAll(statuses, actual::get);
    assertEquals(List.of(expected), List.of(statuses));
  }
}
