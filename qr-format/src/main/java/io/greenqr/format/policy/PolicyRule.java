package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.CodeText;
import io.greenqr.format.json.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must hold so that a person may enter, and what is said where it does not.
 *
 * <pre>{@code
 * rule      = [ ruleName, otherwise, ruleRoles, when / null, condition, reason, remedy, ? wait ]
 * ruleName  = code-text
 * otherwise = 2 / 3                       ; the colour if the condition does not hold: yellow, red
 * ruleRoles = [ *32 code-text ]           ; for whom, ascending; empty: everybody
 * when      = condition                   ; whether the rule applies at all
 * condition = tstr .size (1..16384)       ; a CertLogic expression as JSON without blanks
 * reason    = words                       ; why the rule says no
 * remedy    = words                       ; what the person can do
 * wait      = words                       ; said instead where waiting is enough
 * }</pre>
 */
public final class PolicyRule {
  private final String name;
  private final TrafficLight otherwise;
  private final List<String> roles;
  private final @Nullable JsonValue when;
  private final JsonValue condition;
  private final Words reason;
  private final Words remedy;
  private final @Nullable Words waiting;

  private PolicyRule(Builder builder) {
    this.name = CodeText.require(builder.name, "rule");
    this.otherwise = builder.otherwise;
    // A rule that says green where it does not hold says nothing.
    InvalidValueException.require(
        otherwise != TrafficLight.GREEN, FormatFault.CODE_RANGE, "otherwise");
    this.roles = builder.roles;
    this.when = builder.when == null ? null : ConditionText.require(builder.when, "when");
    this.condition = ConditionText.require(builder.condition, "condition");
    this.reason = builder.reason;
    this.remedy = builder.remedy;
    this.waiting = builder.waiting;
  }

  /**
   * A builder for a rule.
   *
   * @param name by which answers and tests call it: a code text of 1 to 20 characters
   * @param otherwise the colour if the condition does not hold: yellow or red
   * @param condition a CertLogic expression, at most 16,384 bytes of JSON
   * @param reason why the rule says no
   * @param remedy what the person can do
   */
  public static Builder builder(
      String name, TrafficLight otherwise, JsonValue condition, Words reason, Words remedy) {
    return new Builder(name, otherwise, condition, reason, remedy);
  }

  /** By which answers and tests call it. */
  public String name() {
    return name;
  }

  /** The colour if the condition does not hold: yellow or red. */
  public TrafficLight otherwise() {
    return otherwise;
  }

  /** For whom it is, in ascending order, unmodifiable; empty: for everybody. */
  public List<String> roles() {
    return roles;
  }

  /** Whether the rule applies at all, as a CertLogic expression; empty: always. */
  public Optional<JsonValue> when() {
    return Optional.ofNullable(when);
  }

  /** What must hold, as a CertLogic expression. */
  public JsonValue condition() {
    return condition;
  }

  /** Why it says no. */
  public Words reason() {
    return reason;
  }

  /** What the person can do. */
  public Words remedy() {
    return remedy;
  }

  /**
   * What is said instead of {@link #remedy()} where waiting alone is enough; {@code {date}} and
   * {@code {time}} in it stand for when. The field {@code wait} of the format.
   */
  public Optional<Words> waiting() {
    return Optional.ofNullable(waiting);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyRule that
        && that.name.equals(name)
        && that.otherwise == otherwise
        && that.roles.equals(roles)
        && Objects.equals(that.when, when)
        && that.condition.equals(condition)
        && that.reason.equals(reason)
        && that.remedy.equals(remedy)
        && Objects.equals(that.waiting, waiting);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + condition.hashCode();
  }

  /** Name and colour. */
  @Override
  public String toString() {
    return "PolicyRule[" + name + ", otherwise " + otherwise + "]";
  }

  /** Collects what a rule may have. */
  public static final class Builder {
    private final String name;
    private final TrafficLight otherwise;
    private final JsonValue condition;
    private final Words reason;
    private final Words remedy;
    private List<String> roles = Collections.emptyList();
    private @Nullable JsonValue when;
    private @Nullable Words waiting;

    private Builder(
        String name, TrafficLight otherwise, JsonValue condition, Words reason, Words remedy) {
      this.name = name;
      this.otherwise = otherwise;
      this.condition = condition;
      this.reason = reason;
      this.remedy = remedy;
    }

    /**
     * For whom the rule is, in any order; they must be roles of the policy.
     *
     * @throws InvalidValueException COUNT_RANGE, CODE_TEXT, ENTRY_ORDER for one that is named twice
     */
    public Builder roles(Collection<String> names) {
      roles = NameList.of(names, "roles");
      return this;
    }

    /** Whether the rule applies at all, as a CertLogic expression. */
    public Builder when(JsonValue expression) {
      when = expression;
      return this;
    }

    /** What is said where waiting alone is enough, with {@code {date}} and {@code {time}}. */
    public Builder waiting(Words words) {
      waiting = words;
      return this;
    }

    /**
     * The rule.
     *
     * @throws InvalidValueException CODE_TEXT, CODE_RANGE for green, POLICY_CONDITION
     */
    public PolicyRule build() {
      return new PolicyRule(this);
    }
  }
}
