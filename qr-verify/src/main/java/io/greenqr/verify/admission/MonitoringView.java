package io.greenqr.verify.admission;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Reading;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TimeText;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.OptionalInt;

/** A state of monitoring, or a release from it, as conditions see it. */
final class MonitoringView extends ObjectView implements Comparable<MonitoringView> {
  private final Monitoring monitoring;
  private final int since;
  private final int assurance;
  private final boolean counts;

  /**
   * Shows a state.
   *
   * @param counts whether it may speak for the person: it has begun, and is vouched for
   */
  MonitoringView(Monitoring monitoring, int assurance, boolean counts) {
    this.monitoring = monitoring;
    this.since = (int) monitoring.since().toEpochDay();
    this.assurance = assurance;
    this.counts = counts;
  }

  int since() {
    return since;
  }

  /** Whether it has begun, and is vouched for. */
  boolean counts() {
    return counts;
  }

  /**
   * The newest first; on one day a release that counts last. What follows only makes the order that
   * of the claims, and not that in which passes were shown.
   */
  @Override
  public int compareTo(MonitoringView that) {
    int order = Integer.compare(that.since, since);
    order = order == 0 ? Boolean.compare(isRelease(), that.isRelease()) : order;
    order = order == 0 ? Boolean.compare(that.counts, counts) : order;
    order =
        order == 0 ? Integer.compare(that.monitoring.stateCode(), monitoring.stateCode()) : order;
    order = order == 0 ? Integer.compare(that.assurance, assurance) : order;
    order = order == 0 ? Long.compare(that.lastDay(), lastDay()) : order;
    order = order == 0 ? Long.compare(that.readAt(), readAt()) : order;
    return order == 0 ? Integer.compare(that.readingHash(), readingHash()) : order;
  }

  private long lastDay() {
    return monitoring.until().isPresent() ? monitoring.until().get().toEpochDay() : Long.MAX_VALUE;
  }

  /** Tells readings of one second apart: any order of them will do. */
  private int readingHash() {
    return monitoring.reading().isPresent() ? monitoring.reading().get().hashCode() : 0;
  }

  private long readAt() {
    return monitoring.reading().isPresent()
        ? monitoring.reading().get().at().getEpochSecond()
        : Long.MIN_VALUE;
  }

  /** Whether the person is no case, but a contact of one. */
  boolean isContact() {
    return monitoring.stateCode() == MonitoringState.CONTACT_IN_QUARANTINE.code();
  }

  /** Whether it is a release that counts. */
  boolean isRelease() {
    return counts && monitoring.stateCode() == MonitoringState.RELEASED.code();
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "state" -> CodeNames.STATES.name(monitoring.stateCode());
      case "since" -> TimeText.day(since);
      case "until" ->
          monitoring.until().isPresent()
              ? TimeText.day((int) monitoring.until().get().toEpochDay())
              : NullValue.NULL;
      case "reading" ->
          monitoring.reading().isPresent()
              ? new ReadingView(monitoring.reading().get())
              : NullValue.NULL;
      case "assurance" -> IntegerValue.of(assurance);
      default -> NullValue.NULL;
    };
  }

  /** The latest measurements. */
  private static final class ReadingView extends ObjectView {
    private final Reading reading;

    ReadingView(Reading reading) {
      this.reading = reading;
    }

    @Override
    public Value member(String name) {
      return switch (name) {
        case "at" -> TimeText.at(reading.at().getEpochSecond());
        case "temperature" -> IntegerValue.of(reading.temperature());
        case "spo2" -> IntegerValue.of(reading.spo2());
        case "respiratoryRate" -> integer(reading.respiratoryRate());
        case "pulse" -> integer(reading.pulse());
        case "symptoms" ->
            reading.symptoms().isPresent()
                ? CodeNames.SYMPTOMS.names(reading.symptoms().get())
                : NullValue.NULL;
        default -> NullValue.NULL;
      };
    }

    private static Value integer(OptionalInt value) {
      return value.isPresent() ? IntegerValue.of(value.getAsInt()) : NullValue.NULL;
    }
  }
}
