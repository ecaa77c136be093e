package io.greenqr.verify.internal.certlogic;

/** {@code null}, and whatever data do not have. */
public final class NullValue extends Value {
  /** The only one. */
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  boolean isTruthy() {
    return false;
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
