package io.greenqr.verify.admission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One form of a name as words, in the order they were written. Every relation here is symmetric.
 */
final class NameWords {
  private final List<String> words;

  /** All letters, without what stood between the words. */
  private final String letters;

  NameWords(List<String> words, String letters) {
    this.words = Collections.unmodifiableList(words);
    this.letters = letters;
  }

  List<String> words() {
    return words;
  }

  String letters() {
    return letters;
  }

  /** The same words in the same order. */
  boolean isSame(NameWords other) {
    return words.equals(other.words);
  }

  /** The same letters, with words written together or apart. */
  boolean hasSameLetters(NameWords other) {
    return letters.equals(other.letters);
  }

  /**
   * Two words in the other order. It takes no knowledge of which of them is the family name, and
   * two children of one family, who share that name, cannot differ by it. Of three words and more,
   * they can: Trần Minh Anh and Trần Anh Minh may be twins.
   */
  boolean isExchanged(NameWords other) {
    return words.size() == 2
        && other.words.size() == 2
        && words.get(0).equals(other.words.get(1))
        && words.get(1).equals(other.words.get(0));
  }

  /** One has all words of the other, in any order, and the other has two at least. */
  boolean hasWordsOf(NameWords other) {
    return words.size() >= other.words.size() ? covers(other) : other.covers(this);
  }

  private boolean covers(NameWords shorter) {
    if (shorter.words.size() < 2) {
      return false;
    }
    List<String> rest = new ArrayList<>(words);
    for (String word : shorter.words) {
      if (!rest.remove(word)) {
        return false;
      }
    }
    return true;
  }

  /** One begins with the other. */
  boolean begins(NameWords other) {
    return letters.startsWith(other.letters) || other.letters.startsWith(letters);
  }

  /**
   * The same words but for i and y at the end of a syllable, which sound alike there and are
   * exchanged by clerks (Lý and Lí, Quý and Quí). After another vowel they are different sounds
   * (Mai and May).
   */
  boolean isSameButForY(NameWords other) {
    if (words.size() != other.words.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!withI(words.get(i)).equals(withI(other.words.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String withI(String word) {
    int end = word.length() - 1;
    while (end > 0 && Marks.isMark(word.charAt(end))) {
      end--;
    }
    return end > 0 && word.charAt(end) == 'y' && isAfterConsonant(word, end)
        ? word.substring(0, end) + 'i' + word.substring(end + 1)
        : word;
  }

  /** The u of qu is part of a consonant. */
  private static boolean isAfterConsonant(String word, int at) {
    char before = word.charAt(at - 1);
    boolean qu = at > 1 && before == 'u' && word.charAt(at - 2) == 'q';
    return qu || !(Marks.isVowel(before) || Marks.isMark(before));
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "NameWords";
  }
}
