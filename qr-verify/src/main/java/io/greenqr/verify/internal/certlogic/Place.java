package io.greenqr.verify.internal.certlogic;

import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import org.jspecify.annotations.Nullable;

/** A part of an expression that is compiled; only known operations are named on the way to it. */
final class Place {
  private final @Nullable Place parent;
  private final String token;

  /** Nodes inside each other up to this one. */
  final int depth;

  private Place(@Nullable Place parent, String token, int depth) {
    this.parent = parent;
    this.token = token;
    this.depth = depth;
  }

  static Place root() {
    return new Place(null, "", 1);
  }

  Place operands(String operation) {
    return new Place(this, operation, depth);
  }

  Place element(int index) {
    return new Place(this, Integer.toString(index), depth + 1);
  }

  CertLogicException fault(CertLogicFault fault) {
    return new CertLogicException(fault, pointer());
  }

  private String pointer() {
    return parent == null ? "" : parent.pointer() + '/' + token;
  }
}
