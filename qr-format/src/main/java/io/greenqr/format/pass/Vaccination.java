package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The doses a person was given.
 *
 * <pre>{@code
 * vaccination = [ 1*8 dose ]
 * }</pre>
 */
public final class Vaccination {
  private final List<Dose> doses;

  private Vaccination(List<Dose> doses) {
    InvalidValueException.require(
        !doses.isEmpty() && doses.size() <= FormatLimits.MAX_DOSES,
        FormatFault.COUNT_RANGE,
        "vaccination");
    this.doses = Collections.unmodifiableList(new ArrayList<>(doses));
  }

  /**
   * These doses, 1 to 8, in the order the issuer keeps.
   *
   * @throws InvalidValueException COUNT_RANGE
   */
  public static Vaccination of(List<Dose> doses) {
    return new Vaccination(doses);
  }

  /** The doses, unmodifiable. */
  public List<Dose> doses() {
    return doses;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vaccination that && that.doses.equals(doses);
  }

  @Override
  public int hashCode() {
    return doses.hashCode();
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Vaccination";
  }
}
