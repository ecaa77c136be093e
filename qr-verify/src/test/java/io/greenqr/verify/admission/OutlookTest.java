package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is foretold is what comes: answers are asked for again with a clock that moved on. */
class OutlookTest {
  private static final Instant NOW = TestPasses.NOW;
  private static final long DAY = 86_400;

  /** A clock that is set. */
  private static final class SetClock extends Clock {
    private Instant time = NOW;

    @Override
    public Instant instant() {
      return time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Random random = new Random(11);
  private final SetClock clock = new SetClock();

  private static final String[] DATES = {
    "vaccination.last.day",
    "vaccination.completed.day",
    "tests.lastNegative.sampledAt",
    "tests.last.sampledAt",
    "tests.lastPositive.sampledAt",
    "released.since",
    "declaration.at",
    "monitoring.since"
  };

  private String dates() {
    String date = "{'var':'" + DATES[random.nextInt(DATES.length)] + "'}";
    String now =
        random.nextBoolean() ? "{'var':'external.today'}" : "{'var':'external.validationClock'}";
    String[] units = {"hour", "day", "day", "month"};
    String unit = units[random.nextInt(units.length)];
    int amount = unit.equals("hour") ? random.nextInt(400) : random.nextInt(20);
    amount = unit.equals("month") ? 1 + random.nextInt(3) : amount;
    String[] orders = {"before", "after", "not-before", "not-after"};
    String order = orders[random.nextInt(orders.length)];
    String comparison =
        random.nextInt(3) == 0
            ? "{'%s':[{'plusTime':[%s,-%d,'%s']},%s]}".formatted(order, now, amount, unit, date)
            : "{'%s':[%s,{'plusTime':[%s,%d,'%s']}]}".formatted(order, now, date, amount, unit);
    return random.nextInt(8) == 0 ? comparison : "{'and':[" + date + "," + comparison + "]}";
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> "{'!':[" + dates() + "]}";
      case 1 -> "{'if':[" + dates() + ",true," + dates() + "]}";
      default -> dates();
    };
  }

  private PolicyContent content() {
    PolicyContent.Builder content = PolicyContent.builder(Policies.WORDS);
    for (int i = random.nextInt(3); i >= 0; i--) {
      TrafficLight otherwise = random.nextBoolean() ? TrafficLight.YELLOW : TrafficLight.RED;
      PolicyRule.Builder rule = Policies.rule("R" + i, otherwise, condition());
      content.rule(
          random.nextInt(3) == 0 ? rule.when(Policies.json(condition())).build() : rule.build());
    }
    for (Guard guard : new Guard[] {Guard.POSITIVE_TEST, Guard.ACTIVE_MONITORING}) {
      if (random.nextInt(3) > 0) {
        content.lift(guard, Policies.json(random.nextInt(3) == 0 ? condition() : "true"));
      }
    }
    return content.build();
  }

  private List<PolicyDocument> documents() {
    List<PolicyDocument> documents = new ArrayList<>();
    ZoneOffset offset = ZoneOffset.ofHours(new int[] {7, -12, 14}[random.nextInt(3)]);
    documents.add(Policies.document("A", "VN", content()).utcOffset(offset).build());
    if (random.nextInt(3) == 0) {
      documents.add(
          Policies.document("B", "VN", content())
              .validFrom(NOW.plusSeconds(random.nextInt(20 * (int) DAY)))
              .build());
    }
    return documents;
  }

  private Admission at(AdmissionPolicy policy, List<Accepted> shown, Instant time) {
    clock.time = time;
    Admission admission = policy.evaluate(Policies.SITE, shown);
    clock.time = NOW;
    return admission;
  }

  private static boolean holds(Admission admission, Admission first, int rule) {
    if (!admission.policy().equals(first.policy()) || admission.code() == AdmissionCode.PASS_NONE) {
      return false;
    }
    RuleResult.Outcome outcome = admission.rules().get(rule).outcome();
    return outcome == RuleResult.Outcome.HOLDS || outcome == RuleResult.Outcome.NOT_APPLICABLE;
  }

  private void check(AdmissionPolicy policy, List<Accepted> shown) {
    Admission first = at(policy, shown, NOW);
    Optional<Instant> until = first.holdsUntil();
    Optional<Instant> green = first.greenFrom();
    List<RuleResult> rules = first.rules();
    until.ifPresent(
        it -> {
          assertNotEquals(first.colour(), at(policy, shown, it).colour(), "at the end");
          assertEquals(first.colour(), at(policy, shown, it.minusSeconds(1)).colour(), "before");
        });
    green.ifPresent(
        it -> {
          assertEquals(TrafficLight.GREEN, at(policy, shown, it).colour(), "green from then on");
          assertTrue(
              it.equals(NOW)
                  || at(policy, shown, it.minusSeconds(1)).colour() != TrafficLight.GREEN);
        });
    for (int rule = 0; rule < rules.size(); rule++) {
      if (rules.get(rule).holdsFrom().isPresent()) {
        Instant from = rules.get(rule).holdsFrom().get();
        assertTrue(holds(at(policy, shown, from), first, rule), "rule holds");
        assertTrue(!holds(at(policy, shown, from.minusSeconds(1)), first, rule), "not before");
      }
    }
    for (int i = 0; i < 400; i++) {
      long step = i < 300 ? i * DAY / 6 + random.nextInt(14_400) : random.nextInt(400 * (int) DAY);
      Instant time = NOW.plusSeconds(step);
      Admission then = at(policy, shown, time);
      if (until.isEmpty() || time.isBefore(until.get())) {
        assertEquals(first.colour(), then.colour(), "holds until " + until + " and at " + time);
      }
      if (green.isEmpty() || time.isBefore(green.get())) {
        assertNotEquals(TrafficLight.GREEN, then.colour(), "green from " + green + ", at " + time);
      }
      for (int rule = 0; rule < rules.size(); rule++) {
        Instant from = rules.get(rule).holdsFrom().orElse(Instant.MAX);
        if (rules.get(rule).outcome() == RuleResult.Outcome.FAILS && time.isBefore(from)) {
          assertTrue(!holds(then, first, rule), "rule from " + from + ", at " + time);
        }
      }
    }
  }

  @Test
  void whatIsForetoldIsWhatComes() {
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-10-25"), 22);
    int changes = 0;
    for (int i = 0; i < 400; i++) {
      AdmissionPolicy policy = AdmissionPolicy.unverified(documents(), clock);
      List<Accepted> shown = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        Instant end =
            random.nextInt(3) == 0
                ? NOW.plusSeconds(random.nextInt(20 * (int) DAY) + 1)
                : TestPasses.EXP;
        shown.add(papers.accepted(Papers.AN, end));
      }
      check(policy, shown);
      Admission first = policy.evaluate(Policies.SITE, shown);
      changes += first.holdsUntil().isPresent() && first.greenFrom().isPresent() ? 1 : 0;
    }
    assertTrue(changes > 20, changes + " answers that change");
  }

  @Test
  void aClockThatIsReadInAnotherWayForetellsNothing() {
    String today = "{'var':'external.today'}";
    String now = "{'var':'external.validationClock'}";
    String[] conditions = {
      "{'===':[" + today + ",'2021-11-11']}",
      "{'!':[{'===':[" + today + ",'2021-11-20']}]}",
      "{'in':[" + today + ",['2021-11-11','2021-11-12']]}",
      "{'===':[{'extractFromUVCI':[" + now + ",0]},'2021-11-11T11']}",
      "{'if':[{'===':[" + today + ",'2021-11-11']},true,false]}",
      "{'===':[{'reduce':[[" + today + "],{'var':'current'},'']},'2021-11-11']}",
      "{'in':['2021-11-11',[" + today + "]]}",
      "{'===':[{'if':[true," + today + ",'']},'2021-11-11']}",
    };
    List<Accepted> shown = List.of(Papers.dose("2021-06-01"));
    for (String condition : conditions) {
      AdmissionPolicy policy =
          AdmissionPolicy.unverified(
              List.of(Policies.document(Policies.content(condition))), clock);
      Admission admission = policy.evaluate(Policies.SITE, shown);
      assertEquals(TrafficLight.GREEN, admission.colour(), condition);
      assertEquals(Optional.empty(), admission.holdsUntil(), condition);
    }
  }

  @Test
  void theWordsOfARuleTellWhenInLocalTime() {
    String[][] table = {
      // hours behind the dose of the first of the month, 00:00 UTC; date and time in +07:00
      {"260", "2021-11-12", "03:00"}, {"257", "2021-11-12", "00:00"}, {"256", "2021-11-11", "23:00"}
    };
    for (String[] row : table) {
      String condition =
          "{'not-before':[{'plusTime':[{'var':'external.validationClock'},0,'hour']},{'plusTime':["
              + "{'var':'vaccination.last.day'},"
              + row[0]
              + ",'hour']}]}";
      PolicyRule rule =
          PolicyRule.builder(
                  "R",
                  TrafficLight.YELLOW,
                  Policies.json(condition),
                  Policies.WORDS,
                  Words.of("làm", "do"))
              .waiting(Words.of("chờ đến {time} ngày {date}", "wait until {date}, {time}"))
              .build();
      Admission admission =
          Policies.ask(PolicyContent.builder(Policies.WORDS).rule(rule), Papers.dose("2021-11-01"));
      assertEquals(RuleResult.Outcome.FAILS, admission.rules().get(0).outcome(), row[0]);
      Words remedy = admission.remedies().get(0);
      assertEquals("wait until " + row[1] + ", " + row[2], remedy.in(Language.EN));
      assertEquals("chờ đến " + row[2] + " ngày " + row[1], remedy.in(Language.VI));
      Admission never =
          Policies.ask(
              PolicyContent.builder(Policies.WORDS)
                  .rule(
                      PolicyRule.builder(
                              "R",
                              TrafficLight.RED,
                              Policies.json("false"),
                              Policies.WORDS,
                              Words.of("làm", "do"))
                          .waiting(Words.of("{time}", "{time}"))
                          .build()),
              Papers.dose("2021-11-01"));
      assertEquals("do", never.remedies().get(0).in(Language.EN));
    }
  }
}
