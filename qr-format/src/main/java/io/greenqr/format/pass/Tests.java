package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Arrays;
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
  private final TestRecord[] tests;

  /** Keeps the array. */
  Tests(TestRecord[] tests) {
    InvalidValueException.require(
        tests.length >= 1 && tests.length <= FormatLimits.MAX_TESTS,
        FormatFault.COUNT_RANGE,
        "test");
    this.tests = tests;
  }

  /**
   * These tests, 1 to 4, in the order the issuer keeps.
   *
   * @throws InvalidValueException COUNT_RANGE
   */
  public static Tests of(List<TestRecord> tests) {
    return new Tests(tests.toArray(new TestRecord[0]));
  }

  /** The tests, unmodifiable. */
  public List<TestRecord> records() {
    return Collections.unmodifiableList(Arrays.asList(tests));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tests that && Arrays.equals(that.tests, tests);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tests);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Tests";
  }
}
