package io.greenqr.verify.admission;

import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.internal.certlogic.BooleanValue;
import io.greenqr.verify.internal.certlogic.ClockTrace;
import io.greenqr.verify.internal.certlogic.Program;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy that is ready to be asked, or of which it is known that this release cannot ask it. */
final class CompiledPolicy {
  private final PolicyDocument document;
  private final @Nullable PolicyContent content;
  private final List<CompiledRule> rules;
  private final Map<Guard, Program> lifts;
  private final @Nullable CertLogicException fault;

  private CompiledPolicy(
      PolicyDocument document,
      @Nullable PolicyContent content,
      List<CompiledRule> rules,
      Map<Guard, Program> lifts,
      @Nullable CertLogicException fault) {
    this.document = document;
    this.content = content;
    this.rules = rules;
    this.lifts = lifts;
    this.fault = fault;
  }

  static CompiledPolicy of(PolicyDocument document) {
    PolicyContent content = document.content().orElse(null);
    if (content == null) {
      return unreadable(document, null);
    }
    List<CompiledRule> rules = new ArrayList<>(content.rules().size());
    Map<Guard, Program> lifts = new EnumMap<>(Guard.class);
    try {
      for (PolicyRule rule : content.rules()) {
        rules.add(new CompiledRule(rule));
      }
      for (Guard guard : content.lifts().keySet()) {
        lifts.put(guard, Program.compile(content.lifts().get(guard)));
      }
    } catch (CertLogicException e) {
      return unreadable(document, e);
    }
    return new CompiledPolicy(document, content, Collections.unmodifiableList(rules), lifts, null);
  }

  private static CompiledPolicy unreadable(
      PolicyDocument document, @Nullable CertLogicException fault) {
    return new CompiledPolicy(
        document, null, Collections.emptyList(), Collections.emptyMap(), fault);
  }

  PolicyDocument document() {
    return document;
  }

  /** Null if this release cannot evaluate the policy. */
  @Nullable PolicyContent content() {
    return content;
  }

  /** The operator or operand that this release does not take. */
  Optional<CertLogicException> fault() {
    return Optional.ofNullable(fault);
  }

  List<CompiledRule> rules() {
    return rules;
  }

  boolean lifts(Guard guard, Value view, @Nullable ClockTrace trace) {
    Program lift = lifts.get(guard);
    return lift != null && lift.evaluate(view, trace) == BooleanValue.TRUE;
  }
}
