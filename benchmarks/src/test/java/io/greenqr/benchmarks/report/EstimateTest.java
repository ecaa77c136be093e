package io.greenqr.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final double EXACT = 1e-9;

  @Test
  void intervalIsThatOfStudentWithNinetyNinePointNinePercent() {
    // Four samples, deviation 1.2910, t of 3 degrees of freedom 12.924: from a printed table.
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0));
    assertEquals(2.5, estimate.mean(), EXACT);
    assertEquals(12.924 * 1.2909944 / 2, estimate.error(), 1e-3);
  }

  @Test
  void oneSampleHasNoInterval() {
    assertTrue(Double.isNaN(Estimate.of(List.of(5.0)).error()));
  }

  @Test
  void noSamplesAreNoEstimate() {
    assertThrows(IllegalArgumentException.class, () -> Estimate.of(List.of()));
  }

  @Test
  void ratioAddsTheSquaresOfTheRelativeErrors() {
    Estimate ratio = new Estimate(100, 3).by(new Estimate(50, 2));
    assertEquals(2, ratio.mean(), EXACT);
    assertEquals(2 * Math.sqrt(0.03 * 0.03 + 0.04 * 0.04), ratio.error(), EXACT);
  }

  @Test
  void rateKeepsTheRelativeError() {
    Estimate rate = new Estimate(20_000, 1_000).perSecond();
    assertEquals(50_000, rate.mean(), EXACT);
    assertEquals(2_500, rate.error(), EXACT);
  }
}
