package io.greenqr.benchmarks.report;

import java.util.Collection;
import org.openjdk.jmh.util.ListStatistics;

/**
 * A measured figure: the mean of its samples, and half the width of its interval of 99.9 %, as JMH
 * computes it. Without enough samples the interval is not known, and NaN.
 */
record Estimate(double mean, double error) {
  private static final double CONFIDENCE = 0.999;

  static Estimate of(Collection<Double> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    ListStatistics statistics = new ListStatistics();
    samples.forEach(statistics::addValue);
    return new Estimate(statistics.getMean(), statistics.getMeanErrorAt(CONFIDENCE));
  }

  Estimate times(double factor) {
    return new Estimate(mean * factor, error * Math.abs(factor));
  }

  /** Operations a second, of a figure in nanoseconds an operation. */
  Estimate perSecond() {
    double rate = 1e9 / mean;
    return new Estimate(rate, rate * error / mean);
  }

  /** This by other: the relative errors are independent, so their squares add. */
  Estimate by(Estimate other) {
    double ratio = mean / other.mean;
    return new Estimate(ratio, ratio * Math.hypot(error / mean, other.error / other.mean));
  }
}
