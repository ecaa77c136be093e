package io.greenqr.format.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters and marks that no screen shows cannot tell two names apart. */
class InvisibleNameTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x034f, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180f, 0x3164, 0xfe00, 0xfe0f, 0xffa0, 0xe0100,
        0xe01ef, 0x20dd, 0x200b, 0x200d, 0x202e, 0x2066, 0xfeff
      })
  void isRefused(int point) {
    String name = "An" + Character.toString(point) + "h";
    InvalidValueException e =
        assertThrows(InvalidValueException.class, () -> Subject.of(name, Birth.ofYear(1990)));
    assertEquals(FormatFault.NAME_CHARACTER, e.fault());
  }
}
