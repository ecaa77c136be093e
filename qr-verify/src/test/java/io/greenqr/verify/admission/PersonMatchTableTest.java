package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs and their answers. */
class PersonMatchTableTest {
  private static final Path DECISION = Path.of("../docs/decisions/0010-matching-persons.md");

  private static void assertMatch(String expected, Subject a, Subject b) {
    PersonMatch match = PersonMatch.valueOf(expected);
    assertEquals(match, PersonMatch.of(a, b));
    assertEquals(match, PersonMatch.of(b, a), "the other way round");
  }

  /** Both born on the same full date. */
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Nguyễn Văn An         | Nguyễn Văn An        | SAME
          Nguyễn Văn An         | NGUYỄN VĂN AN        | SAME
          Nguyễn Văn An         | nguyễn văn an        | SAME
          Nguyễn Văn An         | NGUYEN VAN AN        | SAME
          Nguyễn Văn Ân         | NGUYEN VAN AN        | SAME
          Nguyễn Văn Ẩn         | Nguyen Van An        | SAME
          Đỗ Đức Ước            | DO DUC UOC           | SAME
          Đỗ Đức Ước            | Ðỗ Ðức Ước           | SAME
          Đỗ Đức Ước            | đỗ đức ước           | SAME
          Hoàng Hoà             | Hoàng Hòa            | SAME
          Nguyễn Thị Thúy       | Nguyễn Thị Thuý      | SAME
          Huỳnh Văn Lụân        | Hùynh Văn Luận       | SAME
          Võ Thị Qúy            | Võ Thị Quý           | SAME
          Lê Già                | Lê Gìa               | SAME
          Trần Thị Ánh-Nguyệt   | Trần Thị Ánh Nguyệt  | SAME
          Trần Thị Ánh-Nguyệt   | TRAN THI ANH NGUYET  | SAME
          Trần Thị ÁnhNguyệt    | Trần Thị Ánh Nguyệt  | SAME
          Nguyễn Thanhhà        | Nguyễn Thanh Hà      | SAME
          Nguyen Thanhha        | Nguyen Thanh Ha      | SAME
          J. R. R. Tolkien      | J.R.R. Tolkien       | SAME
          J. R. R. Tolkien      | JRR TOLKIEN          | SAME
          H'Hen Niê             | HHen Niê             | SAME
          H'Hen Niê             | H'HEN NIE            | SAME
          H'Hen Niê             | H Hen Niê            | SAME
          HʼHen Niê             | H'Hen Niê            | SAME
          Nguyễn An             | An Nguyễn            | SAME
          Anna Schmidt          | SCHMIDT ANNA         | SAME
          Jürgen Groß           | JURGEN GROSS         | SAME
          Jürgen Groß           | JÜRGEN GROSS         | SAME
          Søren Ærø             | SOREN AERO           | SAME
          Łukasz Wałęsa         | LUKASZ WALESA        | SAME
          İpek Işık             | IPEK ISIK            | SAME
          Işık Irmak            | IŞIK IRMAK           | SAME
          Ὀδυσσεύς              | ὈΔΥΣΣΕΎΣ             | SAME
          Юлія Шевченко         | ЮЛІЯ ШЕВЧЕНКО        | SAME
          សុខា ចាន់ថា           | សុខា ចាន់ថា          | SAME
          Ａｎ Ｎａ             | An Na                | SAME
          Nguyễn Thị            | Thị Nguyễn           | SAME
          Nguyễn Văn An         | Văn An Nguyễn        | DOUBTFUL
          Nguyễn Văn An         | An Văn Nguyễn        | DOUBTFUL
          Nguyễn Văn An         | An Nguyễn Văn        | DOUBTFUL
          Nguyễn Văn An         | An Nguyen Van        | DOUBTFUL
          Nguyễn Văn Ân         | VAN AN NGUYEN        | DOUBTFUL
          Trần Minh Anh         | Trần Anh Minh        | DOUBTFUL
          Nguyễn Ân             | An Nguyen            | DOUBTFUL
          Nguyễn Thanh Hà       | NGUYEN THANHHA       | DOUBTFUL
          K'Brể                 | K BRE                | DOUBTFUL
          Nguyễn An             | Nguyễn Văn An        | DOUBTFUL
          Nguyen An             | Nguyễn Văn Ân        | DOUBTFUL
          An Nguyễn             | Nguyễn Văn An        | DOUBTFUL
          Nguyễn An             | An Nguyễn Văn        | DOUBTFUL
          Nguyễn Văn            | Nguyễn Văn An        | DOUBTFUL
          Martin King           | Martin King Jr.      | DOUBTFUL
          Nguyễn Văn An         | Nguyễn Văn Ân        | DOUBTFUL
          Nguyễn Văn Ân         | Nguyễn Văn Ẩn        | DOUBTFUL
          Nguyễn Văn An         | Nguyễn Van An        | DOUBTFUL
          Nguyễn Thị Thúy       | Nguyễn Thị Thùy      | DOUBTFUL
          Lê Đan                | Lê Dan               | DOUBTFUL
          Lê Thanhhoà           | Lê Thanh Hòa         | DOUBTFUL
          Lý Văn An             | Lí Văn An            | DOUBTFUL
          Ngô Kỳ                | Ngô Kì               | DOUBTFUL
          Trần Quý              | Trần Quí             | DOUBTFUL
          Trần Quí              | TRAN QUY             | DOUBTFUL
          Tường Vy              | Tường Vi             | DOUBTFUL
          Mária Kiss            | María Kiss           | DOUBTFUL
          Trần Mai              | Trần May             | DIFFERENT
          Trần Tây              | Trần Tâi             | DIFFERENT
          Trần Uy               | Trần Ui              | DIFFERENT
          Trần Thúy             | Trần Thúi            | DIFFERENT
          Trần Ky               | Trần Ty              | DIFFERENT
          Nguyễn Văn An         | Nguyễn Văn Anh       | DIFFERENT
          Nguyễn Văn An         | Nguyễn Văn Ba        | DIFFERENT
          Nguyễn Văn An         | Trần Văn An          | DIFFERENT
          Nguyễn Văn An         | NGUYEN VAN ANH       | DIFFERENT
          Nguyễn                | Nguyễn Văn An        | DIFFERENT
          An                    | Nguyễn Văn An        | DIFFERENT
          Lê Lê                 | Lê Văn An            | DIFFERENT
          Nguyễn Văn Văn        | Nguyễn Văn An        | DIFFERENT
          Nguyễn Văn An         | An Van Nguyễn        | DIFFERENT
          Jürgen Groß           | JUERGEN GROSS        | DIFFERENT
          Андрей Иванов         | Андреи Иванов        | DIFFERENT
          ʻ                     | ʼ                    | DIFFERENT
          ʻ                     | An                   | DIFFERENT
          Αννα                  | Anna                 | DIFFERENT
          नरेन्द्र              | नरन्द्र              | DIFFERENT
          रामा                  | रम                   | DIFFERENT
          中村 さくら           | 中村 ざくら          | DIFFERENT
          ភ្នំពេញ               | ភនពញ                 | DIFFERENT
          """)
  void namesOfPeopleBornOnOneDay(String a, String b, String match) {
    assertMatch(match, Subjects.named(a), Subjects.named(b));
    // With the year alone nothing is certain, and nothing that is wrong becomes possible.
    PersonMatch year =
        PersonMatch.of(
            Subject.of(a, Subjects.birth("1984")), Subject.of(b, Subjects.birth("1984")));
    assertTrue(year != PersonMatch.SAME && year.compareTo(PersonMatch.valueOf(match)) >= 0);
  }

  /** Names of 24 letters and more, one cut off. */
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Trần Lê Phương Khanh Huyền Vân | Trần Lê Phương Khanh Huyền V | DIFFERENT
          Trần Lê Phương Khánh Huyền Vân | Trần Lê Phương Khánh Huyền Vâ | DOUBTFUL
          Công Tằng Tôn Nữ Phương Khanh | Công Tằng Tôn Nữ Phương Kh | DIFFERENT
          Công Tằng Tôn Nữ Phương Khanh Huyền | Công Tằng Tôn Nữ Phương Khanh H | DOUBTFUL
          Công Tằng Tôn Nữ Phương Khanh Huyền | CONG TANG TON NU PHUONG KHANH HUY | DOUBTFUL
          Công Tằng Tôn Nữ Phương Khanh Huyền | Công Tằng Tôn Nữ Phương Khanh Huyê | DOUBTFUL
          Công Tằng Tôn Nữ Phương Khanh Huyền | Công Tằng Tôn Nữ Phương Khanh Huyến | DOUBTFUL
          Công Tằng Tôn Nữ Phương Khanh Huyền | Công Tằng Tôn Nữ Phương Khanh T | DIFFERENT
          Công Tằng Tôn Nữ Phương Khanh Huyền | Công Tằng Tôn Nữ Phương Khanh Ha | DIFFERENT
          """)
  void namesThatMayHaveBeenCutOff(String a, String b, String match) {
    assertMatch(match, Subjects.named(a), Subjects.named(b));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          1984-03-12 | 1984-03-12 | SAME      | DOUBTFUL
          1984-03-01 | 1984-03-01 | SAME      | DOUBTFUL
          1984-12-31 | 1984-12-31 | SAME      | DOUBTFUL
          1984       | 1984       | DOUBTFUL  | DIFFERENT
          1984-03    | 1984-03    | DOUBTFUL  | DIFFERENT
          1984       | 1984-03    | DOUBTFUL  | DIFFERENT
          1984       | 1984-03-12 | DOUBTFUL  | DIFFERENT
          1984-03    | 1984-03-12 | DOUBTFUL  | DIFFERENT
          1984-01-01 | 1984-03-12 | DOUBTFUL  | DIFFERENT
          1984-01-01 | 1984-03    | DOUBTFUL  | DIFFERENT
          1984-01-01 | 1984-01-01 | DOUBTFUL  | DIFFERENT
          1984-01-01 | 1984       | DOUBTFUL  | DIFFERENT
          1984-03-04 | 1984-04-03 | DOUBTFUL  | DIFFERENT
          1984-12-11 | 1984-11-12 | DOUBTFUL  | DIFFERENT
          1984-01-02 | 1984-02-01 | DOUBTFUL  | DIFFERENT
          1984       | 1985       | DIFFERENT | DIFFERENT
          1984       | 1985-03-12 | DIFFERENT | DIFFERENT
          1984-03    | 1984-04    | DIFFERENT | DIFFERENT
          1984-03    | 1984-04-12 | DIFFERENT | DIFFERENT
          1984-03    | 1984-04-03 | DIFFERENT | DIFFERENT
          1984-01    | 1984-03-12 | DIFFERENT | DIFFERENT
          1984-03-05 | 1984-04-03 | DIFFERENT | DIFFERENT
          1984-03-12 | 1984-03-13 | DIFFERENT | DIFFERENT
          1984-03-01 | 1984-03-12 | DIFFERENT | DIFFERENT
          1984-03-12 | 1985-03-12 | DIFFERENT | DIFFERENT
          1984-03-04 | 1985-04-03 | DIFFERENT | DIFFERENT
          1984-01-01 | 1985-01-01 | DIFFERENT | DIFFERENT
          1984-01-01 | 1985-03-12 | DIFFERENT | DIFFERENT
          """)
  void birthsOfOneNameAndOfNamesWithOtherMarks(String a, String b, String one, String marks) {
    assertMatch(one, Subjects.of("Lê Thúy, " + a), Subjects.of("Lê Thúy, " + b));
    assertMatch(one, Subjects.of("Lê Thúy, " + a), Subjects.of("LE THUY, " + b));
    assertMatch(marks, Subjects.of("Lê Thúy, " + a), Subjects.of("Lê Thùy, " + b));
    assertMatch("DIFFERENT", Subjects.of("Lê Thúy, " + a), Subjects.of("Lê An, " + b));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Lê Thúy, 1984-03-12 | Lê Thúy, 1984-03-12      | SAME      | DOUBTFUL
          Lê Thúy, 1984-03-12 | LE THUY, 1984-03-12      | SAME      | DOUBTFUL
          Lê Thúy, 1984-03-12 | Thúy Lê, 1984-03-12      | SAME      | DOUBTFUL
          Lê Thúy, 1984       | Lê Thúy, 1984            | SAME      | DIFFERENT
          Lê Thúy, 1984       | Lê Thúy, 1984-03-12      | SAME      | DIFFERENT
          Lê Thúy, 1984-01-01 | Lê Thúy, 1984-03-12      | SAME      | DIFFERENT
          Lê Thúy, 1984-03-12 | Lê Thị Thúy, 1984-03-12  | SAME      | DIFFERENT
          Lê Thúy, 1984-03-12 | THI THUY LE, 1984        | SAME      | DIFFERENT
          Lê Thúy, 1984-03-12 | Lê Thùy, 1984-03-12      | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984-03-12 | Ngô An, 1984-03-12       | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984       | Ngô An, 1984             | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984-03-12 | Lê Thúy, 1984-12-03      | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984-03-12 | Lê Thúy, 1990-03-12      | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984-03-12 | LE THI THUY, 1990-03-12  | DOUBTFUL  | DIFFERENT
          Lê Thúy, 1984-03-12 | Lê Thùy, 1984-12-03      | DIFFERENT | DIFFERENT
          Lê Thúy, 1984-03-12 | Ngô An, 1990-03-12       | DIFFERENT | DIFFERENT
          """)
  void oneIdentifierAndTwo(String a, String b, String one, String two) {
    assertMatch(one, Subjects.of("7 " + a), Subjects.of("7 " + b));
    assertMatch(two, Subjects.of("7 " + a), Subjects.of("8 " + b));
    // One identifier alone says nothing.
    PersonMatch none = PersonMatch.of(Subjects.of(a), Subjects.of(b));
    assertMatch(none.name(), Subjects.of("7 " + a), Subjects.of(b));
  }

  @Test
  void answersAsItsDecisionSays() throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(DECISION)) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length == 6 && cells[3].matches("[A-Z]{4,}")) {
        rows.add(cells);
      }
    }
    assertTrue(rows.size() >= 30, "rows " + rows.size());
    for (String[] row : rows) {
      assertMatch(row[3], Subjects.of(row[1]), Subjects.of(row[2]));
    }
  }
}
