package io.greenqr.verify;

/**
 * Why a pass was not accepted: one constant for each step of the verification procedure
 * (docs/spec/format.md), in the order of the steps. The first step that fails decides.
 *
 * <p>The names are stable codes; {@code docs/errors.md} explains each one.
 */
public enum Rejection {
  /** The text is no pass of this format: too long, or another prefix. */
  TEXT_FORM,
  /** The characters behind the prefix do not decode to bytes, or not in the one canonical way. */
  TEXT_ENCODING,
  /** The bytes are no signed pass: CBOR, COSE structure, header or signature range. */
  ENVELOPE,
  /** There is no trust list yet: the first bundle was never applied. */
  TRUST_MISSING,
  /** The trust list is older than its publisher allows, or its root has ended. */
  TRUST_CLOSED,
  /** No trusted key has the key identifier of the pass. */
  KEY_UNKNOWN,
  /** The key is for another algorithm than the header names. */
  KEY_ALGORITHM,
  /**
   * The clock shows a time that has passed already: no verdict that depends on time is possible.
   */
  CLOCK_SUSPECT,
  /** The key's validity has not begun. */
  KEY_NOT_YET_VALID,
  /** The key's validity has ended. */
  KEY_EXPIRED,
  /** The key did not make this signature. */
  SIGNATURE,
  /** The signed content breaks a rule of the format: a fault of the issuer. */
  PAYLOAD,
  /** The pass was issued later than now. */
  NOT_YET_VALID,
  /** The pass has expired. */
  EXPIRED,
  /** The pass was issued at a time at which its key was not valid. */
  ISSUED_OUTSIDE_KEY_VALIDITY,
  /** The pass was issued when its key had been retired already. */
  KEY_RETIRED,
  /** The pass was issued when others may have had its key. */
  KEY_REVOKED,
  /** The key may not sign one of the kinds of claims that the pass carries. */
  KEY_CLAIM_KIND,
  /** The pass has a critical extension that this release does not know. */
  EXTENSION_CRITICAL,
  /** The pass may have been stopped: it names a status list, and pinned keys come without any. */
  STATUS_UNCHECKED,
  /** The pass may have been stopped: its status list is unknown, or not at hand. */
  STATUS_MISSING,
  /** The pass may have been stopped: its status list is another than the one in force. */
  STATUS_OUTDATED,
  /** The pass may have been stopped: the status lists are too old. */
  STATUS_STALE,
  /** The pass names an entry that its status list does not have. */
  STATUS_OUT_OF_RANGE,
  /** The pass was stopped for good. */
  STATUS_REVOKED,
  /** The pass is stopped for now. */
  STATUS_SUSPENDED,
  /** The pass holds in some places only, and the application does not tell which this is. */
  STATUS_RESTRICTED
}
