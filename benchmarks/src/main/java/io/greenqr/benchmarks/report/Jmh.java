package io.greenqr.benchmarks.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One fork of one case. */
final class Jmh {
  private static final double MAX_BUSY = 3;
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final Pattern EXCEPTION =
      Pattern.compile("^(?:Caused by: )?[\\w.$]+(?:Exception|Error): (.*)$", Pattern.MULTILINE);

  private final Length length;

  Jmh(Length length) {
    this.length = length;
  }

  /** Adds the iterations of one fork to {@code measurement}, or why it gave none. */
  void fork(Case what, Path java, Measurement measurement) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(what.include())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .jvm(java.toString())
            .forks(1)
            .threads(what.threads() == Case.ALL_CORES ? cores() : what.threads())
            .warmupIterations(length.warmups)
            .warmupTime(
                TimeValue.milliseconds(
                    (long) (length.warmupMillis * Plan.warmup(what) * busy(load(), cores()))))
            .measurementIterations(length.iterations)
            .measurementTime(TimeValue.milliseconds(length.iterationMillis))
            .addProfiler(CpuTime.class)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    what.parameters().forEach((name, value) -> options.param(name, value));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8)) {
      for (RunResult run :
          new Runner(
                  options.build(),
                  OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL))
              .run()) {
        run.getBenchmarkResults().forEach(result -> take(result, measurement));
      }
    } catch (RunnerException e) {
      measurement.fail(reason(log.toString(StandardCharsets.UTF_8), e));
    }
  }

  /**
   * By how much a warm-up must be longer on a busy machine, where the compiler as well gets a part
   * of the time only; at most three times.
   */
  static double busy(double load, int cores) {
    return Math.min(MAX_BUSY, Math.max(1, load / cores));
  }

  /** Programs that run or wait for a processor, over the last minute; negative if not known. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void take(BenchmarkResult result, Measurement measurement) {
    for (IterationResult iteration : result.getIterationResults()) {
      measurement.add(
          score(iteration, CpuTime.LABEL),
          iteration.getPrimaryResult().getScore(),
          score(iteration, ALLOCATED));
    }
  }

  private static double score(IterationResult iteration, String label) {
    Result<?> result = iteration.getSecondaryResults().get(label);
    return result == null ? Double.NaN : result.getScore();
  }

  /** The innermost cause that the fork printed. */
  static String reason(String log, Exception otherwise) {
    String reason = String.valueOf(otherwise.getMessage());
    Matcher matcher = EXCEPTION.matcher(log);
    while (matcher.find()) {
      reason = matcher.group(1).trim();
    }
    return reason;
  }
}
