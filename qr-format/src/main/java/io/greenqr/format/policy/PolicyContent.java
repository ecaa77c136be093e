package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy asks for, in language 1.
 *
 * <pre>{@code
 * content        = [ title, policyRoles, leastAssurance, lifts, rules ]
 * title          = words
 * policyRoles    = [ *32 code-text ]       ; in which a person enters, ascending; empty: not asked
 * leastAssurance = 0..255                  ; two bits a kind, as in the pass
 * lifts          = { * guard => condition }
 * rules          = [ 1*64 rule ]
 * }</pre>
 */
public final class PolicyContent {
  private final Words title;
  private final List<String> roles;
  private final Assurance assurance;
  private final Map<Guard, JsonValue> lifts;
  private final List<PolicyRule> rules;

  private PolicyContent(Builder builder) {
    this.title = builder.title;
    this.roles = builder.roles;
    this.assurance = builder.assurance;
    this.lifts = Collections.unmodifiableMap(new EnumMap<>(builder.lifts));
    this.rules = Collections.unmodifiableList(new ArrayList<>(builder.rules));
    InvalidValueException.require(
        !rules.isEmpty() && rules.size() <= FormatLimits.MAX_POLICY_RULES,
        FormatFault.COUNT_RANGE,
        "rules");
    Set<String> names = new HashSet<>();
    for (PolicyRule rule : rules) {
      InvalidValueException.require(
          // A rule for a role that nobody can name would look like a rule and never be asked.
          names.add(rule.name()) && roles.containsAll(rule.roles()),
          FormatFault.POLICY_RULE,
          "rules");
    }
  }

  /** A builder for the content of a policy called {@code title}. */
  public static Builder builder(Words title) {
    return new Builder(title);
  }

  /** What the policy is called. */
  public Words title() {
    return title;
  }

  /** In which a person enters, in ascending order, unmodifiable; empty: it is not asked. */
  public List<String> roles() {
    return roles;
  }

  /** The least level of a claim that counts, for each kind. */
  public Assurance assurance() {
    return assurance;
  }

  /** Under which conditions guards are lifted, in the order of the guards; unmodifiable. */
  public Map<Guard, JsonValue> lifts() {
    return lifts;
  }

  /** The rules in the order of the document, unmodifiable. */
  public List<PolicyRule> rules() {
    return rules;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyContent that
        && that.title.equals(title)
        && that.roles.equals(roles)
        && that.assurance.equals(assurance)
        && that.lifts.equals(lifts)
        && that.rules.equals(rules);
  }

  @Override
  public int hashCode() {
    return 31 * title.hashCode() + rules.hashCode();
  }

  /** The title and the number of rules. */
  @Override
  public String toString() {
    return "PolicyContent[" + title + ", " + rules.size() + " rules]";
  }

  /** Collects roles, lifts and rules. */
  public static final class Builder {
    private final Words title;
    private List<String> roles = Collections.emptyList();
    private Assurance assurance = Assurance.NONE;
    private final Map<Guard, JsonValue> lifts = new EnumMap<>(Guard.class);
    private final List<PolicyRule> rules = new ArrayList<>();

    private Builder(Words title) {
      this.title = title;
    }

    /**
     * In which a person enters, in any order.
     *
     * @throws InvalidValueException COUNT_RANGE, CODE_TEXT, ENTRY_ORDER for one that is named twice
     */
    public Builder roles(Collection<String> names) {
      roles = NameList.of(names, "roles");
      return this;
    }

    /** The least level of a claim that counts; where it is not set, self-declared claims do. */
    public Builder assurance(Assurance least) {
      assurance = least;
      return this;
    }

    /**
     * Lifts a guard where {@code condition} is true.
     *
     * @throws InvalidValueException CODE_RANGE for a guard that is not liftable, POLICY_CONDITION
     */
    public Builder lift(Guard guard, JsonValue condition) {
      InvalidValueException.require(guard.isLiftable(), FormatFault.CODE_RANGE, guard.jsonName());
      lifts.put(guard, ConditionText.require(condition, guard.jsonName()));
      return this;
    }

    /** Adds a rule behind those before. */
    public Builder rule(PolicyRule rule) {
      rules.add(rule);
      return this;
    }

    /**
     * The content.
     *
     * @throws InvalidValueException COUNT_RANGE for no rule or too many, POLICY_RULE
     */
    public PolicyContent build() {
      return new PolicyContent(this);
    }
  }
}
