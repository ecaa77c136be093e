package io.greenqr.issue.status;

/**
 * Why no index was handed out. The names are stable codes, never renamed or reused; {@code
 * docs/errors.md} explains each one.
 */
public enum AllocationFault {
  /** Another allocator, of this process or another, works in the directory. */
  DIRECTORY_IN_USE,
  /** A journal is missing, or says something else than what was written to it. */
  JOURNAL_DAMAGED,
  /** The directory holds shards of another size. */
  SHARD_SIZE_MISMATCH,
  /** Fewer entries are free than were asked for, and the last list was begun. */
  EXHAUSTED,
  /** The directory could not be read, or an index could not be stored; the cause says why. */
  STORE_FAILED
}
