package io.greenqr.verify;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.verify.internal.signature.SignatureBatch;
import java.util.Arrays;

/** Passes of which the signatures are checked together. One thread at a time. */
final class PassBatch {
  private final SignatureBatch signatures;
  private final Signed signed = new Signed();
  private final SignedPass[] passes = new SignedPass[SignatureBatch.CAPACITY];
  private final Snapshot.Key[] keys = new Snapshot.Key[SignatureBatch.CAPACITY];
  private final int[] places = new int[SignatureBatch.CAPACITY];
  private int count;

  PassBatch(SignatureBatch signatures) {
    this.signatures = signatures;
  }

  /** Adds a pass that stands at {@code place} among all. */
  void add(int place, SignedPass pass, Snapshot.Key key) {
    signed.read(pass);
    signatures.add(key.prepared(), signed.message(), signed.length(), signed.signature());
    passes[count] = pass;
    keys[count] = key;
    places[count] = place;
    count++;
  }

  boolean isFull() {
    return count == SignatureBatch.CAPACITY;
  }

  int count() {
    return count;
  }

  /** Whether each is signed, in the order of adding. */
  boolean[] decide() {
    return signatures.decide();
  }

  int place(int index) {
    return places[index];
  }

  SignedPass pass(int index) {
    return passes[index];
  }

  Snapshot.Key key(int index) {
    return keys[index];
  }

  /** Forgets the passes: what people carry must not stay in memory for the next. */
  void clear() {
    Arrays.fill(passes, 0, count, null);
    Arrays.fill(keys, 0, count, null);
    count = 0;
  }
}
