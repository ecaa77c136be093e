package io.greenqr.benchmarks.report;

import java.util.Locale;
import java.util.Optional;

/** Figures as people read them. */
final class Numbers {
  static final String NONE = "–";

  private Numbers() {}

  /** Three digits that mean something, and thousands apart. */
  static String of(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (size == 0) {
      return "0";
    }
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }

  /** Mean and interval. */
  static String of(Estimate estimate) {
    return of(estimate.mean())
        + (Double.isNaN(estimate.error()) ? "" : " ± " + of(estimate.error()));
  }

  static String of(Optional<Estimate> estimate) {
    return estimate.map(Numbers::of).orElse(NONE);
  }

  /** Without the interval, for figures that hardly move. */
  static String mean(Optional<Estimate> estimate) {
    return estimate.map(it -> of(it.mean())).orElse(NONE);
  }
}
