package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.internal.signature.SignatureBatch;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Keys of both algorithms with tables of all shapes, alone and together. */
class TabledBatchTest {
  private static final byte[] MESSAGE = {1, 2, 3};

  private final Random random = new Random(3);
  private final List<TestIssuer> issuers = new ArrayList<>();
  private final List<TabledKey> keys = new ArrayList<>();

  private static P256Key p256(TestIssuer issuer) {
    return new P256Key(issuer.key().x(), issuer.key().y());
  }

  /** Each shape twice, and a key of P-256 without a table. */
  private void addKeys() {
    for (int secret = 1; secret <= 10; secret++) {
      TestIssuer issuer = TestIssuer.p256(secret);
      add(issuer, p256(issuer), secret % 5);
    }
    for (int secret = 1; secret <= 6; secret++) {
      TestIssuer issuer = TestIssuer.ed25519(secret);
      add(issuer, new Ed25519Key(issuer.key().x()), secret % 3);
    }
    TestIssuer issuer = TestIssuer.p256(11);
    add(issuer, p256(issuer), -1);
  }

  private void add(TestIssuer issuer, TabledKey key, int level) {
    if (level >= 0) {
      key.build(level);
    }
    assertEquals(level, key.level());
    issuers.add(issuer);
    keys.add(key);
  }

  @Test
  void theCapacityIsThatOfTheInterfaceAndOfBothAlgorithms() {
    assertEquals(SignatureBatch.CAPACITY, TabledBatch.CAPACITY);
    assertEquals(SignatureBatch.CAPACITY, P256BatchVerification.MAX);
    assertEquals(SignatureBatch.CAPACITY, Ed25519Verification.BATCH);
  }

  @Test
  void eachVerdictIsThatOfTheKeyAloneForEveryNumberOfSignatures() {
    addKeys();
    TabledBatch batch = new TabledBatch();
    byte[] message = new byte[300];
    for (int count = 0; count <= TabledBatch.CAPACITY; count++) {
      boolean[] expected = new boolean[count];
      for (int i = 0; i < count; i++) {
        int at = random.nextInt(keys.size());
        int length = random.nextInt(message.length);
        random.nextBytes(message);
        byte[] signature = issuers.get(at).signature(Arrays.copyOf(message, length));
        expected[i] = random.nextBoolean();
        if (!expected[i]) {
          signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
        }
        assertEquals(expected[i], keys.get(at).verifies(message, length, signature));
        batch.add(keys.get(at), message, length, signature);
        // Both may be overwritten afterwards.
        Arrays.fill(signature, (byte) 0);
        Arrays.fill(message, (byte) 0);
      }
      assertEquals(count, batch.count());
      assertEquals(
          Arrays.toString(expected), Arrays.toString(Arrays.copyOf(batch.decide(), count)));
      assertEquals(0, batch.count());
    }
  }

  /** Of a whole batch, so that no place keeps what an earlier one said. */
  @Test
  void aVerdictDoesNotStayForTheNextBatch() {
    addKeys();
    TabledBatch batch = new TabledBatch();
    for (boolean valid : new boolean[] {true, false, true}) {
      for (int i = 0; i < TabledBatch.CAPACITY; i++) {
        int at = i % keys.size();
        byte[] signature = valid ? issuers.get(at).signature(MESSAGE) : new byte[64];
        batch.add(keys.get(at), MESSAGE, MESSAGE.length, signature);
      }
      for (boolean verdict : batch.decide()) {
        assertEquals(valid, verdict);
      }
    }
  }

  /** A point off the curve makes the check of a table fail, as a machine in error would. */
  @Test
  void aTableThatFailsItsCheckIsNotUsed() {
    TestIssuer issuer = TestIssuer.p256(5);
    byte[] y = issuer.key().y();
    y[31] ^= 1;
    P256Key key = new P256Key(issuer.key().x(), y);
    for (int level = 0; level < key.sizes().levels(); level++) {
      key.build(level);
      assertNull(key.table());
      assertEquals(-1, key.level());
    }
  }

  @Test
  void withoutATableBouncyCastleDecides() {
    TestIssuer issuer = TestIssuer.p256(5);
    P256Key key = p256(issuer);
    TabledBatch batch = new TabledBatch();
    byte[] good = issuer.signature(MESSAGE);
    byte[] bad = good.clone();
    bad[40] ^= 1;
    byte[] outOfRange = new byte[64];
    Arrays.fill(outOfRange, (byte) -1);
    for (byte[] signature : List.of(good, bad, new byte[64], outOfRange)) {
      assertEquals(signature == good, key.verifies(MESSAGE, MESSAGE.length, signature));
      batch.add(key, MESSAGE, MESSAGE.length, signature);
    }
    assertNull(key.table());
    boolean[] verdicts = batch.decide();
    assertTrue(verdicts[0]);
    assertFalse(verdicts[1] || verdicts[2] || verdicts[3]);
  }

  /** Otherwise tables of keys that are no longer trusted would take memory beyond what was set. */
  @Test
  void noTableIsHeldOnToOnceADecisionIsMade() {
    TestIssuer issuer = TestIssuer.p256(7);
    TabledBatch batch = new TabledBatch();
    byte[] signature = issuer.signature(MESSAGE);
    WeakReference<P256Table> table = useOnce(p256(issuer), batch, signature);
    for (int i = 0; i < 100 && table.get() != null; i++) {
      System.gc();
    }
    assertNull(table.get());
    assertEquals(0, batch.count());
  }

  private static WeakReference<P256Table> useOnce(P256Key key, TabledBatch batch, byte[] good) {
    key.build(4);
    assertTrue(key.verifies(MESSAGE, MESSAGE.length, good));
    batch.add(key, MESSAGE, MESSAGE.length, good);
    assertTrue(batch.decide()[0]);
    return new WeakReference<>(assertNotNullTable(key));
  }

  private static P256Table assertNotNullTable(P256Key key) {
    P256Table table = key.table();
    assertNotNull(table);
    return table;
  }
}
