package io.greenqr.benchmarks.report;

import java.util.Locale;

/** How long a run measures. */
enum Length {
  /** Shows that everything works; its figures mean nothing. */
  TINY(1, 1, 50, 2, 50, 1, 1),
  /** Under ten minutes a JDK. */
  SHORT(2, 4, 400, 5, 200, 1, 9),
  /** For figures that are published. */
  FULL(5, 5, 1000, 5, 1000, 3, 31);

  final int rounds;
  final int warmups;
  final int warmupMillis;
  final int iterations;
  final int iterationMillis;
  final int opensslSeconds;
  final int processes;

  Length(
      int rounds,
      int warmups,
      int warmupMillis,
      int iterations,
      int iterationMillis,
      int opensslSeconds,
      int processes) {
    this.rounds = rounds;
    this.warmups = warmups;
    this.warmupMillis = warmupMillis;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.opensslSeconds = opensslSeconds;
    this.processes = processes;
  }

  String option() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }
}
