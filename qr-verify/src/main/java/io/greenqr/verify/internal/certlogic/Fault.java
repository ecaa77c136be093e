package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicFault;

/**
 * Carries a fault from where it is met to the end of the evaluation, and never beyond. Without a
 * stack: whoever sends data decides how often it is thrown.
 */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final CertLogicFault code;

  Fault(CertLogicFault code) {
    super(null, null, false, false);
    this.code = code;
  }
}
