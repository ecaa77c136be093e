package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TokenSlotTest {
  @Test
  void saysWhichSlot() {
    assertEquals("slotListIndex = 0", TokenSlot.index(0).toString());
    assertEquals("slot = 1914629915", TokenSlot.id(1_914_629_915).toString());
    assertEquals("token Sở Y tế", TokenSlot.label("Sở Y tế").toString());
  }

  @Test
  void isAValue() {
    assertEquals(TokenSlot.label("a"), TokenSlot.label("a"));
    assertEquals(TokenSlot.id(1).hashCode(), TokenSlot.id(1).hashCode());
    assertNotEquals(TokenSlot.id(1), TokenSlot.index(1));
    assertNotEquals(TokenSlot.id(1), TokenSlot.id(2));
    assertNotEquals(TokenSlot.label("a"), TokenSlot.label("b"));
  }

  @Test
  void refusesWhatNoTokenHas() {
    assertThrows(IllegalArgumentException.class, () -> TokenSlot.index(-1));
    assertThrows(IllegalArgumentException.class, () -> TokenSlot.id(-1));
    TokenSlot.label("a".repeat(32));
    for (String label : new String[] {"", " ", "a ", "a".repeat(33), "ế".repeat(11)}) {
      assertThrows(IllegalArgumentException.class, () -> TokenSlot.label(label), label);
    }
  }
}
