package io.greenqr.verify.admission;

import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Subject;
import java.time.LocalDate;
import java.time.YearMonth;

/** Subjects as tables of tests write them: {@code 7 Nguyễn Văn An, 1984-03-12}. */
final class Subjects {
  static final String DATE = "1984-03-12";

  private Subjects() {}

  static Birth birth(String iso) {
    return switch (iso.length()) {
      case 4 -> Birth.ofYear(Integer.parseInt(iso));
      case 7 -> Birth.of(YearMonth.parse(iso));
      default -> Birth.of(LocalDate.parse(iso));
    };
  }

  static PersonId person(int number) {
    return PersonId.of(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) number});
  }

  static Subject named(String name) {
    return Subject.of(name, birth(DATE));
  }

  /** Of a name, a birth after a comma, and before both, if there is one, a digit as identifier. */
  static Subject of(String text) {
    int comma = text.indexOf(", ");
    boolean identified = Character.isDigit(text.charAt(0));
    Subject subject =
        Subject.of(text.substring(identified ? 2 : 0, comma), birth(text.substring(comma + 2)));
    return identified ? subject.withPerson(person(text.charAt(0) - '0')) : subject;
  }
}
