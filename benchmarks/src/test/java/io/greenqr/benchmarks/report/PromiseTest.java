package io.greenqr.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.benchmarks.report.Acceptance.Promise;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromiseTest {
  @Test
  void boundFromBelow() {
    assertEquals("holds", verdict(true, 2.5, 0.01));
    assertEquals("holds", verdict(true, 2.4, Double.NaN));
    assertEquals("does not hold", verdict(true, 2.3, 0.01));
  }

  @Test
  void boundFromAbove() {
    assertEquals("does not hold", verdict(false, 2.5, 0.01));
    assertEquals("holds", verdict(false, 2.4, Double.NaN));
    assertEquals("holds", verdict(false, 2.3, 0.01));
  }

  @Test
  void intervalWithTheBoundInItDecidesNothing() {
    assertEquals("open: within the error", verdict(true, 2.5, 0.2));
    assertEquals("open: within the error", verdict(true, 2.3, 0.2));
  }

  @Test
  void whatWasNotMeasuredIsNotPromised() {
    assertEquals("not measured", new Promise("x", true, 2.4, " ×", Optional.empty()).verdict());
    assertEquals("not measured", verdict(true, Double.NaN, Double.NaN));
  }

  private static String verdict(boolean atLeast, double mean, double error) {
    return new Promise("x", atLeast, 2.4, " ×", Optional.of(new Estimate(mean, error))).verdict();
  }
}
