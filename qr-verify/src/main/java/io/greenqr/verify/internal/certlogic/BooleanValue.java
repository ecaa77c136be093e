package io.greenqr.verify.internal.certlogic;

/** {@code true} or {@code false}. */
public final class BooleanValue extends Value {
  /** {@code true}. */
  public static final BooleanValue TRUE = new BooleanValue();

  /** {@code false}. */
  public static final BooleanValue FALSE = new BooleanValue();

  private BooleanValue() {}

  /** One of the two. */
  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  boolean isTruthy() {
    return this == TRUE;
  }

  @Override
  boolean isSame(Value other, Scope scope) {
    return other == this;
  }

  @Override
  boolean isComparable() {
    return true;
  }
}
