package io.greenqr.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A JMH profiler: processor time of the threads that run the benchmark, in nanoseconds per
 * operation.
 *
 * <p>What others run on the machine takes wall-clock time from a benchmark, but no processor time.
 * The threads of the compiler and of the garbage collector are not counted, as {@code openssl
 * speed} has none. Works with every benchmark: {@code -prof io.greenqr.benchmarks.report.CpuTime}.
 */
public final class CpuTime implements InternalProfiler {
  /** Of the secondary result. */
  public static final String LABEL = "cpu";

  /** JMH gives it to the threads that it runs benchmarks on. */
  private static final String WORKER = "-jmh-worker-";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Map<Long, Long> before = Map.of();

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = workers();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos = 0;
    for (Map.Entry<Long, Long> worker : workers().entrySet()) {
      nanos += worker.getValue() - before.getOrDefault(worker.getKey(), 0L);
    }
    // All operations, for the clock ran during those at both ends of the iteration as well.
    long operations = result.getMetadata().getAllOps();
    return operations == 0
        ? List.of()
        : List.of(
            new ScalarResult(LABEL, (double) nanos / operations, "ns/op", AggregationPolicy.AVG));
  }

  private Map<Long, Long> workers() {
    Map<Long, Long> times = new HashMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(WORKER)) {
        times.put(thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return times;
  }

  @Override
  public String getDescription() {
    return "Processor time of the benchmark's threads";
  }
}
