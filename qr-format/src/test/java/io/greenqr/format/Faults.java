package io.greenqr.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import org.junit.jupiter.api.function.Executable;

/** Assertions about the two ways in which a rule of the format is reported broken. */
public final class Faults {
  private Faults() {}

  public static FormatException assertFault(FormatFault fault, Executable reading) {
    FormatException e = assertThrows(FormatException.class, reading);
    assertEquals(fault, e.fault());
    return e;
  }

  public static void assertFault(FormatFault fault, int offset, Executable reading) {
    assertEquals(offset, assertFault(fault, reading).offset(), "offset of " + fault);
  }

  public static InvalidValueException assertInvalid(FormatFault fault, Executable building) {
    InvalidValueException e = assertThrows(InvalidValueException.class, building);
    assertEquals(fault, e.fault());
    return e;
  }
}
