package io.greenqr.verify.internal.certlogic;

/** A text of the clock, moved by an amount of time. */
final class ClockShift {
  final TimeText clock;
  final Duration amount;

  ClockShift(TimeText clock, Duration amount) {
    this.clock = clock;
    this.amount = amount;
  }
}
