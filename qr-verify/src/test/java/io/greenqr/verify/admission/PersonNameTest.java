package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The forms in which names are compared. */
class PersonNameTest {
  private static String marked(String name) {
    return String.join(" ", PersonName.of(name).marked().words());
  }

  private static String plain(String name) {
    return String.join(" ", PersonName.of(name).plain().words());
  }

  private static void assertAgree(String a, String b) {
    assertEquals(Agreement.AGREES, PersonName.compare(a, b), a + " " + b);
    assertEquals(marked(a), marked(b), a + " " + b);
  }

  @Test
  void allVietnameseLettersHaveTheirBaseQualityAndTone() {
    Set<String> letters = new HashSet<>();
    Set<String> forms = new HashSet<>();
    for (Vietnamese.Vowel vowel : Vietnamese.vowels()) {
      for (String tone : Vietnamese.TONES) {
        String decomposed = vowel.base() + vowel.quality() + tone;
        String letter = Normalizer.normalize(decomposed, Normalizer.Form.NFC);
        if (letter.equals(vowel.base())) {
          continue;
        }
        assertEquals(1, letter.length());
        for (String spelling : List.of(letter, decomposed, letter.toUpperCase(Locale.ROOT))) {
          letters.add(Normalizer.normalize(spelling, Normalizer.Form.NFC));
          assertEquals(decomposed, marked(spelling));
          assertEquals(vowel.base(), plain(spelling));
          forms.add(marked(spelling));
        }
      }
    }
    for (String letter : List.of("đ", "Đ")) {
      letters.add(letter);
      assertEquals("đ", marked(letter));
      assertEquals("d", plain(letter));
      forms.add(marked(letter));
    }
    assertEquals(134, letters.size());
    assertEquals(67, forms.size());
  }

  @Test
  void oldAndNewPlacesOfTheToneAreOne() {
    for (String rhyme : List.of("oa", "oe", "uy")) {
      for (String onset : List.of("", "h", "kh", "th", "l", "ng", "x")) {
        for (String coda : List.of("", "n", "ng", "nh", "t", "ch", "i", "o")) {
          Set<String> forms = new HashSet<>();
          for (String tone : Vietnamese.TONES.subList(1, 6)) {
            String old = onset + rhyme.charAt(0) + tone + rhyme.charAt(1) + coda;
            String young = onset + rhyme + tone + coda;
            assertAgree(nfc("Lê " + old), nfc("Lê " + young));
            assertAgree(nfc("Lê " + old).toUpperCase(Locale.ROOT), nfc("lê " + young));
            forms.add(marked(young));
          }
          assertEquals(5, forms.size(), "tones stay apart");
        }
      }
    }
  }

  @Test
  void theToneStaysWithItsSyllable() {
    assertNotEquals(marked("Mária"), marked("María"));
    assertNotEquals(marked("Thanhhà"), marked("Thànhha"));
    assertNotEquals(marked("Thị Anh"), marked("Thi Ạnh"));
    // Four vowels, or two tones: these are two syllables.
    assertNotEquals(marked("Maiái"), marked("Máiai"));
    assertNotEquals(marked("Hòá"), marked("Hóà"));
    assertNotEquals(marked("Hòá"), marked("Hoá"));
  }

  @Test
  void everyLetterIsFreeOfCaseAndOfComposition() {
    int letters = 0;
    for (int point = 'A'; point <= Character.MAX_CODE_POINT; point++) {
      String name = "N" + Character.toString(point) + "t";
      if (Character.isLetter(point) && Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
        letters++;
        String form = marked(name);
        assertEquals(form, marked(Normalizer.normalize(name, Normalizer.Form.NFD)), name);
        assertEquals(form, marked(name.toUpperCase(Locale.ROOT)), () -> describe(name));
        assertEquals(form, marked(name.toLowerCase(Locale.ROOT)), () -> describe(name));
        assertTrue(form.length() <= 3 * 18, name);
      }
    }
    assertTrue(letters > 100_000, "letters " + letters);
  }

  private static String describe(String name) {
    return name + " " + Integer.toHexString(name.codePointAt(1));
  }

  @Test
  void defaultLocalesChangeNothing() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr", "lt", "az", "vi")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals("thi i i i", marked("THI İ I ı"));
        assertAgree("Nguyễn Thị Lĩ", "NGUYỄN THỊ LĨ");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatStandsBetweenWordsIsNotPartOfThem() {
    assertEquals("anh nguyet", plain("Ánh-Nguyệt"));
    assertEquals("j r r tolkien", plain("J.R.R. Tolkien"));
    assertEquals("oneill smith", plain("O'Neill-Smith"));
    assertEquals("a b", plain("A.-.B'-"));
  }

  @Test
  void lettersThatAreNotTakenApartHaveTheirBase() {
    assertEquals("d h l o ae oe th ss", plain("Đ Ħ Ł Ø Æ Œ Þ ß"));
    assertEquals("đ ħ ł ø æ œ þ ss", marked("Đ Ħ Ł Ø Æ Œ Þ ẞ"));
    assertEquals("đ đ đ", marked("Đ Ð Ɖ"));
    assertEquals("o ae", plain("Ǿ Ǽ"));
  }

  @Test
  void theSigmaAtTheEndOfAWordIsTheOneWithin() {
    assertEquals(Agreement.AGREES, PersonName.compare("Νίκος Παπάς", "ΝίκοςΠαπάς"));
  }

  @Test
  void marksOfOtherScriptsStay() {
    for (String name : List.of("й", "नरेन्द्र", "ភ្នំពេញ", "مُحَمَّد", "ざ", "ё")) {
      assertEquals(marked(name), plain(name));
      String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
      assertNotEquals(plain(bare), plain(name));
    }
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
