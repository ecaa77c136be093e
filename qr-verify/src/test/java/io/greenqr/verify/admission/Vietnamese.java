package io.greenqr.verify.admission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Vietnamese letters and names, put together from their parts. */
final class Vietnamese {
  /** None, grave, acute, hook above, tilde, dot below. */
  static final List<String> TONES = List.of("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323");

  private static final String[] FAMILIES = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Mai", "Cao", "Phan"
  };
  private static final String[] ONSETS = {
    "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "k", "kh", "l", "m", "n", "ng", "nh", "ph", "qu",
    "s", "t", "th", "tr", "v", "x"
  };

  /** With U+0300 where the tone stands. */
  private static final String[] RHYMES = {
    "a\u0300", "a\u0300n", "a\u0300nh", "ă\u0300n", "â\u0300n", "â\u0300y", "e\u0300m",
    "ê\u0300", "iê\u0300n", "i\u0300", "o\u0300", "oa\u0300", "oe\u0300", "ô\u0300ng",
    "ơ\u0300n", "u\u0300", "uy\u0300", "uyê\u0300n", "uy\u0300nh", "ư\u0300", "ươ\u0300ng",
    "y\u0300"
  };

  record Vowel(String base, String quality) {}

  private Vietnamese() {}

  /** a ă â e ê i o ô ơ u ư y. */
  static List<Vowel> vowels() {
    List<Vowel> vowels = new ArrayList<>();
    for (String base : List.of("a", "e", "i", "o", "u", "y")) {
      vowels.add(new Vowel(base, ""));
    }
    for (String base : List.of("a", "e", "o")) {
      vowels.add(new Vowel(base, "\u0302"));
    }
    vowels.add(new Vowel("a", "\u0306"));
    vowels.add(new Vowel("o", "\u031b"));
    vowels.add(new Vowel("u", "\u031b"));
    return vowels;
  }

  static String syllable(Random random) {
    String syllable =
        ONSETS[random.nextInt(ONSETS.length)]
            + RHYMES[random.nextInt(RHYMES.length)].replace("\u0300", TONES.get(random.nextInt(6)));
    return capital(syllable);
  }

  /** Of two to five words. */
  static String name(Random random) {
    StringBuilder name = new StringBuilder(FAMILIES[random.nextInt(FAMILIES.length)]);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      name.append(' ').append(syllable(random));
    }
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** As software without Unicode writes it; not by the code under test. */
  static String withoutMarks(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  private static String capital(String syllable) {
    return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
  }
}
