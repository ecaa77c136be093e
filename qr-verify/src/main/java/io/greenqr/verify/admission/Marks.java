package io.greenqr.verify.admission;

/**
 * The marks of Latin letters, in a text in Normalization Form KD and lower case.
 *
 * <p>Only marks of Latin letters can be left out and still be the same name: in other scripts a
 * mark is a vowel or makes another letter.
 */
final class Marks {
  /** Vowel letters that stand together in one syllable at most: ngoéo, cười, khuyên. */
  private static final int MAX_VOWELS = 3;

  private Marks() {}

  /** A mark of the block Combining Diacritical Marks, which has all marks of the Latin letters. */
  static boolean isMark(char c) {
    return c >= '\u0300' && c <= '\u036f';
  }

  /** Grave, acute, tilde, hook above, dot below: the tones of Vietnamese. */
  private static boolean isTone(char c) {
    return switch (c) {
      case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323' -> true;
      default -> false;
    };
  }

  static boolean isVowel(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  /**
   * The word with its tone after the vowels it stands among. Hòa and hoà are the old and the new
   * way to write one syllable, and a syllable has one tone. Where vowels carry two tones, or are
   * more than a syllable has, they are several syllables and nothing is moved.
   */
  static String withToneLast(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      if (!isVowel(word.charAt(i))) {
        out.append(word.charAt(i++));
        continue;
      }
      int from = i;
      int start = out.length();
      int vowels = 0;
      int tones = 0;
      char tone = 0;
      for (; i < word.length() && (isVowel(word.charAt(i)) || isMark(word.charAt(i))); i++) {
        char c = word.charAt(i);
        if (isTone(c)) {
          tone = c;
          tones++;
        } else {
          out.append(c);
          vowels += isVowel(c) ? 1 : 0;
        }
      }
      if (tones == 1 && vowels <= MAX_VOWELS) {
        out.append(tone);
      } else {
        out.setLength(start);
        out.append(word, from, i);
      }
    }
    return out.toString();
  }

  /**
   * The word as it is written where there are no marks: in capitals on old papers, in the
   * machine-readable zone of a passport (ICAO 9303-3 section 6), by software that knows ASCII only.
   */
  static String without(String word) {
    StringBuilder out = new StringBuilder(word.length());
    boolean latin = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isMark(c)) {
        if (!latin) {
          out.append(c);
        }
        continue;
      }
      int start = out.length();
      appendBase(c, out);
      latin = out.charAt(start) >= 'a' && out.charAt(start) <= 'z';
    }
    return out.toString();
  }

  /** Letters that Unicode does not take apart. */
  private static void appendBase(char c, StringBuilder out) {
    switch (c) {
      case 'đ' -> out.append('d');
      case 'ħ' -> out.append('h');
      case 'ł' -> out.append('l');
      case 'ø' -> out.append('o');
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'þ' -> out.append("th");
      default -> out.append(c);
    }
  }
}
