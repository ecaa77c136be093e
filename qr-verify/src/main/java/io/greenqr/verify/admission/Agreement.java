package io.greenqr.verify.admission;

/** What two statements about the same thing, two names or two births, say of each other. */
enum Agreement {
  /** They say the same. */
  AGREES,

  /** One says less, or says it in another way; nothing contradicts, and others fit as well. */
  OPEN,

  /** They contradict each other, as a slip in writing would. */
  DISPUTED,

  /** They contradict each other. */
  DIFFERS;

  boolean contradicts() {
    return this == DISPUTED || this == DIFFERS;
  }
}
