package io.greenqr.verify.trust;

/** What is known about a status reference; only VALID says that nothing is held against a pass. */
public enum StatusAnswer {
  /** Nothing is held against the pass. */
  VALID,
  /** The pass was stopped for good. */
  REVOKED,
  /** The pass is stopped for now. */
  SUSPENDED,
  /** The pass holds in some places only. */
  RESTRICTED,
  /** Keys are pinned by hand, and there are no status lists. */
  UNCHECKED,
  /** The status list is not pinned, or is pinned and not at hand. */
  MISSING,
  /** The status list at hand is another than the one pinned. */
  OUTDATED,
  /** The status lists are too old to say anything. */
  STALE,
  /** The status list has no such entry. */
  OUT_OF_RANGE
}
