package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Subject;
import io.greenqr.verify.trust.Allocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Several subjects, and what a comparison takes and shows. */
class PersonMatchTest {
  private static PersonMatch ofAll(String... subjects) {
    List<Subject> all = new ArrayList<>();
    for (String subject : subjects) {
      all.add(Subjects.of(subject));
    }
    PersonMatch match = PersonMatch.of(all);
    for (int i = 0; i < all.size(); i++) {
      Collections.rotate(all, 1);
      assertEquals(match, PersonMatch.of(all));
      Collections.reverse(all);
      assertEquals(match, PersonMatch.of(all));
      Collections.reverse(all);
    }
    return match;
  }

  @Test
  void oneSubjectIsOnePersonWhateverItSays() {
    assertEquals(PersonMatch.SAME, ofAll("Lê An, 1984"));
    assertEquals(PersonMatch.SAME, ofAll("Lê Thúy, 1984-03-12"));
  }

  @Test
  void equalSubjectsAreOnePersonIfBirthOrIdentifierIsCertain() {
    assertEquals(PersonMatch.SAME, ofAll("Lê An, 1984-03-12", "Lê An, 1984-03-12"));
    assertEquals(PersonMatch.SAME, ofAll("7 Lê An, 1984", "7 Lê An, 1984"));
    assertEquals(PersonMatch.DOUBTFUL, ofAll("Lê An, 1984", "Lê An, 1984"));
    assertEquals(PersonMatch.DOUBTFUL, ofAll("Lê An, 1984-03", "Lê An, 1984-03"));
    assertEquals(PersonMatch.DOUBTFUL, ofAll("Lê An, 1984-01-01", "Lê An, 1984-01-01"));
  }

  @Test
  void aCardWithoutMarksJoinsNobody() {
    assertEquals(
        PersonMatch.DOUBTFUL,
        ofAll("Lê Thúy, 1984-03-12", "LE THUY, 1984-03-12", "Lê Thùy, 1984-03-12"));
  }

  @Test
  void aCardWithoutIdentifierJoinsNobody() {
    assertEquals(
        PersonMatch.DOUBTFUL,
        ofAll("7 Lê An, 1984-03-12", "Lê An, 1984-03-12", "8 Lê An, 1984-03-12"));
    assertEquals(
        PersonMatch.DIFFERENT, ofAll("7 Lê An, 1984-03-12", "Lê An, 1984", "8 Lê An, 1984-03-13"));
  }

  @Test
  void aCardWithAYearOnlyJoinsNobody() {
    assertEquals(
        PersonMatch.DIFFERENT, ofAll("Lê An, 1984-03-12", "Lê An, 1984", "Lê An, 1984-03-13"));
  }

  @Test
  void oneDifferentPassDecidesAmongEight() {
    String[] all = new String[8];
    Arrays.fill(all, "Lê An, 1984-03-12");
    assertEquals(PersonMatch.SAME, ofAll(all));
    all[3] = "LE AN, 1984";
    assertEquals(PersonMatch.DOUBTFUL, ofAll(all));
    all[6] = "Lê Ba, 1984-03-12";
    assertEquals(PersonMatch.DIFFERENT, ofAll(all));
  }

  @Test
  void refusesNoSubjectAtAll() {
    assertThrows(IllegalArgumentException.class, () -> PersonMatch.of(Collections.emptyList()));
  }

  @Test
  void showsNothingOfThePerson() {
    PersonName name = PersonName.of("Nguyễn Văn An");
    String shown =
        name.toString() + name.marked() + name.plain() + PersonMatch.of(many("Nguyễn Văn An", 2));
    for (String part : List.of("nguy", "văn", "van", "an ")) {
      assertFalse(shown.toLowerCase(Locale.ROOT).contains(part), part);
    }
  }

  private static List<Subject> many(String name, int count) {
    List<Subject> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(Subjects.named(new String(name)));
    }
    return all;
  }

  /** Two dates and what wraps them at most; one normalised name takes twice as much. */
  @Test
  void equalSubjectsAndOtherBirthsAreAnsweredWithoutFormsOfNames() throws Throwable {
    List<Subject> two = many("Nguyễn Thị Thanh Huyền", 2);
    Subject other = Subjects.of("NGUYEN THI THANH HUYEN, 1985-03-12");
    long least = Long.MAX_VALUE;
    long form = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      least =
          Math.min(
              least,
              Allocation.of(
                  () -> {
                    assertEquals(PersonMatch.SAME, PersonMatch.of(two.get(0), two.get(1)));
                    assertEquals(PersonMatch.DIFFERENT, PersonMatch.of(two.get(0), other));
                  }));
      form = Math.min(form, Allocation.of(() -> PersonName.of("Nguyễn Thị Thanh Huyền")));
    }
    System.out.println("PersonMatchTest: " + least + " B for two answers, a form " + form + " B");
    assertTrue(least <= 400 && form > 400, least + " B, a form " + form + " B");
  }
}
