package io.greenqr.conformance;

/** The packages that the rules speak about. */
final class Libraries {
  static final String FORMAT = "io.greenqr.format";
  static final String VERIFY = "io.greenqr.verify";
  static final String ISSUE = "io.greenqr.issue";

  /** Not exported: where CBOR, COSE, curve arithmetic and the types of other projects live. */
  static final String INTERNAL = "io.greenqr..internal..";

  private Libraries() {}
}
