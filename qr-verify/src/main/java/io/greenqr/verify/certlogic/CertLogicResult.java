package io.greenqr.verify.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicFault;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression gave for its data: a value or a fault. Immutable. */
public final class CertLogicResult {
  private final @Nullable JsonValue value;
  private final @Nullable CertLogicFault fault;

  private CertLogicResult(@Nullable JsonValue value, @Nullable CertLogicFault fault) {
    this.value = value;
    this.fault = fault;
  }

  static CertLogicResult of(JsonValue value) {
    return new CertLogicResult(value, null);
  }

  static CertLogicResult of(CertLogicFault fault) {
    return new CertLogicResult(null, fault);
  }

  /**
   * Whether the value is exactly the boolean true. A rule that gives anything else does not hold: a
   * text or a number that merely counts as true may be a mistake of the rule.
   */
  public boolean isTrue() {
    return value != null && value.equals(JsonValue.of(true));
  }

  /**
   * The value; empty if there is a fault. A date-time is its text {@code YYYY-MM-DDThh:mm:ss.SSSZ}.
   */
  public Optional<JsonValue> value() {
    return Optional.ofNullable(value);
  }

  /** Why there is no value. */
  public Optional<CertLogicFault> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CertLogicResult that
        && Objects.equals(that.value, value)
        && that.fault == fault;
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, fault);
  }

  /** The fault or the type of the value only: data may be a person's health. */
  @Override
  public String toString() {
    return "CertLogicResult[" + (fault == null ? value : fault) + "]";
  }
}
