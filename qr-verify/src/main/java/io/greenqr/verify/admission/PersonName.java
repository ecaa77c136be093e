package io.greenqr.verify.admission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A person's name in the two forms in which names are compared: with marks and without
 * (docs/decisions/0010).
 *
 * <p>Both are free of case, of the choice among composed and decomposed letters, of apostrophes,
 * and of whether words are set apart by a space, a hyphen or a dot. There is no distance between
 * names: each difference that is bridged has its rule, and a difference without rule is one.
 */
final class PersonName {
  /**
   * Letters from which a shorter name may be a longer one cut off. The field with the least room is
   * that of a card's machine-readable zone, 30 characters with what stands between words (ICAO
   * 9303-5). Below it An is not the beginning of Anh.
   */
  private static final int CUT_FROM = 24;

  private final NameWords marked;
  private final NameWords plain;

  private PersonName(NameWords marked, NameWords plain) {
    this.marked = marked;
    this.plain = plain;
  }

  static PersonName of(String name) {
    List<String> words = words(name);
    StringBuilder letters = new StringBuilder(name.length());
    StringBuilder plainLetters = new StringBuilder(name.length());
    List<String> marked = new ArrayList<>(words.size());
    List<String> plain = new ArrayList<>(words.size());
    for (String word : words) {
      String bare = Marks.without(word);
      letters.append(word);
      plainLetters.append(bare);
      marked.add(Marks.withToneLast(word));
      plain.add(bare);
    }
    return new PersonName(
        new NameWords(marked, letters.toString()), new NameWords(plain, plainLetters.toString()));
  }

  /** The words with their marks, the tone after the vowels it stands among. */
  NameWords marked() {
    return marked;
  }

  /** The words without the marks of Latin letters. */
  NameWords plain() {
    return plain;
  }

  private boolean isPlain() {
    return marked.isSame(plain);
  }

  /**
   * Whether two names may be one.
   *
   * <ul>
   *   <li>{@code AGREES}: the same words; or one of these differences alone: one name has no mark
   *       at all, words are written together, two words are exchanged.
   *   <li>{@code OPEN}: several of these differences; words in another order or left out; a long
   *       name cut off; i for y.
   *   <li>{@code DISPUTED}: the same letters with different marks, where both names have some.
   * </ul>
   */
  static Agreement compare(String a, String b) {
    return a.equals(b) ? Agreement.AGREES : of(a).compare(of(b));
  }

  private Agreement compare(PersonName other) {
    // A name of nothing but letters that look like apostrophes would be every other such name.
    if (marked.letters().isEmpty()) {
      return Agreement.DIFFERS;
    }
    if (marked.isSame(other.marked)) {
      return Agreement.AGREES;
    }
    if (isPlain() != other.isPlain()) {
      return plain.isSame(other.plain)
          ? Agreement.AGREES
          : isOpen(other, plain, other.plain) ? Agreement.OPEN : Agreement.DIFFERS;
    }
    if (marked.hasSameLetters(other.marked) || marked.isExchanged(other.marked)) {
      return Agreement.AGREES;
    }
    if (isOpen(other, marked, other.marked)) {
      return Agreement.OPEN;
    }
    return plain.hasSameLetters(other.plain) ? Agreement.DISPUTED : Agreement.DIFFERS;
  }

  private boolean isOpen(PersonName other, NameWords a, NameWords b) {
    return a.hasSameLetters(b)
        || a.hasWordsOf(b)
        || a.isSameButForY(b)
        || (Math.min(plain.letters().length(), other.plain.letters().length()) >= CUT_FROM
            && a.begins(b));
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder(name.length());
    String folded = fold(name);
    for (int i = 0; i < folded.length(); ) {
      int point = folded.codePointAt(i);
      i += Character.charCount(point);
      if (isPart(point)) {
        append(point, word);
      } else if (!isApostrophe(point) && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * Upper case before lower case, as some letters are one in upper case only: ß and ss, the i with
   * and without dot. Of the root locale: in a Turkish one I and i are different letters.
   */
  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isPart(int point) {
    return Character.isLetter(point) ? !isApostrophe(point) : isCombining(point);
  }

  private static boolean isCombining(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** The one of ASCII, and letters of Unicode that look like one (U+02B9 to U+02BF). */
  private static boolean isApostrophe(int point) {
    return point == '\'' || (point >= 0x2b9 && point <= 0x2bf);
  }

  private static void append(int point, StringBuilder word) {
    switch (point) {
      // The same letter at the end of a word.
      case 'ς' -> word.append('σ');
      // What a capital ẞ leaves; that of ß is SS.
      case 'ß' -> word.append("ss");
      // Their capitals look like Đ, which old code pages of Vietnamese turned into them.
      case 'ð', 'ɖ' -> word.append('đ');
      // The dot that a Turkish İ leaves above its small letter, which has one.
      case '\u0307' -> {
        if (word.length() == 0 || word.charAt(word.length() - 1) != 'i') {
          word.append('\u0307');
        }
      }
      default -> word.appendCodePoint(point);
    }
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "PersonName";
  }
}
