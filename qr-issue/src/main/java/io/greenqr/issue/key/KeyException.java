package io.greenqr.issue.key;

/** A key from outside that cannot be used. It says why, and never shows a part of the key. */
public final class KeyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final KeyFault fault;

  KeyException(KeyFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  KeyException(KeyFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  /** What is wrong. */
  public KeyFault fault() {
    return fault;
  }
}
