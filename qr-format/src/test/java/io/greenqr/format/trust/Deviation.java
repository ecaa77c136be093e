package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;

/** A document that deviates in one part from what the specification says. */
final class Deviation {
  private Deviation() {}

  /** How one kind of document is read and written again. */
  interface Copy {
    byte[] of(byte[] bytes) throws FormatException;
  }

  /** The document with other bytes for one part holds, or has this fault where a part begins. */
  static void check(Parts parts, Copy copy, String part, String hex, String fault, String at)
      throws FormatException {
    byte[] bytes = parts.with(part, hex).bytes();
    if (fault.equals("-")) {
      assertArrayEquals(bytes, copy.of(bytes));
    } else if (at.equals("0")) {
      assertFault(FormatFault.valueOf(fault), 0, () -> copy.of(bytes));
    } else {
      int offset = parts.with(part, hex).at(at);
      assertFault(FormatFault.valueOf(fault), offset, () -> copy.of(bytes));
    }
  }
}
