package io.greenqr.verify.trust;

/**
 * Why a key, an update or a stored state cannot be trusted. The names are stable codes; {@code
 * docs/errors.md} explains each one, and docs/spec/trust.md section 11 has the order of the steps.
 */
public enum TrustFault {
  /** A P-256 point that is not on the curve or whose coordinates are not below p. */
  KEY_NOT_ON_CURVE,
  /** An Ed25519 key that is not canonical, not a point, or not of order L (low order included). */
  KEY_NOT_OF_ORDER,
  /** A public key of another algorithm or curve, or a compressed point. */
  KEY_TYPE,
  /** Bytes that are no PEM or DER of a public key or certificate. */
  KEY_ENCODING,
  /** A certificate whose key usage does not include digital signatures. */
  CERTIFICATE_USAGE,
  /** More keys than a list may hold. */
  TOO_MANY_KEYS,
  /** The same key twice in one list: which statement about it would hold? */
  KEY_DUPLICATE,
  /** Bytes that break a rule of the format; the format fault says which. */
  DOCUMENT_FORMAT,
  /** A document of the other environment: test at a production gate, or the reverse. */
  ENVIRONMENT_MISMATCH,
  /** The newest root of the bundle is older than the one held. */
  ROOT_ROLLBACK,
  /** Another root than the one held, with the same version. */
  ROOT_MISMATCH,
  /** A root between the one held and the newest is missing. */
  ROOT_GAP,
  /** A root that not enough holders of its own or of its predecessor's root role signed. */
  ROOT_SIGNATURES,
  /** A trust list under another root than the newest of the bundle. */
  LIST_ROOT,
  /** A trust list that not enough holders of the list role signed. */
  LIST_SIGNATURES,
  /** A trust list that is older than the one held. */
  LIST_ROLLBACK,
  /** Another trust list than the one held, with the same version. */
  LIST_EQUIVOCATION,
  /** A pin of an older version than before under one root, or of other content of the same one. */
  PIN_ROLLBACK,
  /** A status list or delta that not enough holders of the status role signed. */
  STATUS_SIGNATURES,
  /** A status list, the result of a delta, or a document that is not the one pinned. */
  NOT_PINNED,
  /** A freshness card that not enough holders of the freshness role signed. */
  CARD_SIGNATURES,
  /** A freshness card for another trust list than the one held, or none is held. */
  CARD_LIST,
  /** A freshness card that was not made later than the one held. */
  CARD_NOT_NEWER,
  /** A freshness card that has ended. */
  CARD_EXPIRED,
  /** A freshness card of a later time than the clock shows, by more than an hour. */
  CARD_NOT_YET_VALID,
  /** The state cannot be stored, so it is not used. */
  STORE_FAILED,
  /** The stored state cannot be read, or does not belong to this anchor. */
  STORE_DAMAGED
}
