package io.greenqr.format.pass;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Symptom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of a person under monitoring, taken twice a day.
 *
 * <pre>{@code
 * reading = [ at, temperature, spo2 ]
 *         / [ at, temperature, spo2, respiratoryRate ]
 *         / [ at, temperature, spo2, respiratoryRate / null, pulse ]
 *         / [ at, temperature, spo2, respiratoryRate / null, pulse / null, symptoms ]
 * }</pre>
 *
 * <p>LOINC: temperature 8310-5, oxygen saturation by pulse oximetry 59408-5, respiratory rate
 * 9279-1, pulse 8867-4.
 */
public final class Reading {
  private static final int ABSENT = -1;

  private final long at;
  private final int temperature;
  private final int spo2;
  private final int respiratoryRate;
  private final int pulse;
  private final @Nullable CodeSet<Symptom> symptoms;

  private Reading(Builder builder) {
    this.at = Values.seconds(builder.at, "at");
    this.temperature = Values.measured(builder.temperature, 200, 450, "temperature");
    this.spo2 = Values.measured(builder.spo2, 0, 100, "spo2");
    this.respiratoryRate = builder.respiratoryRate;
    this.pulse = builder.pulse;
    this.symptoms = builder.symptoms;
  }

  /**
   * Starts a reading with what every one has.
   *
   * @param at when, in whole seconds
   * @param temperature of the body in tenths of a degree Celsius, 200 to 450
   * @param spo2 oxygen saturation in percent, 0 to 100
   */
  public static Builder builder(Instant at, int temperature, int spo2) {
    return new Builder(at, temperature, spo2);
  }

  /** When it was taken. */
  public Instant at() {
    return Instant.ofEpochSecond(at);
  }

  /** Temperature of the body in tenths of a degree Celsius. */
  public int temperature() {
    return temperature;
  }

  /** Oxygen saturation in percent. */
  public int spo2() {
    return spo2;
  }

  /** Breaths a minute. */
  public OptionalInt respiratoryRate() {
    return respiratoryRate == ABSENT ? OptionalInt.empty() : OptionalInt.of(respiratoryRate);
  }

  /** Heart beats a minute. */
  public OptionalInt pulse() {
    return pulse == ABSENT ? OptionalInt.empty() : OptionalInt.of(pulse);
  }

  /** Symptoms at the time; an empty set says "none", absent says "not asked". */
  public Optional<CodeSet<Symptom>> symptoms() {
    return Optional.ofNullable(symptoms);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reading that
        && that.at == at
        && that.temperature == temperature
        && that.spo2 == spo2
        && that.respiratoryRate == respiratoryRate
        && that.pulse == pulse
        && Objects.equals(that.symptoms, symptoms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, temperature, spo2, respiratoryRate, pulse, symptoms);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Reading";
  }

  /** Collects the optional measurements. */
  public static final class Builder {
    private final Instant at;
    private final int temperature;
    private final int spo2;
    private int respiratoryRate = ABSENT;
    private int pulse = ABSENT;
    private @Nullable CodeSet<Symptom> symptoms;

    private Builder(Instant at, int temperature, int spo2) {
      this.at = at;
      this.temperature = temperature;
      this.spo2 = spo2;
    }

    /** Breaths a minute, 0 to 120. */
    public Builder respiratoryRate(int breaths) {
      respiratoryRate = Values.measured(breaths, 0, 120, "respiratoryRate");
      return this;
    }

    /** Heart beats a minute, 0 to 300. */
    public Builder pulse(int beats) {
      pulse = Values.measured(beats, 0, 300, "pulse");
      return this;
    }

    /** Symptoms at the time. */
    public Builder symptoms(CodeSet<Symptom> found) {
      symptoms = Objects.requireNonNull(found);
      return this;
    }

    /**
     * The reading.
     *
     * @throws io.greenqr.format.fault.InvalidValueException TIME_RANGE, READING_RANGE
     */
    public Reading build() {
      return new Reading(this);
    }
  }
}
