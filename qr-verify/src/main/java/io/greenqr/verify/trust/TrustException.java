package io.greenqr.verify.trust;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key, list or update that cannot be trusted, with a stable code. */
public final class TrustException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TrustFault fault;
  private final @Nullable FormatFault formatFault;

  /** A fault, with nothing of the bytes that have it. */
  public TrustException(TrustFault fault) {
    super(fault.name());
    this.fault = fault;
    this.formatFault = null;
  }

  /** A fault of the format. */
  TrustException(FormatException cause) {
    super(TrustFault.DOCUMENT_FORMAT + ": " + cause.getMessage());
    this.fault = TrustFault.DOCUMENT_FORMAT;
    this.formatFault = cause.fault();
  }

  /** A fault of the store, with what the platform says about it. */
  TrustException(TrustFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
    this.formatFault = null;
  }

  /** What is wrong. */
  public TrustFault fault() {
    return fault;
  }

  /** Which rule of the format was broken; for DOCUMENT_FORMAT. */
  public Optional<FormatFault> formatFault() {
    return Optional.ofNullable(formatFault);
  }
}
