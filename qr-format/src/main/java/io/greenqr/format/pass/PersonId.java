package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Arrays;

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

  private final byte[] bytes;

  private PersonId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The identifier with these bytes.
   *
   * @throws InvalidValueException PERSON_SIZE unless there are {@link #LENGTH}
   */
  public static PersonId of(byte[] bytes) {
    InvalidValueException.require(bytes.length == LENGTH, FormatFault.PERSON_SIZE, "person");
    return new PersonId(bytes.clone());
  }

  /** The bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonId that && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Shows nothing: the identifier links a person's visits. */
  @Override
  public String toString() {
    return "PersonId";
  }
}
