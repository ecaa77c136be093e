package io.greenqr.format.pass;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.internal.text.CodeText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One test and its result.
 *
 * <pre>{@code
 * test = [ method, result, sampledAt, ? facility ]
 * }</pre>
 */
public final class TestRecord {
  private final int methodCode;
  private final int resultCode;
  private final long sampledAt;
  private final @Nullable String facility;

  /** Of values that were checked. */
  TestRecord(int methodCode, int resultCode, long sampledAt, @Nullable String facility) {
    this.methodCode = methodCode;
    this.resultCode = resultCode;
    this.sampledAt = sampledAt;
    this.facility = facility;
  }

  static void requireInRange(int methodCode, int resultCode) {
    Values.code(methodCode, "method");
    Values.code(resultCode, "result");
  }

  /**
   * A test whose sample was taken at {@code sampledAt} (whole seconds).
   *
   * @throws io.greenqr.format.fault.InvalidValueException TIME_RANGE
   */
  public static TestRecord of(TestMethod method, TestResult result, Instant sampledAt) {
    return ofCodes(method.code(), result.code(), sampledAt);
  }

  /**
   * A test of a method or with a result that this release's tables may not have.
   *
   * @throws io.greenqr.format.fault.InvalidValueException CODE_RANGE, TIME_RANGE
   */
  public static TestRecord ofCodes(int methodCode, int resultCode, Instant sampledAt) {
    requireInRange(methodCode, resultCode);
    return new TestRecord(methodCode, resultCode, Values.seconds(sampledAt, "sampledAt"), null);
  }

  /**
   * The same test with the code of the facility that made it.
   *
   * @throws io.greenqr.format.fault.InvalidValueException CODE_TEXT
   */
  public TestRecord withFacility(String code) {
    return new TestRecord(methodCode, resultCode, sampledAt, CodeText.require(code, "facility"));
  }

  /** Number of the method in the table. */
  public int methodCode() {
    return methodCode;
  }

  /** The method; empty if this release's table does not have it. */
  public Optional<TestMethod> method() {
    return TableCode.find(TestMethod.class, methodCode);
  }

  /** Number of the result in the table. */
  public int resultCode() {
    return resultCode;
  }

  /** The result; empty if this release's table does not have it: then it is no negative test. */
  public Optional<TestResult> result() {
    return TableCode.find(TestResult.class, resultCode);
  }

  /** When the sample was taken. */
  public Instant sampledAt() {
    return Instant.ofEpochSecond(sampledAt);
  }

  /** Code of the facility. */
  public Optional<String> facility() {
    return Optional.ofNullable(facility);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestRecord that
        && that.methodCode == methodCode
        && that.resultCode == resultCode
        && that.sampledAt == sampledAt
        && Objects.equals(that.facility, facility);
  }

  @Override
  public int hashCode() {
    return Objects.hash(methodCode, resultCode, sampledAt, facility);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "TestRecord";
  }
}
