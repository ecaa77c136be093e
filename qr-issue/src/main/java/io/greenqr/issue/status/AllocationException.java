package io.greenqr.issue.status;

/** No index was handed out. */
public final class AllocationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final AllocationFault fault;

  AllocationException(AllocationFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  AllocationException(AllocationFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  /** Why. */
  public AllocationFault fault() {
    return fault;
  }
}
