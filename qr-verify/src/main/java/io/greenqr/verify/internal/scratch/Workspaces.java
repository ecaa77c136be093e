package io.greenqr.verify.internal.scratch;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Scratch space that threads borrow, so that a check allocates nothing and memory does not grow
 * with the number of threads. Without locks: a thread whose place is empty makes a new one.
 *
 * <p>No {@link ThreadLocal}: that would keep a copy for every thread that ever checked a signature,
 * in pools and virtual threads as well.
 */
public final class Workspaces<T> {
  /** A power of two; more than the cores of most machines, so that few threads share a place. */
  private static final int PLACES = 64;

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
  private final Supplier<T> maker;

  /** Empty; {@code maker} makes what is not there to borrow. */
  public Workspaces(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Takes one, which must come back with {@link #giveBack}. */
  public T borrow() {
    T held = places.getAndSet(place(), null);
    return held == null ? maker.get() : held;
  }

  /** Gives it back for the next. */
  public void giveBack(T workspace) {
    places.lazySet(place(), workspace);
  }

  private static int place() {
    // Thread.getId is deprecated from 19 on, and its successor is not there before.
    int mixed = System.identityHashCode(Thread.currentThread()) * 0x9E3779B9;
    return mixed >>> 26;
  }
}
