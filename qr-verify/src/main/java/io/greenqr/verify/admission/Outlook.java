package io.greenqr.verify.admission;

import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How an answer changes by time alone, with the same passes, policies and trust data.
 *
 * <p>Between the instants that a {@link ClockTrace} and the dates of passes and policies name,
 * nothing changes. So it is enough to ask again at each of them, one after the other.
 */
final class Outlook {
  /** Times at which is asked again: a person who waits does not cross more dates than these. */
  private static final int MAX_TIMES = 128;

  /** Two years of 366 days: beyond that nobody plans, and no policy holds. */
  private static final long HORIZON = 2 * 366 * 86_400L;

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final long holdsUntil;
  private final long greenFrom;
  private final long[] rulesFrom;

  private Outlook(long holdsUntil, long greenFrom, long[] rulesFrom) {
    this.holdsUntil = holdsUntil;
    this.greenFrom = greenFrom;
    this.rulesFrom = rulesFrom;
  }

  static Outlook of(
      AdmissionPolicy policies, ShownPasses shown, Site site, long now, Assessment first) {
    long[] rulesFrom = new long[first.ruleCount()];
    Arrays.fill(rulesFrom, UNKNOWN);
    long holdsUntil = UNKNOWN;
    long greenFrom = UNKNOWN;
    long time = now;
    for (int i = 0; i < MAX_TIMES; i++) {
      ClockTrace trace = ClockTrace.from(time * 1000);
      Assessment assessment = Assessment.make(policies, shown, site, time, trace);
      if (holdsUntil == UNKNOWN && assessment.colour() != first.colour()) {
        holdsUntil = time;
      }
      if (greenFrom == UNKNOWN && assessment.colour() == TrafficLight.GREEN) {
        greenFrom = time;
      }
      note(assessment, first, rulesFrom, time);
      long next = next(policies, site, time, assessment, trace);
      if (next > now + HORIZON || isAnswered(holdsUntil, greenFrom, rulesFrom)) {
        return new Outlook(Math.min(holdsUntil, next), greenFrom, rulesFrom);
      }
      time = next;
    }
    return new Outlook(Math.min(holdsUntil, time), greenFrom, rulesFrom);
  }

  private static boolean isAnswered(long holdsUntil, long greenFrom, long[] rulesFrom) {
    boolean answered = holdsUntil != UNKNOWN && greenFrom != UNKNOWN;
    for (int i = 0; answered && i < rulesFrom.length; i++) {
      answered = rulesFrom[i] != UNKNOWN;
    }
    return answered;
  }

  /** Rules of another policy, which takes force later, are others. */
  private static void note(Assessment assessment, Assessment first, long[] rulesFrom, long time) {
    if (assessment.policy() != first.policy()) {
      return;
    }
    for (int i = 0; i < Math.min(rulesFrom.length, assessment.ruleCount()); i++) {
      RuleAnswer answer = assessment.rule(i);
      if (rulesFrom[i] == UNKNOWN
          && (answer == RuleAnswer.HOLDS || answer == RuleAnswer.NOT_APPLICABLE)) {
        rulesFrom[i] = time;
      }
    }
  }

  private static long next(
      AdmissionPolicy policies, Site site, long time, Assessment assessment, ClockTrace trace) {
    if (!trace.isComplete()) {
      return UNKNOWN;
    }
    long traced = trace.next();
    // The clock of an evaluation shows whole seconds: what changes within one is seen at the next.
    long second = traced == Long.MAX_VALUE ? UNKNOWN : Math.floorDiv(traced + 999, 1000L);
    long next = Math.min(second, assessment.nextChange());
    return Math.min(next, PolicyChoice.nextChange(policies.policies(), site, time));
  }

  private static @Nullable Instant instant(long time) {
    return time == UNKNOWN ? null : Instant.ofEpochSecond(time);
  }

  /** The first time at which the colour is another; null if none is known. */
  @Nullable Instant holdsUntil() {
    return instant(holdsUntil);
  }

  /** The first time at which the answer is green; null if none is known. */
  @Nullable Instant greenFrom() {
    return instant(greenFrom);
  }

  /** The first time at which a rule holds or does not apply; null if none is known. */
  @Nullable Instant ruleFrom(int index) {
    return instant(rulesFrom[index]);
  }
}
