package io.greenqr.format.code;

import java.util.Optional;

/**
 * An entry of a published code table.
 *
 * <p>A pass carries the number; tables grow without a new format version. A reader that meets a
 * number it does not know keeps it, and whoever decides by it treats it as not good.
 */
public interface TableCode {
  /** The number in the pass: for a table of bits, the position of the bit. */
  int code();

  /** The name in the JSON form. */
  String jsonName();

  /** The entry of {@code table} with number {@code code}; empty if the table does not have it. */
  static <E extends Enum<E> & TableCode> Optional<E> find(Class<E> table, int code) {
    for (E entry : table.getEnumConstants()) {
      if (entry.code() == code) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The entry of {@code table} with name {@code jsonName}; empty if the table does not have it. */
  static <E extends Enum<E> & TableCode> Optional<E> find(Class<E> table, String jsonName) {
    for (E entry : table.getEnumConstants()) {
      if (entry.jsonName().equals(jsonName)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
