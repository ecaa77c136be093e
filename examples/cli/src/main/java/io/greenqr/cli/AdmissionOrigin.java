package io.greenqr.cli;

/** What an answer rests on: whether somebody checked who signed the policies, and the passes. */
enum AdmissionOrigin {
  SIGNED(true, true),
  UNVERIFIED_POLICIES(false, true),
  NOTHING_VERIFIED(false, false);

  private final boolean policies;
  private final boolean passes;

  AdmissionOrigin(boolean policies, boolean passes) {
    this.policies = policies;
    this.passes = passes;
  }

  boolean arePoliciesVerified() {
    return policies;
  }

  boolean arePassesVerified() {
    return passes;
  }
}
