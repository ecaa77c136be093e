package io.greenqr.verify.internal.certlogic;

/** Values by name that are made when they are asked for. */
public abstract non-sealed class ObjectView extends Value {
  /** Of values that do not change. */
  protected ObjectView() {}

  /** The value of this name, or {@link NullValue#NULL}. Never null. */
  public abstract Value member(String name);

  /** Whether there is no member at all; it then counts as false. Most views have some. */
  public boolean isEmpty() {
    return false;
  }

  @Override
  final boolean isTruthy() {
    return !isEmpty();
  }
}
