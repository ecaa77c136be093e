package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All histories of four events, on all passes that can carry them: no claim hides a finding, and it
 * does not matter on which passes the claims stand or which is shown first.
 */
class FindingsTest {
  private enum Event {
    NEGATIVE,
    POSITIVE,
    RELEASED,
    SELF_RELEASED,
    ACTIVE;

    boolean isTest() {
      return this == NEGATIVE || this == POSITIVE;
    }

    Assurance.Level level() {
      return this == RELEASED ? Assurance.Level.FACILITY : Assurance.Level.SELF_DECLARED;
    }
  }

  private static final int EVENTS = 4;
  private static final LocalDate DAY_ZERO = LocalDate.parse("2021-11-01");

  private final AdmissionPolicy policy =
      Policies.policy(TestPasses.NOW, Policies.document(Policies.content("true")));

  private final Map<String, Accepted> made = new HashMap<>();

  /** Local midday, so that the UTC date is the same. */
  private static TestRecord test(Event event, int day) {
    TestResult result = event == Event.POSITIVE ? TestResult.DETECTED : TestResult.NOT_DETECTED;
    return TestRecord.of(
        TestMethod.ANTIGEN, result, DAY_ZERO.plusDays(day).atTime(5, 0).toInstant(ZoneOffset.UTC));
  }

  private static Monitoring monitoring(Event event, int day) {
    MonitoringState state =
        event == Event.ACTIVE ? MonitoringState.CONTACT_IN_QUARANTINE : MonitoringState.RELEASED;
    return Monitoring.of(state, DAY_ZERO.plusDays(day));
  }

  /** What the specification says, from the history alone. */
  private static TrafficLight expected(Event[] events, int[] days) {
    int positive = 0;
    int release = 0;
    int state = 0;
    boolean active = false;
    for (int i = 0; i < EVENTS; i++) {
      if (events[i] == Event.POSITIVE) {
        positive = Math.max(positive, days[i]);
      } else if (!events[i].isTest()) {
        boolean counts = events[i] == Event.RELEASED;
        release = counts ? Math.max(release, days[i]) : release;
        active = days[i] > state ? !counts : days[i] == state ? active || !counts : active;
        state = Math.max(state, days[i]);
      }
    }
    boolean infected = positive > 0 && release <= positive;
    return infected || active ? TrafficLight.RED : TrafficLight.GREEN;
  }

  /** A pass of the events that stand on it; null if one pass cannot carry them. */
  private Accepted pass(Event[] events, int[] days, int[] places, int place) {
    StringBuilder key = new StringBuilder();
    List<TestRecord> tests = new ArrayList<>();
    List<Integer> states = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      if (places[i] == place) {
        key.append(events[i]).append(days[i]).append(' ');
        if (events[i].isTest()) {
          tests.add(test(events[i], days[i]));
        } else {
          states.add(i);
        }
      }
    }
    if (states.size() > 1) {
      return null;
    }
    return made.computeIfAbsent(
        key.toString(),
        any -> {
          Pass.Builder pass = Papers.pass();
          if (!tests.isEmpty()) {
            pass.tests(Tests.of(tests));
          }
          for (int i : states) {
            pass.monitoring(monitoring(events[i], days[i]))
                .assurance(Papers.level(events[i].level(), ClaimKind.MONITORING));
          }
          return Papers.accept(pass);
        });
  }

  private int check(Event[] events, int[] days, int[] places, int passes) {
    List<Accepted> shown = new ArrayList<>();
    for (int place = 0; place < passes; place++) {
      Accepted pass = pass(events, days, places, place);
      if (pass == null) {
        return 0;
      }
      shown.add(pass);
    }
    TrafficLight expected = expected(events, days);
    for (int turn = 0; turn < passes; turn++) {
      Collections.rotate(shown, 1);
      Admission admission = policy.evaluate(Policies.SITE, shown);
      Collections.reverse(shown);
      Admission backwards = policy.evaluate(Policies.SITE, shown);
      if (admission.colour() != expected || backwards.colour() != expected) {
        String history = "";
        for (int i = 0; i < EVENTS; i++) {
          history += events[i] + " on day " + days[i] + " in pass " + places[i] + "; ";
        }
        assertEquals(expected, admission.colour(), history);
        assertEquals(expected, backwards.colour(), history);
      }
    }
    return 1;
  }

  /** All ways to put the events on passes; which pass is called which does not matter. */
  private int partitions(Event[] events, int[] days, int[] places, int next, int passes) {
    if (next == EVENTS) {
      return check(events, days, places, passes);
    }
    int checked = 0;
    for (int place = 0; place <= passes; place++) {
      places[next] = place;
      checked += partitions(events, days, places, next + 1, Math.max(passes, place + 1));
    }
    return checked;
  }

  private int histories(int... days) {
    int checked = 0;
    Event[] kinds = Event.values();
    Event[] events = new Event[EVENTS];
    for (int i = 0; i < Math.pow(kinds.length, EVENTS); i++) {
      int rest = i;
      for (int j = 0; j < EVENTS; j++) {
        events[j] = kinds[rest % kinds.length];
        rest /= kinds.length;
      }
      checked += partitions(events, days, new int[EVENTS], 0, 0);
    }
    return checked;
  }

  @Test
  void eventsOfFourDays() {
    assertTrue(histories(1, 2, 3, 4) > 4000);
  }

  @Test
  void eventsOfOneDayAndOfTwo() {
    assertTrue(histories(1, 1, 2, 2) > 4000);
    assertTrue(histories(1, 1, 1, 2) > 4000);
    assertTrue(histories(3, 3, 3, 3) > 4000);
  }

  @Test
  void whateverElseIsShownAFindingStays() {
    Accepted[] others = {
      Papers.dose("2021-06-01"),
      Papers.negative("2021-11-11T00:00:00Z"),
      Papers.declares("2021-11-11T00:00:00Z", 0, 0),
      Papers.released(Assurance.Level.REGISTRY, "2021-11-04"),
      Papers.released(Assurance.Level.SELF_DECLARED, "2021-11-10")
    };
    Accepted[] findings = {Papers.positive("2021-11-04T05:00:00Z"), Papers.active("2021-11-04")};
    for (Accepted finding : findings) {
      for (int set = 0; set < 1 << others.length; set++) {
        List<Accepted> shown = new ArrayList<>();
        for (int i = 0; i < others.length; i++) {
          if ((set >> i & 1) != 0) {
            shown.add(others[i]);
          }
        }
        shown.add(shown.size() / 2, finding);
        assertEquals(TrafficLight.RED, policy.evaluate(Policies.SITE, shown).colour(), "" + set);
      }
    }
  }
}
