package io.greenqr.verify.internal.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Signatures that are checked together, of either algorithm and of any keys. Each verdict is what
 * {@link TabledKey#verifies} says. Scratch space; one thread at a time.
 */
public final class TabledBatch {
  /** Most signatures at a time. */
  public static final int CAPACITY = P256BatchVerification.MAX;

  private final P256BatchVerification p256 = new P256BatchVerification(P256Base.table());
  private final P256Key.Workspace hashing = new P256Key.Workspace();
  private final Ed25519Verification ed25519 = new Ed25519Verification();
  private final boolean[] verdicts = new boolean[CAPACITY];
  private int count;

  /** Signatures of P-256, and at which place each stands. */
  private final @Nullable P256Key[] keys = new P256Key[CAPACITY];

  private final P256Table[] tables = new P256Table[CAPACITY];
  private final byte[][] digests = new byte[CAPACITY][P256Key.DIGEST_LENGTH];
  private final byte[][] signatures = new byte[CAPACITY][64];
  private final int[] places = new int[CAPACITY];
  private int p256Count;

  /** Signatures that have been added. */
  public int count() {
    return count;
  }

  /**
   * Adds a signature.
   *
   * @param message begins with the message; may be overwritten afterwards, as the signature may
   * @param length bytes of the message
   * @param signature 64 bytes at its beginning
   */
  public void add(TabledKey key, byte[] message, int length, byte[] signature) {
    int place = count++;
    verdicts[place] = false;
    key.countUse();
    if (key instanceof Ed25519Key edwards) {
      ed25519.takeUp(place, Ed25519Base.table(), edwards.table(), message, length, signature);
    } else if (key instanceof P256Key weierstrass) {
      P256Table table = weierstrass.table();
      if (table == null) {
        verdicts[place] = key.verifies(message, length, signature);
        return;
      }
      keys[p256Count] = weierstrass;
      tables[p256Count] = table;
      hashing.hash(message, length, digests[p256Count]);
      System.arraycopy(signature, 0, signatures[p256Count], 0, 64);
      places[p256Count] = place;
      p256Count++;
    }
  }

  /**
   * Decides all that were added, and empties the batch.
   *
   * @return the verdicts in the order of adding, until the next one is added
   */
  public boolean[] decide() {
    ed25519.decide(verdicts);
    if (p256Count > 0) {
      decideP256();
    }
    p256Count = 0;
    count = 0;
    return verdicts;
  }

  private void decideP256() {
    Verdict[] found = p256.verify(P256Base.table(), tables, digests, signatures, p256Count);
    for (int i = 0; i < p256Count; i++) {
      P256Key key = keys[i];
      verdicts[places[i]] =
          found[i] == Verdict.EXCEPTIONAL
              ? key != null && key.isValid(digests[i], signatures[i])
              : found[i] == Verdict.VALID;
    }
    // Tables of keys that are no longer trusted must not outlast their memory here.
    Arrays.fill(keys, 0, p256Count, null);
    Arrays.fill(tables, 0, p256Count, null);
  }
}
