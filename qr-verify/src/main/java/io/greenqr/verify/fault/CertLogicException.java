package io.greenqr.verify.fault;

import java.util.Objects;

/**
 * JSON that is no CertLogic expression, with a stable code and the place.
 *
 * <p>It has no stack trace: it is an answer about a document and no fault of the program.
 */
public final class CertLogicException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CertLogicFault fault;
  private final String place;

  /**
   * A fault.
   *
   * @param fault what is wrong
   * @param place JSON Pointer (RFC 6901) into the expression, empty for the expression itself
   */
  public CertLogicException(CertLogicFault fault, String place) {
    super(null, null, false, false);
    this.fault = Objects.requireNonNull(fault);
    this.place = Objects.requireNonNull(place);
  }

  /** The code, and the place unless it is the whole expression. */
  @Override
  public String getMessage() {
    return place.isEmpty() ? fault.name() : fault.name() + " in " + place;
  }

  /** What is wrong. */
  public CertLogicFault fault() {
    return fault;
  }

  /** JSON Pointer (RFC 6901) into the expression, empty for the expression itself. */
  public String place() {
    return place;
  }
}
