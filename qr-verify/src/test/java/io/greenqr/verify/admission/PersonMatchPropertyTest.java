package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for all names, on random Vietnamese ones. */
class PersonMatchPropertyTest {
  private static final int NAMES = 2_000;
  private static final String[] BIRTHS = {
    "1984", "1985", "1984-03", "1984-04", "1984-03-04", "1984-04-03", "1984-01-01", "1984-03-12"
  };

  private static final String[] NAMES_OF_ONE_FAMILY = {
    "Lê Thúy", "Lê Thùy", "LE THUY", "Thúy Lê", "Lê Thị Thúy", "Lê An", "Lê Quý", "Lê Quí"
  };

  private final Random random = new Random(20211128);

  private static PersonMatch match(String a, String b) {
    PersonMatch match = PersonMatch.of(Subjects.named(a), Subjects.named(b));
    assertEquals(match, PersonMatch.of(Subjects.named(b), Subjects.named(a)), a + " | " + b);
    return match;
  }

  private String[] shuffled(String name) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
    Collections.shuffle(words, random);
    return words.toArray(new String[0]);
  }

  @Test
  void everyNameIsItselfInEveryCaseAndComposition() {
    for (int i = 0; i < NAMES; i++) {
      String name = Vietnamese.name(random);
      assertEquals(PersonMatch.SAME, match(name, new String(name)), name);
      assertEquals(PersonMatch.SAME, match(name, name.toUpperCase(Locale.ROOT)), name);
      assertEquals(PersonMatch.SAME, match(name, name.toLowerCase(Locale.ROOT)), name);
      assertEquals(PersonMatch.SAME, match(name, name.replace(' ', '-')), name);
      String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
      assertEquals(Agreement.AGREES, PersonName.compare(name, decomposed), name);
      assertEquals(Agreement.AGREES, PersonName.compare(decomposed, name), name);
    }
  }

  @Test
  void aNameWithoutItsMarksIsNeverDifferent() {
    for (int i = 0; i < NAMES; i++) {
      String name = Vietnamese.name(random);
      String bare = Vietnamese.withoutMarks(name);
      assertEquals(PersonMatch.SAME, match(name, bare), name);
      assertEquals(PersonMatch.SAME, match(name, bare.toUpperCase(Locale.ROOT)), name);
      assertNotEquals(
          PersonMatch.DIFFERENT, match(name, bare.replaceFirst(" ([^ ]*)$", "$1")), name);
      assertNotEquals(PersonMatch.DIFFERENT, match(name, String.join(" ", shuffled(bare))), name);
      int cut = random.nextInt(name.length());
      String half = Vietnamese.withoutMarks(name.substring(0, cut)) + name.substring(cut);
      assertNotEquals(PersonMatch.DIFFERENT, match(name, half), () -> name + " | " + half);
    }
  }

  @Test
  void aNameWithAnotherLetterIsNeverTheSame() {
    String letters = "abcdeghiklmnopqrstuvxy";
    for (int i = 0; i < NAMES; i++) {
      String name = Vietnamese.name(random);
      String bare = Vietnamese.withoutMarks(name);
      int at = random.nextInt(name.length());
      char c = letters.charAt(random.nextInt(letters.length()));
      char was = Character.toLowerCase(bare.charAt(at));
      if (was == ' ' || was == c) {
        continue;
      }
      String changed = name.substring(0, at) + c + name.substring(at + 1);
      assertNotEquals(PersonMatch.SAME, match(name, changed), () -> name + " | " + changed);
      assertNotEquals(PersonMatch.SAME, match(bare, changed), () -> bare + " | " + changed);
      assertNotEquals(PersonMatch.SAME, match(name, Vietnamese.withoutMarks(changed)), () -> name);
      String less = (name.substring(0, at) + name.substring(at + 1)).replace("  ", " ").trim();
      assertNotEquals(PersonMatch.SAME, match(name, less), () -> name + " | " + less);
    }
  }

  @Test
  void aNameWithAnotherLastSyllableIsNeverTheSameWhereBothHaveMarks() {
    int compared = 0;
    for (int i = 0; i < NAMES; i++) {
      String name = Vietnamese.name(random);
      int space = name.lastIndexOf(' ') + 1;
      String last = Normalizer.normalize(Vietnamese.syllable(random), Normalizer.Form.NFC);
      String other = name.substring(0, space) + last;
      boolean marks =
          !Vietnamese.withoutMarks(name).equals(name)
              && !Vietnamese.withoutMarks(other).equals(other);
      if (marks && !name.equals(other)) {
        compared++;
        assertNotEquals(PersonMatch.SAME, match(name, other), () -> name + " | " + other);
      }
    }
    assertTrue(compared > NAMES / 2, "compared " + compared);
  }

  private Subject subject() {
    String name = NAMES_OF_ONE_FAMILY[random.nextInt(NAMES_OF_ONE_FAMILY.length)];
    Subject subject = Subject.of(name, Subjects.birth(BIRTHS[random.nextInt(BIRTHS.length)]));
    int person = random.nextInt(4);
    return person < 2 ? subject : subject.withPerson(Subjects.person(person));
  }

  @Test
  void aFurtherSubjectNeverMakesTheAnswerBetterAndOrderDoesNotCount() {
    Map<PersonMatch, Integer> answers = new EnumMap<>(PersonMatch.class);
    for (int i = 0; i < NAMES; i++) {
      List<Subject> all = new ArrayList<>();
      PersonMatch last = PersonMatch.SAME;
      for (int count = 1 + random.nextInt(8); count > 0; count--) {
        all.add(subject());
        PersonMatch match = PersonMatch.of(all);
        assertTrue(match.compareTo(last) >= 0);
        List<Subject> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        assertEquals(match, PersonMatch.of(order));
        last = match;
      }
      if (all.size() > 1) {
        answers.merge(last, 1, Integer::sum);
      }
    }
    for (PersonMatch match : PersonMatch.values()) {
      assertTrue(answers.getOrDefault(match, 0) > 5, answers.toString());
    }
  }

  @Test
  void withoutIdentifierOnlyEqualDatesAreCertain() {
    for (int i = 0; i < NAMES; i++) {
      Subject a = subject();
      Subject b = subject();
      if (PersonMatch.of(a, b) == PersonMatch.SAME) {
        boolean identified = a.person().isPresent() && a.person().equals(b.person());
        assertTrue(
            identified
                || (a.birth().date().isPresent() && a.birth().date().equals(b.birth().date())));
        assertEquals(a.birth().year(), b.birth().year());
      }
    }
  }
}
