package io.greenqr.verify.trust;

/** A key or list that cannot be trusted, with a stable code. */
public final class TrustException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TrustFault fault;

  /** A fault, with nothing of the bytes that have it. */
  public TrustException(TrustFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  /** What is wrong. */
  public TrustFault fault() {
    return fault;
  }
}
