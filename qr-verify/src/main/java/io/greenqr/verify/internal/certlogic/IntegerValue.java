package io.greenqr.verify.internal.certlogic;

/** An integer of 64 bits. */
public final class IntegerValue extends Value {
  private static final int LOWEST_CACHED = -1;
  private static final IntegerValue[] CACHE = cache();

  private final long value;

  private IntegerValue(long value) {
    this.value = value;
  }

  private static IntegerValue[] cache() {
    IntegerValue[] cache = new IntegerValue[258];
    for (int i = 0; i < cache.length; i++) {
      cache[i] = new IntegerValue(LOWEST_CACHED + i);
    }
    return cache;
  }

  /** An integer; small ones, such as table codes and doses, cost no memory. */
  public static IntegerValue of(long value) {
    long index = value - LOWEST_CACHED;
    return index >= 0 && index < CACHE.length ? CACHE[(int) index] : new IntegerValue(value);
  }

  /** The integer. */
  public long value() {
    return value;
  }

  @Override
  boolean isTruthy() {
    return value != 0;
  }

  @Override
  boolean isSame(Value other, Scope scope) {
    return other instanceof IntegerValue that && that.value == value;
  }

  @Override
  boolean isComparable() {
    return true;
  }
}
