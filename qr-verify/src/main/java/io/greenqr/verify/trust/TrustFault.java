package io.greenqr.verify.trust;

/** Why a key cannot be trusted; stable codes. */
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
  KEY_DUPLICATE
}
