package io.greenqr.verify.admission;

import io.greenqr.format.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several policies is in force (docs/spec/policy.md section 4). */
final class PolicyChoice {
  private final @Nullable CompiledPolicy policy;
  private final AdmissionCode code;

  private PolicyChoice(@Nullable CompiledPolicy policy, AdmissionCode code) {
    this.policy = policy;
    this.code = code;
  }

  static PolicyChoice of(List<CompiledPolicy> policies, Site site, Instant now) {
    if (policies.isEmpty()) {
      return new PolicyChoice(null, AdmissionCode.POLICY_NONE);
    }
    CompiledPolicy best = null;
    boolean alone = false;
    for (int i = 0; i < policies.size(); i++) {
      CompiledPolicy policy = policies.get(i);
      if (covers(policy, site) && policy.document().isInForceAt(now)) {
        int order = best == null ? 1 : compare(policy.document(), best.document());
        if (order > 0) {
          best = policy;
          alone = true;
        } else if (order == 0) {
          alone = false;
        }
      }
    }
    if (best == null) {
      return new PolicyChoice(null, AdmissionCode.POLICY_NONE_IN_FORCE);
    }
    // Either could be the one that its authors meant: to take one would be to guess.
    return alone
        ? new PolicyChoice(best, code(best, site))
        : new PolicyChoice(null, AdmissionCode.POLICY_AMBIGUOUS);
  }

  private static boolean covers(CompiledPolicy policy, Site site) {
    return policy.document().covers(site.jurisdiction(), site.place());
  }

  /** Positive if {@code a} comes before {@code b}, zero if neither does. */
  private static int compare(PolicyDocument a, PolicyDocument b) {
    int order = Integer.compare(a.jurisdiction().length(), b.jurisdiction().length());
    if (order == 0) {
      order = Boolean.compare(!a.places().isEmpty(), !b.places().isEmpty());
    }
    return order == 0 ? a.validFrom().compareTo(b.validFrom()) : order;
  }

  private static AdmissionCode code(CompiledPolicy policy, Site site) {
    if (policy.content() == null) {
      return AdmissionCode.POLICY_UNREADABLE;
    }
    boolean known =
        policy.content().roles().isEmpty() || policy.content().roles().contains(site.roleOrNull());
    return known ? AdmissionCode.RULES : AdmissionCode.ROLE_UNKNOWN;
  }

  /** The next second after {@code now} at which the choice may be another. */
  static long nextChange(List<CompiledPolicy> policies, Site site, long now) {
    long next = Long.MAX_VALUE;
    for (CompiledPolicy policy : policies) {
      if (covers(policy, site)) {
        next = earlier(next, policy.document().validFrom().getEpochSecond(), now);
        next = earlier(next, policy.document().validUntil().getEpochSecond(), now);
      }
    }
    return next;
  }

  private static long earlier(long next, long time, long now) {
    return time > now ? Math.min(next, time) : next;
  }

  /** The policy in force, also where it cannot be asked; null if there is none. */
  @Nullable CompiledPolicy policy() {
    return policy;
  }

  /** RULES if the policy can be asked, or why not. */
  AdmissionCode code() {
    return code;
  }
}
