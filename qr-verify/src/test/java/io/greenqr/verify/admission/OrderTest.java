package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What conditions see does not depend on which pass is shown first: else the person, who chooses
 * the order, would choose the answer.
 */
class OrderTest {
  private static final Map<String, Program> PATHS = new LinkedHashMap<>();

  static {
    paths("", "status", "person.birth");
    paths("declaration.", "at", "area", "assurance", "symptoms.0", "symptoms.1", "symptoms.2");
    paths("declaration.exposures.", "0", "1", "2");
    paths("monitoring.", "state", "since", "until", "assurance", "reading.at");
    paths("monitoring.reading.", "temperature", "spo2");
    paths("released.", "since", "assurance");
    paths("vaccination.", "count");
    for (String dose : List.of("first", "last", "completed", "doses.0", "doses.1", "doses.2")) {
      paths("vaccination." + dose + ".", "product", "number", "of", "day", "assurance");
    }
    for (String test :
        List.of(
            "last",
            "lastNegative",
            "negative.antigen",
            "negative.nucleic-acid",
            "firstPositive",
            "lastPositive",
            "all.0",
            "all.1",
            "all.2",
            "all.3",
            "all.4")) {
      paths("tests." + test + ".", "method", "result", "sampledAt", "facility", "assurance");
    }
  }

  private final Random random = new Random(7);

  private static void paths(String prefix, String... names) {
    for (String name : names) {
      try {
        String path = prefix + name;
        PATHS.put(path, Program.compile(Policies.json("{'var':'" + path + "'}")));
      } catch (CertLogicException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String text(Value value) {
    return value instanceof TextValue text
        ? text.text()
        : value instanceof IntegerValue number
            ? "" + number.value()
            : value == NullValue.NULL ? "-" : value.getClass().getSimpleName();
  }

  private static Map<String, String> seen(List<Accepted> accepted) {
    ShownPasses shown = ShownPasses.of(accepted);
    long now = TestPasses.NOW.getEpochSecond();
    Evidence evidence = new Evidence(shown, Assurance.NONE, now, 7 * 3600);
    TrustTimes trust = new TrustTimes(shown, null, now);
    EvidenceView view = new EvidenceView(shown, evidence, Policies.SITE, trust, now, 420);
    Map<String, String> seen = new LinkedHashMap<>();
    PATHS.forEach((path, program) -> seen.put(path, text(program.evaluate(view, null))));
    seen.put("positive", "" + evidence.isPositive());
    seen.put("monitored", "" + !evidence.monitoring().standing().isEmpty());
    seen.put("match", "" + shown.match());
    return seen;
  }

  private void assertSameInEveryOrder(int rounds, int most, Subject... subjects) {
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-11-09"), 3);
    for (int i = 0; i < rounds; i++) {
      List<Accepted> shown =
          new ArrayList<>(Arrays.asList(papers.several(2 + random.nextInt(most - 1), subjects)));
      Map<String, String> expected = seen(shown);
      for (int j = 0; j < 4; j++) {
        Collections.shuffle(shown, random);
        assertEquals(expected, seen(shown));
      }
    }
  }

  @Test
  void twoPassesAreTheSameInEitherOrder() {
    assertSameInEveryOrder(5_000, 2, Papers.AN);
  }

  @Test
  void manyPassesAreTheSameInEveryOrder() {
    assertSameInEveryOrder(2_000, 6, Papers.AN);
  }

  @Test
  void soAreThoseOfPeopleWhoseBirthIsWrittenInSeveralWays() {
    assertSameInEveryOrder(
        1_000,
        4,
        Subjects.of("7 Nguyễn Văn An, 1984"),
        Subjects.of("7 Nguyễn Văn An, 1984-01-01"),
        Subjects.of("7 Nguyễn Văn An, 1984-03"),
        Subjects.of("7 Nguyễn Văn An, 1984-03-12"),
        Subjects.of("7 Nguyễn Văn An, 1984-12-03"));
  }

  @Test
  void aPassThatIsShownTwiceIsSeenOnce() {
    RandomPapers papers = new RandomPapers(random, LocalDate.parse("2021-11-09"), 3);
    for (int i = 0; i < 1_000; i++) {
      List<Accepted> shown = new ArrayList<>(Arrays.asList(papers.several(3, Papers.AN)));
      Map<String, String> expected = seen(shown);
      shown.addAll(new ArrayList<>(shown));
      assertEquals(expected, seen(shown));
    }
  }

  @Test
  void theBirthIsTheOneThatIsKnownBest() {
    // A date of January 1 is what registers write that know the year only.
    List<Accepted> shown =
        Arrays.asList(
            Papers.accept(
                Pass.builder(Subjects.of("7 Nguyễn Văn An, 2004-01-01"))
                    .declaration(
                        Papers.declares("2021-11-01T00:00:00Z", 0, 0).pass().declaration().get())),
            Papers.accept(
                Pass.builder(Subjects.of("7 Nguyễn Văn An, 2004-12-31"))
                    .declaration(
                        Papers.declares("2021-11-01T00:00:00Z", 0, 0).pass().declaration().get())));
    assertEquals("2004-12-31", seen(shown).get("person.birth"));
    Collections.reverse(shown);
    assertEquals("2004-12-31", seen(shown).get("person.birth"));
  }
}
