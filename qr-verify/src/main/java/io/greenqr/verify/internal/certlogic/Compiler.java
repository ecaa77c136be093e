package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;

/** From JSON to nodes. */
final class Compiler {
  private Compiler() {}

  static Node compile(JsonValue expression) throws CertLogicException {
    throw new CertLogicException(CertLogicFault.LITERAL, "");
  }
}
