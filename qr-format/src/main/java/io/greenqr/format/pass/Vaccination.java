package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Arrays;
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
  private final Dose[] doses;

  /** Keeps the array. */
  Vaccination(Dose[] doses) {
    InvalidValueException.require(
        doses.length >= 1 && doses.length <= FormatLimits.MAX_DOSES,
        FormatFault.COUNT_RANGE,
        "vaccination");
    this.doses = doses;
  }

  /**
   * These doses, 1 to 8, in the order the issuer keeps.
   *
   * @throws InvalidValueException COUNT_RANGE
   */
  public static Vaccination of(List<Dose> doses) {
    return new Vaccination(doses.toArray(new Dose[0]));
  }

  /** The doses, unmodifiable. */
  public List<Dose> doses() {
    return Collections.unmodifiableList(Arrays.asList(doses));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vaccination that && Arrays.equals(that.doses, doses);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(doses);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Vaccination";
  }
}
