package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/** The end of an evaluation that has no value; never an operand. */
public final class FaultValue extends Value {
  private final CertLogicFault fault;

  FaultValue(CertLogicFault fault) {
    this.fault = fault;
  }

  /** Why. */
  public CertLogicFault fault() {
    return fault;
  }

  @Override
  boolean isTruthy() {
    throw new IllegalStateException("a fault is no operand");
  }
}
