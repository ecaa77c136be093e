package io.greenqr.verify.admission;

/** Who looks at an answer, and so how much of the person it may show (docs/spec/policy.md, 9). */
public enum ViewRole {
  /** A shop or office: colour, initials and year of birth. */
  SHOP,
  /** A checkpoint, which compares with an ID card: also the name, and the reasons. */
  CHECKPOINT,
  /** A health officer: also the birth date, each rule, and the person identifier. */
  HEALTH_OFFICER
}
