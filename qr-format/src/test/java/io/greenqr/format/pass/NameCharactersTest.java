package io.greenqr.format.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.internal.text.Invisible;
import org.junit.jupiter.api.Test;

/** The look-up of common letters against the categories of the platform. */
class NameCharactersTest {
  @Test
  void everyCodePointIsTakenByItsCategoryAlone() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      String what = Integer.toHexString(point);
      String character = Character.toString(point);
      boolean letter = isVisible(point, Character.isLetter(point));
      boolean inside =
          letter
              || isVisible(point, isMark(point))
              || point == '\''
              || point == '-'
              || point == '.';
      assertEquals(letter, Name.hasOnlyNameCharacters(character), what);
      assertEquals(letter, Name.hasOnlyNameCharacters("A " + character), what);
      assertEquals(inside, Name.hasOnlyNameCharacters("A" + character), what);
      assertEquals(inside || point == ' ', Name.hasOnlyNameCharacters("A" + character + "b"), what);
    }
  }

  private static boolean isVisible(int point, boolean holds) {
    return holds && !Invisible.is(point);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
