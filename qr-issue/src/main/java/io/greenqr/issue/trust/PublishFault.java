package io.greenqr.issue.trust;

/**
 * Why a document was not drafted, signed or published. The names are stable codes, never renamed or
 * reused; {@code docs/errors.md} explains each one.
 */
public enum PublishFault {
  /** The payload of a document breaks a rule of the format; the cause says which. */
  DOCUMENT_FORMAT,
  /** A document of another kind than belongs here, or copies of two different drafts. */
  WRONG_DOCUMENT,
  /** A document of the other environment: test and production never meet. */
  ENVIRONMENT,
  /** More bytes than a document of this kind, or a bundle, may have. */
  DOCUMENT_TOO_LONG,
  /** More keys, pins, lists, roots or deltas than the format carries. */
  TOO_MANY,
  /** Fewer signatures of a role than its threshold. */
  SIGNATURES_MISSING,
  /** More signatures than a document may have. */
  SIGNATURES_TOO_MANY,
  /** The key could not sign; the cause says why. */
  SIGNING,
  /** What was made does not read back as what was meant, or its signature does not hold. */
  SELF_CHECK,
  /** Times that are out of range or in the wrong order. */
  TIMES,
  /** A document that would be older than the one that it follows. */
  ISSUED_BEFORE_PREVIOUS,
  /** A trust list or root from the future: gates would take their own clocks for wrong. */
  ISSUED_IN_FUTURE,
  /** A version that is not above the one before it, or two documents of one version. */
  VERSION_NOT_NEWER,
  /** The largest version was used up; for trust lists a new root begins a new row. */
  VERSION_EXHAUSTED,
  /** A root without one of the four roles, or without that for policies where one is pinned. */
  ROLE_MISSING,
  /** One person alone could make gates trust a key. */
  SINGLE_SIGNER,
  /** A root that is not the one after the newest. */
  ROOT_GAP,
  /** A trust list under another root than the newest, or under one that is not in the chain. */
  LIST_ROOT,
  /** The root would end before the list that stands under it. */
  ROOT_EXPIRES_FIRST,
  /** A trust list, or its root, that has ended already. */
  CLOSED,
  /** A key that is not a sound point of its curve. */
  KEY_UNSOUND,
  /** A new key whose identifier another key has, or an identifier that names several keys. */
  KID_CLASH,
  /** A key that is in the list already. */
  KEY_PRESENT,
  /** A key that is not in the list. */
  KEY_UNKNOWN,
  /** What is known against a key would be weakened or forgotten. */
  KEY_STATE_UNDONE,
  /** Something that no pin of the trust list names, or not as the pin says. */
  PIN_MISMATCH,
  /** A status list or document that the trust list pins and that was not given. */
  PIN_MISSING,
  /** A status list with this number is there already, or was given twice. */
  LIST_PRESENT,
  /** No status list, or pin, with this number or name. */
  LIST_UNKNOWN,
  /** A number of entries that a status list cannot have, or that is not that of the list. */
  LIST_SIZE,
  /** A number of a list outside its range, or an entry beyond the end of the list. */
  STATUS_RANGE,
  /** A revoked pass would become something else. */
  STATUS_FINAL,
  /** The register was saved by somebody else since it was opened. */
  REGISTER_CHANGED,
  /** The file is not a register, or was damaged. */
  REGISTER_DAMAGED
}
