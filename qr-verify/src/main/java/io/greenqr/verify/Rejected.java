package io.greenqr.verify;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A pass that was not accepted, and the step that decided. */
public final class Rejected extends Verification {
  private final Rejection rejection;
  private final @Nullable FormatFault fault;
  private final int offset;

  private Rejected(Rejection rejection, @Nullable FormatFault fault, int offset) {
    this.rejection = rejection;
    this.fault = fault;
    this.offset = offset;
  }

  static Rejected of(Rejection rejection) {
    return new Rejected(rejection, null, 0);
  }

  static Rejected of(Rejection rejection, FormatException e) {
    return new Rejected(rejection, e.fault(), e.offset());
  }

  /** The step that decided. */
  public Rejection rejection() {
    return rejection;
  }

  /** Which rule of the format was broken; for TEXT_FORM, TEXT_ENCODING, ENVELOPE and PAYLOAD. */
  public Optional<FormatFault> fault() {
    return Optional.ofNullable(fault);
  }

  /**
   * Where the rule was broken: characters of the text for TEXT_FORM and TEXT_ENCODING, bytes of the
   * pass for ENVELOPE, bytes of the payload for PAYLOAD.
   */
  public OptionalInt offset() {
    return fault == null ? OptionalInt.empty() : OptionalInt.of(offset);
  }

  @Override
  public String code() {
    return rejection.name();
  }

  /** The codes and the offset. */
  @Override
  public String toString() {
    return fault == null
        ? "Rejected[" + rejection + "]"
        : "Rejected[" + rejection + ", " + fault + " at " + offset + "]";
  }
}
