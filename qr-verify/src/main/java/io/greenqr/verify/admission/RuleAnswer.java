package io.greenqr.verify.admission;

import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.fault.CertLogicFault;
import io.greenqr.verify.internal.certlogic.ArrayView;
import io.greenqr.verify.internal.certlogic.BooleanValue;
import io.greenqr.verify.internal.certlogic.FaultValue;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule said, without the rule; there are few, and they are made once. */
final class RuleAnswer {
  static final RuleAnswer HOLDS = new RuleAnswer(RuleResult.Outcome.HOLDS, null);
  static final RuleAnswer FAILS = new RuleAnswer(RuleResult.Outcome.FAILS, null);
  static final RuleAnswer NOT_APPLICABLE = new RuleAnswer(RuleResult.Outcome.NOT_APPLICABLE, null);

  /** The condition gave a value that is neither true nor falsy. */
  private static final RuleAnswer NO_SENSE = new RuleAnswer(RuleResult.Outcome.ERROR, null);

  private static final Map<CertLogicFault, RuleAnswer> ERRORS = errors();

  private final RuleResult.Outcome outcome;
  private final @Nullable CertLogicFault fault;

  private RuleAnswer(RuleResult.Outcome outcome, @Nullable CertLogicFault fault) {
    this.outcome = outcome;
    this.fault = fault;
  }

  private static Map<CertLogicFault, RuleAnswer> errors() {
    Map<CertLogicFault, RuleAnswer> errors = new EnumMap<>(CertLogicFault.class);
    for (CertLogicFault fault : CertLogicFault.values()) {
      errors.put(fault, new RuleAnswer(RuleResult.Outcome.ERROR, fault));
    }
    return errors;
  }

  /**
   * What the value of a condition says. Only true is yes: a rule that was written wrongly, such as
   * one that gives back a text, would let everybody in if all that counts as true were yes.
   */
  static RuleAnswer of(Value value) {
    if (value == BooleanValue.TRUE) {
      return HOLDS;
    }
    if (value instanceof FaultValue error) {
      return ERRORS.getOrDefault(error.fault(), NO_SENSE);
    }
    return isFalsy(value) ? FAILS : NO_SENSE;
  }

  private static boolean isFalsy(Value value) {
    return value == BooleanValue.FALSE
        || value == NullValue.NULL
        || (value instanceof IntegerValue number && number.value() == 0)
        || (value instanceof TextValue text && text.text().isEmpty())
        || (value instanceof ArrayView array && array.size() == 0)
        || (value instanceof ObjectView object && object.isEmpty());
  }

  RuleResult.Outcome outcome() {
    return outcome;
  }

  @Nullable CertLogicFault fault() {
    return fault;
  }

  /** The colour it gives for a rule that gives {@code otherwise} where it fails. */
  TrafficLight colour(TrafficLight otherwise) {
    return switch (outcome) {
      case HOLDS, NOT_APPLICABLE -> TrafficLight.GREEN;
      case FAILS -> otherwise;
      case ERROR -> TrafficLight.RED;
    };
  }
}
