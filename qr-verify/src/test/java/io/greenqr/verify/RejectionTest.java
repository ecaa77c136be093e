package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One step made to fail gives its rejection; of two, the earlier decides. */
class RejectionTest {
  /**
   * Steps that no single scan can fail together: a time is not too early and too late, a key has
   * one state and an entry one value, and pinned keys come with no list that could fail.
   */
  private static final List<EnumSet<Rejection>> EITHER =
      List.of(
          EnumSet.of(Rejection.KEY_UNKNOWN, Rejection.KEY_ALGORITHM),
          EnumSet.of(Rejection.KEY_NOT_YET_VALID, Rejection.KEY_EXPIRED),
          EnumSet.of(Rejection.NOT_YET_VALID, Rejection.EXPIRED),
          EnumSet.of(Rejection.KEY_RETIRED, Rejection.KEY_REVOKED),
          EnumSet.of(Rejection.STATUS_MISSING, Rejection.STATUS_OUTDATED),
          EnumSet.of(
              Rejection.STATUS_OUT_OF_RANGE,
              Rejection.STATUS_REVOKED,
              Rejection.STATUS_SUSPENDED,
              Rejection.STATUS_RESTRICTED));

  private static final Set<Rejection> NOT_OF_PINNED_KEYS =
      EnumSet.of(
          Rejection.TRUST_MISSING,
          Rejection.TRUST_CLOSED,
          Rejection.STATUS_MISSING,
          Rejection.STATUS_OUTDATED,
          Rejection.STATUS_STALE,
          Rejection.STATUS_OUT_OF_RANGE,
          Rejection.STATUS_REVOKED,
          Rejection.STATUS_SUSPENDED,
          Rejection.STATUS_RESTRICTED);

  private static boolean exclude(Rejection a, Rejection b) {
    if (a == Rejection.STATUS_UNCHECKED || b == Rejection.STATUS_UNCHECKED) {
      return NOT_OF_PINNED_KEYS.contains(a) || NOT_OF_PINNED_KEYS.contains(b);
    }
    return EITHER.stream().anyMatch(either -> either.contains(a) && either.contains(b));
  }

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
      for (Rejection second : Rejection.values()) {
        if (first.compareTo(second) >= 0 || exclude(first, second)) {
          continue;
        }
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
          assertRejected(first, new Scan(algorithm, EnumSet.of(first, second)).verify());
        }
        pairs++;
      }
    }
    // Of 27 steps: five pairs, six pairs of four, and nine with pinned keys.
    assertEquals(27 * 26 / 2 - 5 - 6 - 9, pairs);
  }

  /** With each step, all that it does not exclude: whatever is mended, the next is told. */
  @ParameterizedTest
  @EnumSource(Rejection.class)
  void ofAllStepsThatFailTogetherTheFirstIsToldUntilItIsMended(Rejection one) throws Exception {
    EnumSet<Rejection> failing = EnumSet.of(one);
    for (Rejection step : Rejection.values()) {
      if (failing.stream().noneMatch(other -> exclude(step, other))) {
        failing.add(step);
      }
    }
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
