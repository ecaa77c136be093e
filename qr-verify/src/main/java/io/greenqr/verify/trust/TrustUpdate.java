package io.greenqr.verify.trust;

import io.greenqr.format.fault.FormatFault;
import java.util.Optional;

/** The answer to a bundle or a freshness card: {@link Applied} or {@link Refused}. */
public abstract sealed class TrustUpdate {
  TrustUpdate() {}

  /** The stable code of the answer: the outcome, or the name of the {@link TrustFault}. */
  public abstract String code();

  /** What was shown is in force, and stored. */
  public static final class Applied extends TrustUpdate {
    /** What changed. */
    public enum Outcome {
      /** What is held was replaced. */
      UPDATED,
      /** Exactly this was held already. */
      UNCHANGED,
      /** The list held counts as fresh for longer. */
      REFRESHED,
      /** A newer list exists: the one held counts as stale until that is fetched. */
      SUPERSEDED
    }

    private final Outcome outcome;

    Applied(Outcome outcome) {
      this.outcome = outcome;
    }

    /** What changed. */
    public Outcome outcome() {
      return outcome;
    }

    @Override
    public String code() {
      return outcome.name();
    }

    @Override
    public String toString() {
      return "Applied[" + outcome + "]";
    }
  }

  /** Nothing of what was shown is used, and what was held before stays in force. */
  public static final class Refused extends TrustUpdate {
    private final TrustException reason;

    Refused(TrustException reason) {
      this.reason = reason;
    }

    /** The step that decided. */
    public TrustFault fault() {
      return reason.fault();
    }

    /** Which rule of the format was broken; for DOCUMENT_FORMAT. */
    public Optional<FormatFault> formatFault() {
      return reason.formatFault();
    }

    @Override
    public String code() {
      return fault().name();
    }

    TrustException reason() {
      return reason;
    }

    /** The codes. */
    @Override
    public String toString() {
      return "Refused[" + reason.getMessage() + "]";
    }
  }
}
