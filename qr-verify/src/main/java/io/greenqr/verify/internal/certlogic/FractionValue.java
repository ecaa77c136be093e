package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicFault;

/** A number that is no integer of 64 bits: data may have it, and no operation takes it. */
final class FractionValue extends Value {
  private final JsonValue number;

  FractionValue(JsonValue number) {
    this.number = number;
  }

  JsonValue number() {
    return number;
  }

  @Override
  boolean isTruthy() {
    throw new Fault(CertLogicFault.NEITHER_TRUTHY_NOR_FALSY);
  }
}
