package io.greenqr.format;

/**
 * Whether tests try all cases of a large space: {@code -Dgreenqr.exhaustive=true}. By default they
 * leave out most of those whose first bytes decide alone, which takes seconds instead of a minute.
 */
public final class Exhaustive {
  private static final int SAMPLE = 61;

  private Exhaustive() {}

  /** The step through the endings of a beginning that decides alone, or does not. */
  public static int step(boolean beginningDecides) {
    return beginningDecides && !Boolean.getBoolean("greenqr.exhaustive") ? SAMPLE : 1;
  }
}
