package io.greenqr.verify.trust;

/** How far a trust list can be relied on at a time (docs/spec/trust.md section 9). */
public enum TrustFreshness {
  /** Keys pinned by hand: nothing is known of their age. */
  UNDATED,
  /** As new as its publisher wants it. */
  FRESH,
  /** Older than that, or known to be superseded, but still within the time of grace. */
  STALE,
  /** Too old: nothing is accepted. */
  CLOSED,
  /** There is no list yet: nothing is accepted. */
  MISSING
}
