package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/**
 * Carries a fault from where it is met to the end of the evaluation, and never beyond. One object a
 * fault, without a stack: whoever sends data decides how often it is thrown.
 */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final Fault OPERAND_TYPE = new Fault(CertLogicFault.OPERAND_TYPE);
  static final Fault NEITHER_TRUTHY_NOR_FALSY = new Fault(CertLogicFault.NEITHER_TRUTHY_NOR_FALSY);
  static final Fault NOT_A_DATE = new Fault(CertLogicFault.NOT_A_DATE);
  static final Fault INTEGER_RANGE = new Fault(CertLogicFault.INTEGER_RANGE);
  static final Fault DATE_RANGE = new Fault(CertLogicFault.DATE_RANGE);
  static final Fault TOO_MANY_STEPS = new Fault(CertLogicFault.TOO_MANY_STEPS);

  /** What the evaluation gives. */
  final transient FaultValue value;

  private Fault(CertLogicFault fault) {
    super(fault.name(), null, false, false);
    this.value = new FaultValue(fault);
  }
}
