package io.greenqr.verify.admission;

import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.PinnedPolicy;
import io.greenqr.verify.trust.TrustList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that are in force, ready to say whether a person may enter (docs/spec/policy.md).
 *
 * <p>Immutable and thread-safe. Conditions are compiled here once; an application makes a new one
 * whenever it replaces the trust of its {@link io.greenqr.verify.PassVerifier}.
 */
public final class AdmissionPolicy {
  /** Passes that one person may show at once. */
  public static final int MAX_PASSES = 8;

  private final Clock clock;
  private final @Nullable TrustList trust;
  private final boolean available;
  private final List<CompiledPolicy> policies;

  private AdmissionPolicy(
      Clock clock,
      @Nullable TrustList trust,
      boolean available,
      Collection<PolicyDocument> documents) {
    this.clock = clock;
    this.trust = trust;
    this.available = available;
    List<CompiledPolicy> compiled = new ArrayList<>(documents.size());
    for (PolicyDocument document : documents) {
      compiled.add(CompiledPolicy.of(document));
    }
    this.policies = Collections.unmodifiableList(compiled);
  }

  /**
   * The policies that a trust list pins and that the policy role signed. If one of them is absent
   * or not what is pinned, every answer is {@link AdmissionCode#POLICY_UNAVAILABLE}: nobody knows
   * for which places it was meant.
   */
  public static AdmissionPolicy of(TrustList trust, Clock clock) {
    boolean available = true;
    List<PolicyDocument> documents = new ArrayList<>();
    for (PinnedPolicy pinned : trust.policies()) {
      available &= pinned.document().isPresent();
      if (pinned.document().isPresent()) {
        documents.add(pinned.document().get());
      }
    }
    return new AdmissionPolicy(clock, trust, available, documents);
  }

  /**
   * Policies whose signature nobody checked: for trying out drafts, and for applications that get
   * them in a way that they trust. They have no end but their own.
   */
  public static AdmissionPolicy unverified(Collection<PolicyDocument> policies, Clock clock) {
    return new AdmissionPolicy(clock, null, true, policies);
  }

  /** {@link #evaluate(Site, Collection)} of these. */
  public Admission evaluate(Site site, Verification... verifications) {
    return evaluate(site, Arrays.asList(verifications));
  }

  /**
   * Whether the person who showed these may enter now.
   *
   * @param verifications the answers to <em>all</em> that the person showed, rejections included: a
   *     suspended pass that is left out hides that it was suspended. At most {@link #MAX_PASSES}
   */
  public Admission evaluate(Site site, Collection<? extends Verification> verifications) {
    long now = clock.instant().getEpochSecond();
    boolean tooMany = verifications.size() > MAX_PASSES;
    ShownPasses shown =
        ShownPasses.of(tooMany ? Collections.<Verification>emptyList() : verifications);
    Assessment assessment =
        tooMany
            ? Assessment.undecided(AdmissionCode.PASS_TOO_MANY, null, Long.MAX_VALUE)
            : Assessment.make(this, shown, site, now, null);
    return new Admission(this, shown, site, now, assessment);
  }

  @Nullable TrustList trust() {
    return trust;
  }

  /** Whether all policies are here that the trust list pins. */
  boolean isAvailable() {
    return available;
  }

  List<CompiledPolicy> policies() {
    return policies;
  }

  /** How many policies there are. */
  @Override
  public String toString() {
    return "AdmissionPolicy["
        + policies.size()
        + (available ? " policies]" : " policies, not all]");
  }
}
