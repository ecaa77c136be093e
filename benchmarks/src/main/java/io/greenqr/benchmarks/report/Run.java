package io.greenqr.benchmarks.report;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run over all cases. Rounds go over every case and every JDK in turn, with {@code openssl
 * speed} in between, so that what slows the machine for a while slows all of them.
 */
final class Run {
  /** So many forks between two runs of openssl. */
  private static final int OPENSSL_EVERY = 12;

  private final Length length;
  private final Openssl openssl;
  private final Map<Jdk, Map<Case, Measurement>> measured = new LinkedHashMap<>();
  private final Map<Jdk, Processes> processes = new LinkedHashMap<>();

  Run(Length length, Openssl openssl, List<Jdk> jdks) {
    this.length = length;
    this.openssl = openssl;
    jdks.forEach(jdk -> measured.put(jdk, new HashMap<>()));
  }

  void measure(List<Case> cases, PrintStream progress) throws IOException {
    Jmh jmh = new Jmh(length);
    int forks = 0;
    for (int round = 1; round <= length.rounds; round++) {
      for (Case what : cases) {
        for (Jdk jdk : measured.keySet()) {
          Measurement measurement = of(jdk, what);
          if (!what.exists()) {
            measurement.fail("not in this build");
          }
          if (!measurement.failure().isEmpty()) {
            continue;
          }
          if (forks++ % OPENSSL_EVERY == 0) {
            openssl.measure(length.opensslSeconds);
          }
          progress.println("round " + round + ", JDK " + jdk.version() + ": " + what);
          jmh.fork(what, jdk.java(), measurement);
        }
      }
    }
  }

  void measureProcesses(PrintStream progress) throws IOException {
    for (Jdk jdk : measured.keySet()) {
      progress.println("JDK " + jdk.version() + ": processes of their own");
      processes.put(jdk, Processes.measure(jdk, length.processes));
    }
  }

  Length length() {
    return length;
  }

  Openssl openssl() {
    return openssl;
  }

  /** Nanoseconds that openssl needs for a verification. */
  Optional<Estimate> opensslNanos(SignatureAlgorithm algorithm) {
    Collection<Double> samples = openssl.samples(algorithm);
    return samples.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(samples));
  }

  List<Jdk> jdks() {
    return List.copyOf(measured.keySet());
  }

  Optional<Processes> processes(Jdk jdk) {
    return Optional.ofNullable(processes.get(jdk));
  }

  Measurement of(Jdk jdk, Case what) {
    return measured
        .getOrDefault(jdk, new HashMap<>())
        .computeIfAbsent(what, any -> new Measurement());
  }
}
