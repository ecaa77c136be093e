package io.greenqr.format.pass;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.internal.text.CodeText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A health declaration: what a person says of the last 14 days.
 *
 * <pre>{@code
 * declaration = [ at, symptoms, exposures, ? area ]
 * }</pre>
 */
public final class Declaration {
  private final long at;
  private final CodeSet<Symptom> symptoms;
  private final CodeSet<Exposure> exposures;
  private final @Nullable String area;

  /** Of values that were checked. */
  Declaration(
      long at, CodeSet<Symptom> symptoms, CodeSet<Exposure> exposures, @Nullable String area) {
    this.at = at;
    this.symptoms = Objects.requireNonNull(symptoms);
    this.exposures = Objects.requireNonNull(exposures);
    this.area = area;
  }

  /**
   * A declaration made at {@code at} (whole seconds); empty sets say "none".
   *
   * @throws io.greenqr.format.fault.InvalidValueException TIME_RANGE
   */
  public static Declaration of(Instant at, CodeSet<Symptom> symptoms, CodeSet<Exposure> exposures) {
    return new Declaration(Values.seconds(at, "at"), symptoms, exposures, null);
  }

  /**
   * The same declaration with the code of the administrative area the person stays in.
   *
   * @throws io.greenqr.format.fault.InvalidValueException CODE_TEXT
   */
  public Declaration withArea(String code) {
    return new Declaration(at, symptoms, exposures, CodeText.require(code, "area"));
  }

  /** When it was made. */
  public Instant at() {
    return Instant.ofEpochSecond(at);
  }

  /** Symptoms declared. */
  public CodeSet<Symptom> symptoms() {
    return symptoms;
  }

  /** Exposures declared. */
  public CodeSet<Exposure> exposures() {
    return exposures;
  }

  /** Code of the area the person stays in; its list is named by the scheme, with its version. */
  public Optional<String> area() {
    return Optional.ofNullable(area);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Declaration that
        && that.at == at
        && that.symptoms.equals(symptoms)
        && that.exposures.equals(exposures)
        && Objects.equals(that.area, area);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, symptoms, exposures, area);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Declaration";
  }
}
