package io.greenqr.verify.internal.certlogic;

/** How much an expression may ask for: rules come over the network, and data from strangers. */
public final class Limits {
  /**
   * Operations and array literals inside each other. A JSON value of 64 levels holds 32 nested
   * operations, and published rules nest about ten; it bounds the stack of an evaluation.
   */
  public static final int MAX_DEPTH = 32;

  /**
   * Operations and literals of one expression, and the names of its paths; bounds what compiled
   * rules hold, and what it costs to walk one once.
   */
  public static final int MAX_NODES = 4096;

  /**
   * What one evaluation may cost beyond walking the expression once: every item of a reduction
   * counts as many steps as the lambda has nodes, every element that {@code in} looks at is one,
   * and long texts count by their length. It bounds time to some milliseconds, and memory, because
   * nothing is built without a step.
   */
  public static final int MAX_STEPS = 100_000;

  /** Characters of a text that count as one step. */
  static final int CHARS_PER_STEP = 32;

  /** Values and characters of a result that becomes JSON; as much as a JSON document may have. */
  static final int MAX_RESULT = 1 << 20;

  private Limits() {}
}
