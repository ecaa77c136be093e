package io.greenqr.issue;

/**
 * Why a pass was not issued. The names are stable codes, never renamed or reused; {@code
 * docs/errors.md} explains each one.
 */
public enum IssueFault {
  /** A time that a pass cannot carry: before 1970 or after 9999. */
  TIME_RANGE,
  /** The time of issue is ahead of the clock by more than {@link PassIssuer#CLOCK_TOLERANCE}. */
  ISSUED_IN_FUTURE,
  /** The pass would end when it is issued, or before. */
  EXPIRES_NOT_AFTER_ISSUED,
  /** The pass would have ended already. */
  EXPIRES_IN_PAST,
  /** The pass would be valid for longer than this issuer issues. */
  VALIDITY_TOO_LONG,
  /** The time of issue, or now, is before the first second of the key. */
  KEY_NOT_YET_VALID,
  /** Now is after the last second of the key. */
  KEY_EXPIRED,
  /** The pass would be valid after the last second of the key. */
  PASS_OUTLIVES_KEY,
  /** The key may not sign claims of a kind that the pass carries. */
  CLAIM_NOT_ALLOWED,
  /** A day that had begun nowhere on Earth when the pass was issued. */
  DAY_IN_FUTURE,
  /** A time after that of issue. */
  TIME_IN_FUTURE,
  /** Something that happened to the person before the person was born. */
  BEFORE_BIRTH,
  /** More than {@link io.greenqr.format.fault.FormatLimits#MAX_PASS_BYTES} bytes. */
  PASS_TOO_LONG,
  /** The key could not sign; the cause says why. */
  SIGNING,
  /** What was signed does not read back as the same pass, or its signature does not hold. */
  SELF_CHECK
}
