package io.greenqr.format.pass;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.CborGenerator;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
  private static Parts passOf(String name) {
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    HexFormat hex = HexFormat.of();
    byte[] head = CborGenerator.head(3, content.length);
    return Parts.claims().with("name", hex.formatHex(head) + hex.formatHex(content));
  }

  private static void assertRejected(FormatFault fault, String name) {
    assertInvalid(fault, () -> Subject.of(name, Birth.ofYear(1980)));
    Parts pass = passOf(name);
    assertFault(fault, pass.at("subject"), () -> CwtClaims.decode(pass.bytes()));
  }

  private static void assertAllowed(String name) throws FormatException {
    assertEquals(name, Subject.of(name, Birth.ofYear(1980)).name());
    assertEquals(name, CwtClaims.decode(passOf(name).bytes()).pass().subject().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "Nguyễn Thị Ánh Tuyết",
        "ĐỖ ĐỨC ƯỚC",
        "H'Hen Niê",
        "K'Brể",
        "Y-Thông",
        "J. R. R. Tolkien",
        "O'Neill-Smith",
        "Anne-Marie",
        "សុខា ចាន់ថា",
        "ភ្នំពេញ",
        "محمد بن عبد الله",
        "مُحَمَّد",
        "नरेन्द्र",
        "中村 さくら",
        "김민준",
        "Юлія",
        "Ἀχιλλεύς",
        "Þórr",
        "Muñoz",
        "q\u0323x",
        "ʻOkina",
        "𞤀𞤣𞤤𞤢𞤥",
        "Martin Luther King Jr."
      })
  void allowsNamesOfPeople(String name) throws FormatException {
    assertAllowed(name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          right-to-left override      | 202e
          left-to-right override      | 202d
          right-to-left embedding     | 202b
          pop directional formatting  | 202c
          left-to-right isolate       | 2066
          pop directional isolate     | 2069
          left-to-right mark          | 200e
          right-to-left mark          | 200f
          Arabic letter mark          | 061c
          zero width space            | 200b
          zero width non-joiner       | 200c
          zero width joiner           | 200d
          word joiner                 | 2060
          invisible separator         | 2063
          byte order mark             | feff
          soft hyphen                 | 00ad
          interlinear annotation      | fff9
          language tag                | e0041
          null                        | 0000
          bell                        | 0007
          tab                         | 0009
          line feed                   | 000a
          carriage return             | 000d
          escape                      | 001b
          delete                      | 007f
          next line                   | 0085
          line separator              | 2028
          paragraph separator         | 2029
          no-break space              | 00a0
          thin space                  | 2009
          ideographic space           | 3000
          Ogham space                 | 1680
          digit                       | 0031
          Arabic digit                | 0661
          Khmer digit                 | 17e1
          superscript two             | 00b2
          Roman numeral four          | 2163
          comma                       | 002c
          slash                       | 002f
          quotation mark              | 0022
          at sign                     | 0040
          less than                   | 003c
          vertical bar                | 007c
          underscore                  | 005f
          en dash                     | 2013
          hyphen of Unicode           | 2010
          curly apostrophe            | 2019
          grave accent                | 0060
          emoji                       | 1f637
          replacement character       | fffd
          private use                 | e000
          private use of plane 16     | 10fffd
          unassigned                  | 0378
          noncharacter                | ffff
          last code point             | 10ffff
          """)
  void rejectsCharactersThatNoNameHas(String what, String point) {
    String c = Character.toString(Integer.parseInt(point, 16));
    assertRejected(FormatFault.NAME_CHARACTER, "A" + c + "B");
    assertRejected(FormatFault.NAME_CHARACTER, "Ab" + c);
    assertRejected(FormatFault.NAME_CHARACTER, c + "Ab");
    assertRejected(FormatFault.NAME_CHARACTER, "A " + c + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        " A",
        "A ",
        "A  B",
        "A B ",
        "-",
        "'",
        ".",
        "-A",
        "'A",
        ".A",
        "A -",
        "A 'B",
        "A . B",
        "\u0301",
        "\u0301A",
        "A \u0323B",
        "\u17c6",
        "A \u17b6"
      })
  void rejectsLettersSpacesAndMarksWhereTheyMayNotStand(String name) {
    assertRejected(FormatFault.NAME_CHARACTER, name);
  }

  @Test
  void countsBytesOfUtf8() throws FormatException {
    assertRejected(FormatFault.NAME_LENGTH, "");
    assertAllowed("A".repeat(64));
    assertRejected(FormatFault.NAME_LENGTH, "A".repeat(65));
    assertAllowed("Ư".repeat(32));
    assertRejected(FormatFault.NAME_LENGTH, "Ư".repeat(32) + "A");
    assertAllowed("ễ".repeat(21) + "A");
    assertRejected(FormatFault.NAME_LENGTH, "ễ".repeat(21) + "Ư");
    assertAllowed("𞤀".repeat(16));
    assertRejected(FormatFault.NAME_LENGTH, "𞤀".repeat(16) + "A");
    // Half of a surrogate pair is refused for what it is.
    assertRejected(FormatFault.NAME_CHARACTER, "A".repeat(63) + "\ud800");
  }

  @Test
  void rejectsWhatIsNotInNfcWhereverItComesFrom() {
    String decomposed = "Nguye\u0302\u0303n";
    assertInvalid(FormatFault.CBOR_NOT_NFC, () -> Subject.of(decomposed, Birth.ofYear(1980)));
    Parts pass = passOf(decomposed);
    assertFault(
        FormatFault.CBOR_NOT_NFC, pass.at("name") + 1, () -> CwtClaims.decode(pass.bytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "A\ud83d", "\ude37A", "A\ud83d B"})
  void rejectsLoneSurrogatesOfACaller(String name) {
    assertInvalid(FormatFault.NAME_CHARACTER, () -> Subject.of(name, Birth.ofYear(1980)));
  }
}
