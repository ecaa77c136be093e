package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One step made to fail gives its rejection; of two, the earlier decides. */
class RejectionTest {
  /** Steps that no single scan can fail together: a time cannot be too early and too late. */
  private static final Set<Set<Rejection>> EXCLUSIVE =
      Set.of(
          EnumSet.of(Rejection.KEY_UNKNOWN, Rejection.KEY_ALGORITHM),
          EnumSet.of(Rejection.KEY_NOT_YET_VALID, Rejection.KEY_EXPIRED),
          EnumSet.of(Rejection.NOT_YET_VALID, Rejection.EXPIRED));

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aScanThatFailsNoStepIsAccepted(SignatureAlgorithm algorithm) throws Exception {
    Scan scan = new Scan(algorithm, EnumSet.noneOf(Rejection.class));
    assertEquals("ACCEPTED", assertInstanceOf(Accepted.class, scan.verify()).code());
  }

  @ParameterizedTest
  @EnumSource(Rejection.class)
  void eachStepThatFailsGivesItsOwnRejection(Rejection step) throws Exception {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      assertRejected(step, new Scan(algorithm, EnumSet.of(step)).verify());
    }
  }

  @Test
  void ofTwoStepsThatFailTheEarlierDecides() throws Exception {
    int pairs = 0;
    for (Rejection first : Rejection.values()) {
      for (Rejection second : EnumSet.range(first, Rejection.STATUS_UNCHECKED)) {
        EnumSet<Rejection> both = EnumSet.of(first, second);
        if (first == second || EXCLUSIVE.contains(both)) {
          continue;
        }
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
          assertRejected(first, new Scan(algorithm, both).verify());
        }
        pairs++;
      }
    }
    assertEquals(16 * 15 / 2 - EXCLUSIVE.size(), pairs);
  }

  @Test
  void ofAllStepsThatFailTogetherTheFirstIsToldUntilItIsMended() throws Exception {
    EnumSet<Rejection> failing =
        EnumSet.complementOf(
            EnumSet.of(
                Rejection.KEY_UNKNOWN, Rejection.KEY_NOT_YET_VALID, Rejection.NOT_YET_VALID));
    for (Rejection step : EnumSet.copyOf(failing)) {
      assertRejected(step, new Scan(SignatureAlgorithm.ESP256, failing).verify());
      failing.remove(step);
    }
    assertInstanceOf(Accepted.class, new Scan(SignatureAlgorithm.ESP256, failing).verify());
  }

  private static void assertRejected(Rejection expected, Verification verification) {
    Rejected rejected = assertInstanceOf(Rejected.class, verification, expected.name());
    assertEquals(expected, rejected.rejection());
    assertEquals(expected.name(), rejected.code());
    boolean ofFormat = expected == Rejection.PAYLOAD || expected.compareTo(Rejection.ENVELOPE) <= 0;
    assertEquals(ofFormat, rejected.fault().isPresent());
    assertEquals(ofFormat, rejected.offset().isPresent());
    String where =
        rejected
            .fault()
            .map(fault -> ", " + fault + " at " + rejected.offset().getAsInt())
            .orElse("");
    assertEquals("Rejected[" + expected + where + "]", rejected.toString());
  }
}
