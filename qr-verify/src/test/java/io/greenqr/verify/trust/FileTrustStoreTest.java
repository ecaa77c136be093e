package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.TrustVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One value in a file, replaced whole. */
class FileTrustStoreTest {
  @TempDir Path directory;

  private static byte[] bundle(long version) {
    return TestBundle.of(TestScheme.list(1, version)).bytes();
  }

  private TrustSync open() throws Exception {
    return TrustSync.open(TestScheme.anchor(), FileTrustStore.in(directory));
  }

  private Path file() {
    return directory.resolve("trust.gqh");
  }

  @Test
  void aValueIsReplacedOnlyInPlaceOfTheOneExpected() throws Exception {
    Path deep = directory.resolve("a/b");
    TrustStore store = FileTrustStore.in(deep);
    assertNull(store.load());
    byte[] first = {1, 2, 3};
    byte[] second = new byte[100_000];
    assertFalse(store.replace(second, first));
    assertNull(store.load());
    assertTrue(store.replace(null, first));
    assertArrayEquals(first, store.load());
    assertFalse(store.replace(null, second));
    assertFalse(store.replace(new byte[] {1, 2}, second));
    assertTrue(store.replace(first, second));
    assertArrayEquals(second, FileTrustStore.in(deep).load());
    assertTrue(store.replace(second, first), "a shorter one leaves nothing of the longer");
    assertArrayEquals(first, store.load());
    assertEquals("FileTrustStore[" + deep + "]", store.toString());
  }

  @Test
  void whatIsHeldIsThereAfterARestart() throws Exception {
    assertEquals("UPDATED", open().apply(bundle(3)).code());
    TrustSync restarted = open();
    assertEquals(3, StoreWriter.versionOf(restarted));
    assertEquals("LIST_ROLLBACK", restarted.apply(bundle(2)).code());
    assertEquals("UNCHANGED", restarted.apply(bundle(3)).code());
  }

  /** What a crash leaves of a new value: any bytes, or the whole of an older one. */
  @Test
  void theLeftoversOfACrashAreNeverRead() throws Exception {
    open().apply(bundle(2));
    byte[] older = Files.readAllBytes(file());
    open().apply(bundle(3));
    Path fresh = directory.resolve("trust.gqh.new");
    for (byte[] left : List.of(new byte[0], Arrays.copyOf(older, 100), older)) {
      Files.write(fresh, left);
      assertEquals(3, StoreWriter.versionOf(open()));
    }
    assertEquals("UPDATED", open().apply(bundle(4)).code());
    assertFalse(Files.exists(fresh));
  }

  @Test
  void aStateThatCannotBeStoredIsNotUsed() throws Exception {
    TrustSync sync = open();
    assertEquals("UPDATED", sync.apply(bundle(1)).code());
    TrustList held = sync.trust();
    byte[] stored = Files.readAllBytes(file());
    // A directory in the place of the file to be written: it cannot be opened, by no user.
    Files.createDirectory(directory.resolve("trust.gqh.new"));
    assertEquals("STORE_FAILED", sync.apply(bundle(2)).code());
    assertSame(held, sync.trust());
    assertArrayEquals(stored, Files.readAllBytes(file()));
    Files.delete(directory.resolve("trust.gqh.new"));
    assertEquals("UPDATED", sync.apply(bundle(2)).code());
  }

  @Test
  void aDirectoryThatIsGoneFailsTheUpdate() throws Exception {
    TrustSync sync = TrustSync.open(TestScheme.anchor(), FileTrustStore.in(directory.resolve("x")));
    Files.delete(directory.resolve("x"));
    assertEquals("STORE_FAILED", sync.apply(bundle(1)).code());
    assertEquals(TrustFreshness.MISSING, sync.trust().freshnessAt(TestScheme.NOW));
    Files.write(directory.resolve("f"), new byte[1]);
    assertThrows(IOException.class, () -> FileTrustStore.in(directory.resolve("f/x")));
  }

  /** A store that never lets anything in must not hold up the device for ever. */
  @Test
  @Timeout(60)
  void aStoreThatIsAlwaysBehindFailsTheUpdate() throws Exception {
    StoreWithFaults store = new StoreWithFaults(TrustStore.inMemory());
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("UPDATED", sync.apply(bundle(1)).code());
    store.alwaysBehind = true;
    assertEquals("STORE_FAILED", sync.apply(bundle(2)).code());
    store.alwaysBehind = false;
    assertEquals("UPDATED", sync.apply(bundle(2)).code());
  }

  /**
   * The disk failed behind the rename: the new value is stored, and taken up by the next update.
   */
  @Test
  void aFailureBehindTheReplacementLeadsForward() throws Exception {
    StoreWithFaults store = new StoreWithFaults(TrustStore.inMemory());
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    sync.apply(bundle(1));
    store.failingAfterwards = true;
    assertEquals("STORE_FAILED", sync.apply(bundle(3)).code());
    assertEquals(1, StoreWriter.versionOf(sync));
    store.failingAfterwards = false;
    assertEquals("LIST_ROLLBACK", sync.apply(bundle(2)).code());
    assertEquals(3, StoreWriter.versionOf(sync));
  }

  @Test
  void aFileThatIsNoStateIsAnErrorAndNoNewBeginning() throws Exception {
    open().apply(bundle(3));
    Files.delete(file());
    Files.createDirectory(file());
    assertDamaged();
    Files.delete(file());
    Files.write(file(), new byte[0]);
    assertDamaged();
    try (var sparse = new RandomAccessFile(file().toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertDamaged();
  }

  private void assertDamaged() {
    TrustException refused = assertThrows(TrustException.class, this::open);
    assertEquals(TrustFault.STORE_DAMAGED, refused.fault());
  }

  /** Somebody empties the directory, or sets it back, under a verifier that runs. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRunningVerifierDoesNotGoBackWithItsStore(boolean empty) throws Exception {
    TrustSync sync = open();
    sync.apply(bundle(1));
    byte[] old = Files.readAllBytes(file());
    SignedDocument second = TestScheme.root(2);
    TestBundle rotated = TestBundle.of(TestScheme.list(2, 3));
    sync.apply(rotated.roots(TestScheme.root(1), second).bytes());
    if (empty) {
      Files.delete(file());
    } else {
      Files.write(file(), old);
    }
    FreshnessCard card = TestScheme.card(rotated.list(), TestScheme.NOW, TestScheme.EXPIRES);
    assertEquals("REFRESHED", sync.refresh(TestScheme.text(card), TestScheme.NOW).code());
    assertEquals(TrustVersion.of(2, 3), sync.trust().version().orElseThrow());
    assertEquals("ROOT_ROLLBACK", sync.apply(bundle(2)).code());
    assertEquals(TrustVersion.of(2, 3), open().trust().version().orElseThrow());
  }

  @Test
  @Timeout(60)
  void threadsWithAVerifierEachOnOneDirectoryOnlyGoForward() throws Exception {
    int versions = 60;
    List<byte[]> bundles = new ArrayList<>();
    for (int version = 1; version <= versions; version++) {
      bundles.add(bundle(version));
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      TrustSync sync = open();
      tasks.add(
          () -> {
            long before = 0;
            for (byte[] bundle : bundles) {
              sync.apply(bundle);
              long version = StoreWriter.versionOf(sync);
              long stored = StoreWriter.versionOf(open());
              assertTrue(version >= before && stored >= version, before + " " + version);
              before = version;
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(tasks, 50, TimeUnit.SECONDS)) {
      done.get();
    }
    threads.shutdown();
    assertEquals(versions, StoreWriter.versionOf(open()));
  }
}
