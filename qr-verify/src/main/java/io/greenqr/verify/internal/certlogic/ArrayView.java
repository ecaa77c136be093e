package io.greenqr.verify.internal.certlogic;

/** A list of values that are made when they are asked for. */
public abstract non-sealed class ArrayView extends Value {
  /** Of values that do not change. */
  protected ArrayView() {}

  /** How many there are. */
  public abstract int size();

  /**
   * The value at an index of 0 to {@link #size()} - 1; other indexes are not asked for. Never null.
   */
  public abstract Value at(int index);

  @Override
  final boolean isTruthy() {
    return size() > 0;
  }
}
