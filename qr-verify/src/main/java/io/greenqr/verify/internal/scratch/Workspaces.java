package io.greenqr.verify.internal.scratch;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Scratch space that threads borrow, so that a check allocates nothing and memory does not grow
 * with the number of threads. Without locks: a thread begins at a place of its own, so that few
 * meet, and goes on to the next ones where that is empty; if all are, it makes a new one.
 *
 * <p>No {@link ThreadLocal}: that would keep a copy for every thread that ever checked a signature,
 * in pools and virtual threads as well.
 */
public final class Workspaces<T> {
  /** A power of two; more than the cores of most machines. What is beyond is thrown away. */
  private static final int PLACES = 64;

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
  private final Supplier<T> maker;

  /** Empty; {@code maker} makes what is not there to borrow. */
  public Workspaces(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Takes one. It comes back with {@link #giveBack}, unless something was thrown meanwhile: nobody
   * knows what state it is in then.
   */
  public T borrow() {
    int place = place();
    for (int i = 0; i < PLACES; i++) {
      int at = (place + i) % PLACES;
      // Looked at first: an exchange would take the place's memory away from other threads.
      T held = places.get(at) == null ? null : places.getAndSet(at, null);
      if (held != null) {
        return held;
      }
    }
    return maker.get();
  }

  /** Gives it back for the next. */
  public void giveBack(T workspace) {
    int place = place();
    for (int i = 0; i < PLACES; i++) {
      if (places.compareAndSet((place + i) % PLACES, null, workspace)) {
        return;
      }
    }
  }

  private static int place() {
    // Thread.getId is deprecated from 19 on, and its successor is not there before.
    int mixed = System.identityHashCode(Thread.currentThread()) * 0x9E3779B9;
    return mixed >>> 26;
  }
}
