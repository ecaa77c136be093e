package io.greenqr.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The samples of one case on one JDK; or why there are none. */
final class Measurement {
  private final List<Double> cpuNanos = new ArrayList<>();
  private final List<Double> wallNanos = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();
  private String failure = "";

  /** One iteration: per operation and thread. */
  void add(double cpu, double wall, double allocated) {
    cpuNanos.add(cpu);
    wallNanos.add(wall);
    bytes.add(allocated);
  }

  void fail(String reason) {
    failure = reason;
  }

  /** Why it could not be measured; empty if nothing went wrong. */
  String failure() {
    return failure;
  }

  /** Nanoseconds of processor time an operation. */
  Optional<Estimate> cpu() {
    return estimate(cpuNanos);
  }

  /** Nanoseconds of wall-clock time an operation takes its thread. */
  Optional<Estimate> wall() {
    return estimate(wallNanos);
  }

  /** Bytes allocated by an operation. */
  Optional<Estimate> bytes() {
    return estimate(bytes);
  }

  private static Optional<Estimate> estimate(List<Double> samples) {
    return samples.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(samples));
  }
}
