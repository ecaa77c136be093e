package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;
import org.jspecify.annotations.Nullable;

/** What one evaluation knows: the data that paths begin at, and what it may still cost. */
final class Scope {
  /** Of the evaluation, or of the lambda of a reduction. */
  Value data;

  final @Nullable ClockTrace trace;
  private int steps = Limits.MAX_STEPS;

  Scope(Value data, @Nullable ClockTrace trace) {
    this.data = data;
    this.trace = trace;
  }

  /** Counts steps, of which there is a limit. */
  void charge(int count) {
    steps -= count;
    if (steps < 0) {
      throw new Fault(CertLogicFault.TOO_MANY_STEPS);
    }
  }

  /** Counts looking at every character of a text, which is free if it is short. */
  void charge(String text) {
    charge(text.length() / Limits.CHARS_PER_STEP);
  }
}
