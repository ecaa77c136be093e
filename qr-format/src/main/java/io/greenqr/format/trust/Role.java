package io.greenqr.format.trust;

import io.greenqr.format.code.TableCode;

/** What the keys of a root may sign (docs/spec/trust.md section 2). */
public enum Role implements TableCode {
  /** Roots. Kept offline, by several people. */
  ROOT(1, "root"),
  /** Trust lists. */
  LIST(2, "list"),
  /** Status lists and deltas. */
  STATUS(3, "status"),
  /** Freshness cards. */
  FRESHNESS(4, "freshness"),
  /** Policies (docs/spec/policy.md). Under a root without this role no policy is valid. */
  POLICY(5, "policy");

  private final int code;
  private final String jsonName;

  Role(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  /** Whether every root has it. */
  public boolean isRequired() {
    return this != POLICY;
  }

  /** The number in a root. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }
}
