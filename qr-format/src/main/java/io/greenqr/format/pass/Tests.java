package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tests a person had.
 *
 * <pre>{@code
 * tests = [ 1*4 test ]
 * }</pre>
 */
public final class Tests {
  private final List<TestRecord> tests;

  private Tests(List<TestRecord> tests) {
    InvalidValueException.require(
        !tests.isEmpty() && tests.size() <= FormatLimits.MAX_TESTS,
        FormatFault.COUNT_RANGE,
        "test");
    this.tests = Collections.unmodifiableList(new ArrayList<>(tests));
  }

  /**
   * These tests, 1 to 4, in the order the issuer keeps.
   *
   * @throws InvalidValueException COUNT_RANGE
   */
  public static Tests of(List<TestRecord> tests) {
    return new Tests(tests);
  }

  /** The tests, unmodifiable. */
  public List<TestRecord> records() {
    return tests;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tests that && that.tests.equals(tests);
  }

  @Override
  public int hashCode() {
    return tests.hashCode();
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Tests";
  }
}
