package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 8 of the specification: what rules say, and what is made of it. */
class RuleOutcomeTest {
  private static final Accepted DOSE = Papers.dose("2021-06-01");

  private static Admission ask(PolicyRule rule) {
    return Policies.ask(PolicyContent.builder(Policies.WORDS).rule(rule), DOSE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "true                                          | HOLDS",
        "{'===':[1,1]}                                 | HOLDS",
        "{'!':[{'var':'nothing'}]}                     | HOLDS",
        "{'and':[1,'x',true]}                          | HOLDS",
        "{'if':[1,true,false]}                         | HOLDS",
        "false                                         | FAILS",
        "0                                             | FAILS",
        "''                                            | FAILS",
        "[]                                            | FAILS",
        "{'var':'nothing'}                             | FAILS",
        "{'var':'tests'}                               | FAILS",
        "{'var':'person.name'}                         | FAILS",
        "{'and':[true,0]}                              | FAILS",
        "1                                             | ERROR",
        "-1                                            | ERROR",
        "'true'                                        | ERROR",
        "'false'                                       | ERROR",
        "[true]                                        | ERROR",
        "[false]                                       | ERROR",
        "{'var':'status'}                              | ERROR",
        "{'var':'site'}                                | ERROR",
        "{'var':'vaccination'}                         | ERROR",
        "{'var':'vaccination.doses'}                   | ERROR",
        "{'var':'vaccination.count'}                   | ERROR",
        "{'var':''}                                    | ERROR",
        "{'var':'external.today'}                      | ERROR",
        "{'var':'external.validationClock'}            | ERROR",
        "{'and':[true,1]}                              | ERROR",
        "{'if':[true,'yes',true]}                      | ERROR",
        "{'plusTime':[{'var':'external.today'},1,'day']} | ERROR",
        "{'<':[{'var':'nothing'},1]}                   | ERROR",
        "{'<':[{'var':'status'},1]}                    | ERROR",
        "{'not-after':[{'var':'tests.last.sampledAt'},{'var':'external.today'}]} | ERROR",
        "{'dccDateOfBirth':[{'var':'status'}]}         | ERROR",
        "{'in':[1,{'var':'nothing'}]}                  | ERROR",
        "{'+':[9223372036854775807,1]}                 | ERROR",
      })
  void onlyTrueHolds(String condition, RuleResult.Outcome outcome) {
    for (TrafficLight otherwise : List.of(TrafficLight.YELLOW, TrafficLight.RED)) {
      Admission admission = ask(Policies.rule("R", otherwise, condition).build());
      RuleResult result = admission.rules().get(0);
      TrafficLight colour =
          switch (outcome) {
            case HOLDS, NOT_APPLICABLE -> TrafficLight.GREEN;
            case FAILS -> otherwise;
            case ERROR -> TrafficLight.RED;
          };
      assertEquals(outcome, result.outcome(), condition);
      assertEquals(colour, result.colour());
      assertEquals(colour, admission.colour());
      boolean error = outcome == RuleResult.Outcome.ERROR;
      assertEquals(error ? AdmissionCode.RULE_ERROR : AdmissionCode.RULES, admission.code());
      assertEquals(colour == TrafficLight.GREEN, admission.reasons().isEmpty());

      RuleResult when =
          ask(Policies.rule("R", otherwise, "false").when(Policies.json(condition)).build())
              .rules()
              .get(0);
      RuleResult.Outcome applied =
          switch (outcome) {
            case HOLDS -> RuleResult.Outcome.FAILS;
            case FAILS -> RuleResult.Outcome.NOT_APPLICABLE;
            default -> RuleResult.Outcome.ERROR;
          };
      assertEquals(applied, when.outcome(), "when " + condition);
    }
  }

  @Test
  void aRuleIsForItsRoles() {
    PolicyContent.Builder content = PolicyContent.builder(Policies.WORDS);
    content.roles(List.of("buyer", "guard", "seller"));
    content.rule(
        Policies.rule("R", TrafficLight.YELLOW, "false").roles(List.of("buyer", "guard")).build());
    AdmissionPolicy policy = Policies.policy(TestPasses.NOW, Policies.document(content));
    assertEquals(
        TrafficLight.GREEN, policy.evaluate(Policies.SITE.withRole("seller"), DOSE).colour());
    for (String role : List.of("buyer", "guard")) {
      assertEquals(
          TrafficLight.YELLOW, policy.evaluate(Policies.SITE.withRole(role), DOSE).colour());
    }
  }

  private static final String[] PATHS = {
    "vaccination",
    "vaccination.count",
    "vaccination.last.day",
    "vaccination.completed.day",
    "tests.last.result",
    "tests.lastNegative.sampledAt",
    "tests.all",
    "released.since",
    "monitoring.state",
    "declaration.symptoms",
    "declaration.at",
    "status",
    "trust.freshness",
    "external.today",
    "external.validationClock",
    "person.birth",
    "site.place",
    "nothing"
  };

  /** Any condition: many of them are nonsense. */
  static String condition(Random random, int depth) {
    String path = "{'var':'" + PATHS[random.nextInt(PATHS.length)] + "'}";
    if (depth == 0) {
      return switch (random.nextInt(6)) {
        case 0 -> "true";
        case 1 -> "false";
        case 2 -> "" + random.nextInt(4);
        case 3 -> "'2021-11-0" + (1 + random.nextInt(9)) + "'";
        default -> path;
      };
    }
    String a = condition(random, depth - 1);
    String b = condition(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "{'and':[" + a + "," + b + "]}";
      case 1 -> "{'!':[" + a + "]}";
      case 2 -> "{'!':[{'!':[" + a + "]}]}";
      case 3 -> "{'if':[" + a + "," + b + "," + path + "]}";
      case 4 -> "{'===':[" + a + "," + b + "]}";
      case 5 -> "{'in':[" + a + ",['valid','fresh'," + b + "]]}";
      case 6 -> "{'<=':[" + path + "," + random.nextInt(4) + "]}";
      case 7 ->
          "{'not-after':[{'var':'external.today'},{'plusTime':["
              + path
              + ","
              + random.nextInt(9)
              + ",'day']}]}";
      default -> "{'before':[" + path + ",{'var':'external.validationClock'}]}";
    };
  }

  private static PolicyRule rule(Random random, String name) {
    TrafficLight otherwise = random.nextBoolean() ? TrafficLight.YELLOW : TrafficLight.RED;
    PolicyRule.Builder rule = Policies.rule(name, otherwise, condition(random, random.nextInt(4)));
    return random.nextInt(3) == 0
        ? rule.when(Policies.json(condition(random, random.nextInt(3)))).build()
        : rule.build();
  }

  @Test
  void addingARuleNeverMakesAnAnswerBetter() {
    Random random = new Random(8);
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-11-01"), 9);
    int green = 0;
    for (int i = 0; i < 3_000; i++) {
      Verification[] shown = papers.several(1 + random.nextInt(3), Papers.AN);
      PolicyContent.Builder content = PolicyContent.builder(Policies.WORDS);
      TrafficLight before = TrafficLight.GREEN;
      for (int j = 0; j < 4; j++) {
        TrafficLight colour = Policies.ask(content.rule(rule(random, "R" + j)), shown).colour();
        assertTrue(colour.compareTo(before) >= 0);
        before = colour;
        green += colour == TrafficLight.GREEN ? 1 : 0;
      }
    }
    assertTrue(green > 100, green + " answers that could get worse");
  }

  private static final String[] WISHES = {
    "{'!':[{'!':[{'var':'vaccination'}]}]}",
    "{'!':[{'!':[{'var':'vaccination.completed'}]}]}",
    "{'!':[{'!':[{'var':'tests.lastNegative'}]}]}",
    "{'!':[{'!':[{'var':'tests.negative.nucleic-acid'}]}]}",
    "{'!':[{'!':[{'var':'declaration'}]}]}",
    "{'!':[{'!':[{'var':'released'}]}]}",
    "{'and':[{'var':'vaccination'},{'<=':[2,{'var':'vaccination.count'}]}]}",
    "{'and':[{'var':'tests.lastNegative'},{'not-after':[{'var':'external.today'},"
        + "{'plusTime':[{'var':'tests.lastNegative.sampledAt'},3,'day']}]}]}",
    "{'and':[{'var':'vaccination.first'},{'not-before':[{'var':'external.today'},"
        + "{'plusTime':[{'var':'vaccination.first.day'},3,'day']}]}]}",
    "true"
  };

  private static boolean isForThePerson(Accepted pass) {
    boolean against =
        pass.pass().tests().isPresent()
            && pass.pass().tests().get().records().stream()
                .anyMatch(it -> it.resultCode() % 75 == 2);
    boolean release =
        pass.pass().monitoring().isEmpty()
            || (pass.pass().monitoring().get().stateCode() == 4
                && pass.pass().assurance().level(ClaimKind.MONITORING)
                    != Assurance.Level.SELF_DECLARED);
    boolean plain = pass.status() == Accepted.StatusKnowledge.VALID;
    return !against && release && plain;
  }

  @Test
  void showingLessForThePersonNeverMakesAnAnswerBetter() {
    Random random = new Random(9);
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-11-01"), 9);
    int checked = 0;
    for (int i = 0; i < 6_000; i++) {
      List<Accepted> shown =
          new ArrayList<>(Arrays.asList(papers.several(2 + random.nextInt(3), Papers.AN)));
      String[] wishes = {
        WISHES[random.nextInt(WISHES.length)], WISHES[random.nextInt(WISHES.length)]
      };
      AdmissionPolicy policy =
          Policies.policy(TestPasses.NOW, Policies.document(Policies.content(wishes)));
      TrafficLight all = policy.evaluate(Policies.SITE, shown).colour();
      Accepted left = shown.remove(0);
      if (isForThePerson(left)) {
        TrafficLight fewer = policy.evaluate(Policies.SITE, shown).colour();
        assertTrue(fewer.compareTo(all) >= 0, String.join(" ", wishes));
        checked += all == TrafficLight.GREEN ? 1 : 0;
      }
    }
    assertTrue(checked > 50, checked + " answers that could get worse");
  }
}
