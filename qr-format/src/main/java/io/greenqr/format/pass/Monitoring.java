package io.greenqr.format.pass;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands in isolation, quarantine or monitoring.
 *
 * <pre>{@code
 * monitoring = [ state, since ]
 *            / [ state, since, until ]
 *            / [ state, since, until / null, reading ]
 * }</pre>
 */
public final class Monitoring {
  private final int stateCode;

  /** No last day is set; not a day of the format. */
  static final int NO_DAY = Integer.MAX_VALUE;

  private final int since;
  private final int until;
  private final @Nullable Reading reading;

  /** Of values that were checked. */
  Monitoring(int stateCode, int since, int until, @Nullable Reading reading) {
    this.stateCode = stateCode;
    this.since = since;
    this.until = until;
    this.reading = reading;
  }

  static int requireNotBefore(int since, int until) {
    InvalidValueException.require(until >= since, FormatFault.DAY_RANGE, "until");
    return until;
  }

  /**
   * A state that began on {@code since}.
   *
   * @throws InvalidValueException DAY_RANGE
   */
  public static Monitoring of(MonitoringState state, LocalDate since) {
    return ofCode(state.code(), since);
  }

  /**
   * A state that this release's table may not have.
   *
   * @throws InvalidValueException CODE_RANGE, DAY_RANGE
   */
  public static Monitoring ofCode(int stateCode, LocalDate since) {
    return new Monitoring(
        Values.code(stateCode, "state"), Values.day(since, "since"), NO_DAY, null);
  }

  /**
   * The same with the last day it is to last, not before the first.
   *
   * @throws InvalidValueException DAY_RANGE
   */
  public Monitoring withUntil(LocalDate lastDay) {
    int last = Values.day(lastDay, "until");
    return new Monitoring(stateCode, since, requireNotBefore(since, last), reading);
  }

  /** The same with the latest measurements. */
  public Monitoring withReading(Reading latest) {
    return new Monitoring(stateCode, since, until, Objects.requireNonNull(latest));
  }

  /** Number of the state in the table. */
  public int stateCode() {
    return stateCode;
  }

  /** The state; empty if this release's table does not have it: then it is not "released". */
  public Optional<MonitoringState> state() {
    return TableCode.find(MonitoringState.class, stateCode);
  }

  /** The first day of the state. */
  public LocalDate since() {
    return LocalDate.ofEpochDay(since);
  }

  /** The last day it is to last, where one is set. */
  public Optional<LocalDate> until() {
    return until == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(until));
  }

  /** The latest measurements. */
  public Optional<Reading> reading() {
    return Optional.ofNullable(reading);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monitoring that
        && that.stateCode == stateCode
        && that.since == since
        && that.until == until
        && Objects.equals(that.reading, reading);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stateCode, since, until, reading);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Monitoring";
  }
}
