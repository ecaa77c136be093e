package io.greenqr.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which of several inputs is next; each thread has its own. */
@State(Scope.Thread)
public class Turn {
  private int next;

  /** The next index under {@code count}. */
  public int next(int count) {
    int index = next;
    next = index + 1 == count ? 0 : index + 1;
    return index;
  }
}
