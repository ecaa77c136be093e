package io.greenqr.issue.key;

/**
 * What is wrong with a key that was handed in. The names are stable codes, never renamed or reused;
 * {@code docs/errors.md} explains each one.
 */
public enum KeyFault {
  /** Not exactly one PEM block (RFC 7468) with nothing around it. */
  PEM_SYNTAX,
  /**
   * A PEM block of another kind than {@code PRIVATE KEY}: encrypted, SEC 1, PKCS #1, or no private
   * key at all.
   */
  PEM_LABEL,
  /** Not the DER encoding of a key, or one whose public point is compressed. */
  KEY_ENCODING,
  /** A key of another algorithm or curve than P-256 and Ed25519, or with spelled-out parameters. */
  KEY_TYPE,
  /** A private key of wrong length, zero, or not below the group order. */
  KEY_VALUE,
  /** A public key that is not a point of its curve, or one of low order. */
  PUBLIC_KEY_VALUE,
  /** The public key is not that of the private key. */
  KEY_MISMATCH,
  /** No signature algorithm of the provider works with the key. */
  PROVIDER
}
