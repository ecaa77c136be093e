package io.greenqr.format.pass;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person a pass is about.
 *
 * <pre>{@code
 * subject = [ name, birth, ? person ]
 * name    = (tstr .size (1..64))   ; NFC
 *           .and (tstr .regexp "\\p{L}[\\p{L}\\p{Mn}\\p{Mc}'.\\-]*( \\p{L}[\\p{L}\\p{Mn}\\p{Mc}'.\\-]*)*")
 * }</pre>
 */
public final class Subject {
  private final String name;
  private final Birth birth;
  private final @Nullable PersonId person;

  /** Of a name that was checked. */
  Subject(String name, Birth birth, @Nullable PersonId person) {
    this.name = name;
    this.birth = Objects.requireNonNull(birth);
    this.person = person;
  }

  /**
   * A person without identifier.
   *
   * @param name in Normalization Form C, 1 to 64 bytes of UTF-8: words of letters, marks, {@code
   *     '}, {@code -} and {@code .} that begin with a letter, with one space between them
   * @throws io.greenqr.format.fault.InvalidValueException NAME_LENGTH, NAME_CHARACTER, CBOR_NOT_NFC
   */
  public static Subject of(String name, Birth birth) {
    return new Subject(Name.require(name), birth, null);
  }

  /** The same person with an identifier. */
  public Subject withPerson(PersonId identifier) {
    return new Subject(name, birth, Objects.requireNonNull(identifier));
  }

  /** The name as on the person's papers. */
  public String name() {
    return name;
  }

  /** When the person was born. */
  public Birth birth() {
    return birth;
  }

  /** The identifier that links this person's passes. */
  public Optional<PersonId> person() {
    return Optional.ofNullable(person);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && that.name.equals(name)
        && that.birth.equals(birth)
        && Objects.equals(that.person, person);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, birth, person);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Subject";
  }
}
