package io.greenqr.benchmarks.report;

import io.greenqr.benchmarks.ColdStart;
import io.greenqr.benchmarks.KeyLoad;
import io.greenqr.benchmarks.Sample;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is measured in processes of its own: the first scan, and scans while keys are loaded. */
final class Processes {
  private static final List<String> TIMES = List.of("load", "cpu", "wall");

  /** Times of the first scan, in milliseconds, in order. */
  private final Map<SignatureAlgorithm, Map<String, List<Double>>> first =
      new EnumMap<>(SignatureAlgorithm.class);

  private final Map<SignatureAlgorithm, Map<String, String>> load =
      new EnumMap<>(SignatureAlgorithm.class);

  static Processes measure(Jdk jdk, int processes) throws IOException {
    Processes measured = new Processes();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      List<String> sample = Sample.arguments(algorithm);
      Map<String, List<Double>> times = new TreeMap<>();
      for (int i = 0; i < processes; i++) {
        Map<String, String> printed = jdk.run(ColdStart.class, sample);
        for (String name : TIMES) {
          if (printed.containsKey(name)) {
            times
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(Double.valueOf(printed.get(name)));
          }
        }
      }
      times.values().forEach(Collections::sort);
      measured.first.put(algorithm, times);
      measured.load.put(algorithm, jdk.run(KeyLoad.class, sample));
    }
    return measured;
  }

  double firstMedian(SignatureAlgorithm algorithm, String what) {
    List<Double> sorted = times(algorithm, what);
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  double firstLongest(SignatureAlgorithm algorithm, String what) {
    List<Double> sorted = times(algorithm, what);
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() - 1);
  }

  private List<Double> times(SignatureAlgorithm algorithm, String what) {
    return first.getOrDefault(algorithm, Map.of()).getOrDefault(what, List.of());
  }

  /** A figure of {@link KeyLoad}. */
  double load(SignatureAlgorithm algorithm, String what) {
    String value = load.getOrDefault(algorithm, Map.of()).get(what);
    return value == null ? Double.NaN : Double.parseDouble(value);
  }
}
