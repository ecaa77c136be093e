package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborCursor;

/**
 * A random identifier that the apps of a scheme share for one person, and by which rosters know
 * workers. Never an ID number, nor a hash of one: those have so few values that a hash of each can
 * be computed in seconds.
 *
 * <pre>{@code
 * person = bstr .size 8
 * }</pre>
 */
public final class PersonId {
  /** Bytes of an identifier. */
  public static final int LENGTH = 8;

  /** The bytes, most significant first. */
  private final long value;

  private PersonId(long value) {
    this.value = value;
  }

  /**
   * The identifier with these bytes.
   *
   * @throws InvalidValueException PERSON_SIZE unless there are {@link #LENGTH}
   */
  public static PersonId of(byte[] bytes) {
    return read(new CborCursor(bytes), bytes.length);
  }

  /** Reads content of {@code length} bytes whose presence was checked. */
  static PersonId read(CborCursor cursor, int length) {
    InvalidValueException.require(length == LENGTH, FormatFault.PERSON_SIZE, "person");
    return new PersonId(cursor.readBigEndian(LENGTH));
  }

  /** The bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (value >>> (8 * (LENGTH - 1 - i)));
    }
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonId that && that.value == value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  /** Shows nothing: the identifier links a person's visits. */
  @Override
  public String toString() {
    return "PersonId";
  }
}
