package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Pass;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import io.greenqr.verify.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 9 of the specification, and that an answer always comes. */
class AdmissionViewTest {
  private static Accepted of(String person) {
    return Papers.accept(
        Pass.builder(Subjects.of(person))
            .vaccination(Papers.dose("2021-06-01").pass().vaccination().orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource
  void aViewShowsWhatItsRoleMaySee(ViewRole role) {
    AdmissionView view =
        Policies.ask(Policies.content("false"), of("7 Nguyễn Văn An, 1984-03-12")).view(role);
    boolean checkpoint = role != ViewRole.SHOP;
    boolean officer = role == ViewRole.HEALTH_OFFICER;
    assertEquals(TrafficLight.RED, view.colour());
    assertEquals("N. V. A.", view.initials().orElseThrow());
    assertEquals(OptionalInt.of(1984), view.birthYear());
    assertEquals(checkpoint, view.name().isPresent());
    assertEquals(checkpoint ? 1 : 0, view.reasons().size());
    assertEquals(checkpoint ? 1 : 0, view.remedies().size());
    assertEquals(officer, view.birth().isPresent());
    assertEquals(officer, view.person().isPresent());
    assertEquals(officer ? 1 : 0, view.rules().size());
  }

  @ParameterizedTest
  @EnumSource
  void whereItMayBeSeveralPeopleNobodyIsShown(ViewRole role) {
    Verification[][] table = {
      {},
      {TestVerifications.rejected(Rejection.EXPIRED)},
      {of("Nguyễn Văn An, 1984-03-12"), of("Trần Thị Bình, 1990-05-06")},
      {of("Nguyễn Văn An, 1984-03-12"), of("Nguyễn Văn An, 1984-12-03")},
      {of("1 Nguyễn Văn An, 1984-03-12"), of("2 Nguyễn Văn An, 1984-03-12")},
    };
    for (Verification[] shown : table) {
      Admission admission = Policies.ask(Policies.content("true"), shown);
      assertFalse(admission.colour() == TrafficLight.GREEN);
      AdmissionView view = admission.view(role);
      assertTrue(view.initials().isEmpty());
      assertTrue(view.birthYear().isEmpty());
      assertTrue(view.name().isEmpty());
      assertTrue(view.birth().isEmpty());
      assertTrue(view.person().isEmpty());
    }
  }

  @Test
  void peopleWhoDifferAreRedWhateverElse() {
    Admission admission =
        Policies.ask(
            Policies.content("true"),
            of("Nguyễn Văn An, 1984-03-12"),
            of("Trần Thị Bình, 1990-05-06"),
            of("Nguyễn Văn An, 1984-03-12"));
    assertEquals(AdmissionCode.PERSONS_DIFFER, admission.code());
    assertEquals(TrafficLight.RED, admission.colour());
    assertTrue(admission.greenFrom().isEmpty());
  }

  private static void collect(Admission admission, List<Object> answers) {
    answers.add(admission.colour());
    answers.add(admission.code());
    answers.add(admission.guards().toString());
    answers.add(admission.rules().toString());
    answers.add(admission.reasons());
    answers.add(admission.remedies());
    answers.add(admission.holdsUntil());
    answers.add(admission.greenFrom());
    answers.add(admission.dataAge());
    answers.add(admission.assuranceNeeded());
    answers.add(admission.assuranceShown());
    answers.add(admission.policy().toString());
    answers.add(admission.evaluatedAt());
    answers.add(admission.toString());
    for (ViewRole role : ViewRole.values()) {
      AdmissionView view = admission.view(role);
      answers.add(view.initials());
      answers.add(view.name());
      answers.add(view.birth());
      answers.add(view.rules().toString());
      answers.add(view.toString());
    }
  }

  private static List<Object> answers(Admission admission) {
    List<Object> answers = new ArrayList<>();
    collect(admission, answers);
    return answers;
  }

  @Test
  void noTextOfAnAnswerNamesThePerson() {
    Admission admission =
        Policies.ask(Policies.content("true", "false"), of("7 Nguyễn Văn An, 1984-03-12"));
    String texts =
        admission.toString() + admission.guards() + admission.rules() + admission.reasons();
    for (ViewRole role : ViewRole.values()) {
      texts += admission.view(role);
    }
    texts += Policies.policy(TestPasses.NOW, Policies.document(Policies.content("true")));
    String lower = texts.toLowerCase(Locale.ROOT);
    for (String personal : new String[] {"nguy", "an,", "1984", "03-12", "vaxzevria", "0007"}) {
      assertFalse(lower.contains(personal), texts);
    }
  }

  private static final Instant[] TIMES = {
    TestPasses.NOW,
    Instant.EPOCH,
    Instant.MIN,
    Instant.MAX,
    Instant.parse("0000-01-01T00:00:00Z"),
    Instant.parse("9999-12-31T23:59:59Z"),
    TestPasses.EXP,
    TestPasses.EXP.minusNanos(1)
  };

  private static final Rejection[] REJECTIONS = Rejection.values();

  private static Verification[] shown(Random random, RandomPapers papers) {
    Verification[] shown = new Verification[random.nextInt(10)];
    String[] people = {"7 Nguyễn Văn An, 1984", "Nguyễn Văn An, 1984", "7 Nguyễn An, 1984-03-12"};
    for (int i = 0; i < shown.length; i++) {
      shown[i] =
          random.nextInt(8) == 0
              ? TestVerifications.rejected(REJECTIONS[random.nextInt(REJECTIONS.length)])
              : papers.accepted(
                  Subjects.of(people[random.nextInt(12) == 0 ? random.nextInt(3) : 0]),
                  TestPasses.EXP);
    }
    return shown;
  }

  @Test
  void anAnswerAlwaysComesAndIsTheSameInEveryThread() {
    Random random = new Random(12);
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-10-25"), 22);
    for (int i = 0; i < 600; i++) {
      PolicyContent.Builder content =
          Policies.content(
              RuleOutcomeTest.condition(random, 3), RuleOutcomeTest.condition(random, 2));
      PolicyDocument document = Policies.document(content);
      Clock clock = Clock.fixed(TIMES[random.nextInt(TIMES.length)], ZoneOffset.UTC);
      AdmissionPolicy policy = AdmissionPolicy.unverified(List.of(document), clock);
      Verification[] shown = shown(random, papers);
      Admission admission = policy.evaluate(Policies.SITE, shown);
      List<Object> expected = answers(policy.evaluate(Policies.SITE, shown));
      assertTrue(
          IntStream.range(0, 4)
              .parallel()
              .allMatch(
                  it ->
                      expected.equals(answers(admission))
                          && expected.equals(answers(policy.evaluate(Policies.SITE, shown)))));
    }
  }
}
