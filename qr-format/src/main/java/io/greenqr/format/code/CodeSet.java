package io.greenqr.format.code;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A set of entries of a table of bits, as one number of 32 bits.
 *
 * @param <E> the table
 */
public final class CodeSet<E extends Enum<E> & TableCode> {
  private final Class<E> table;
  private final long bits;

  private CodeSet(Class<E> table, long bits) {
    InvalidValueException.require(
        bits >= 0 && bits <= FormatLimits.MAX_BITS, FormatFault.BITS_RANGE, "bits");
    this.table = table;
    this.bits = bits;
  }

  /**
   * The set with these bits; bits that the table does not have are kept.
   *
   * @throws InvalidValueException BITS_RANGE unless {@code bits} is in 0 .. 2^32 - 1
   */
  public static <E extends Enum<E> & TableCode> CodeSet<E> ofBits(Class<E> table, long bits) {
    return new CodeSet<>(table, bits);
  }

  /** The set of these entries. */
  @SafeVarargs
  public static <E extends Enum<E> & TableCode> CodeSet<E> of(Class<E> table, E... entries) {
    long bits = 0;
    for (E entry : entries) {
      bits |= 1L << entry.code();
    }
    return new CodeSet<>(table, bits);
  }

  /** The number that stands in the pass. */
  public long bits() {
    return bits;
  }

  /** Whether no bit is set, known or not. */
  public boolean isEmpty() {
    return bits == 0;
  }

  /** The entries that the table has; see {@link #unknownBits()} for the rest. */
  public Set<E> known() {
    EnumSet<E> entries = EnumSet.noneOf(table);
    for (E entry : table.getEnumConstants()) {
      if ((bits >>> entry.code() & 1) != 0) {
        entries.add(entry);
      }
    }
    return Collections.unmodifiableSet(entries);
  }

  /** The bits that this release's table has no entry for: not nothing, only not known. */
  public long unknownBits() {
    long unknown = bits;
    for (E entry : table.getEnumConstants()) {
      unknown &= ~(1L << entry.code());
    }
    return unknown;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeSet<?> that && that.table == table && that.bits == bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  /** The table's name only: what the set holds is a person's health. */
  @Override
  public String toString() {
    return "CodeSet<" + table.getSimpleName() + ">";
  }
}
