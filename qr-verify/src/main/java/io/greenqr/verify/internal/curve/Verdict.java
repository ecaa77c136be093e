package io.greenqr.verify.internal.curve;

/** What came of a check of a signature. */
enum Verdict {
  /** The signature is the key's signature of the message. */
  VALID,
  /** It is not. */
  INVALID,
  /**
   * Two points that were to be added were equal or opposite, or the sum is the point at infinity.
   * Nothing is known; whoever asked has to check in another way. By chance this happens once in
   * some 2^250 checks, but whoever chooses key or message can bring it about.
   */
  EXCEPTIONAL
}
