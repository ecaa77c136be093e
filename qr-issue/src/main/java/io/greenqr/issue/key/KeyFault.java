package io.greenqr.issue.key;

/**
 * What is wrong with a key or certificate that was handed in. The names are stable codes, never
 * renamed or reused; {@code docs/errors.md} explains each one.
 */
public enum KeyFault {
  /** Not exactly one PEM block (RFC 7468) with nothing around it. */
  PEM_SYNTAX,
  /**
   * A PEM block of another kind than {@code PRIVATE KEY}: encrypted, SEC 1, PKCS #1, or no private
   * key at all.
   */
  PEM_LABEL,
  /** Not the DER encoding of a key or PKCS #12 file, or a key whose point is compressed. */
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
  PROVIDER,
  /** No private key has this alias, or there is none at all. */
  KEY_MISSING,
  /** Several private keys, and none was named; or several that one name stands for. */
  KEY_AMBIGUOUS,
  /** A key or certificate with the alias of the key to be made: nothing is overwritten. */
  KEY_EXISTS,
  /** A token hands this private key out to whoever has the PIN, so it is as safe as a file. */
  KEY_EXTRACTABLE,
  /** A private key without the certificate that would tell its public key. */
  CERTIFICATE_MISSING,
  /** The password does not open the file or the key in it, or the file was changed. */
  PASSWORD_WRONG,
  /**
   * The platform lacks the provider SunPKCS11, or does not open what holds the labels of tokens.
   */
  TOKEN_PLATFORM,
  /** The PKCS #11 library is missing, cannot be loaded, or is none. */
  TOKEN_LIBRARY,
  /** There is no such slot, no token in it, or no token with this label; or it is not set up. */
  TOKEN_MISSING,
  /** Several tokens have this label. */
  TOKEN_AMBIGUOUS,
  /** The PIN is wrong. Tokens count such attempts and lock. */
  PIN_WRONG,
  /** The token takes no PIN until it is set anew: after too many wrong ones, expired, never set. */
  PIN_LOCKED,
  /** The token or its library failed or refused; the cause tells its return value. */
  TOKEN_FAILED,
  /** Not certificates in PEM, none or too many of them, or one that is not DER. */
  CERTIFICATE_ENCODING,
  /** The certificate is one of an authority, or its key usage lacks digital signatures. */
  CERTIFICATE_USAGE,
  /** The validity of a certificate begins later. */
  CERTIFICATE_NOT_YET_VALID,
  /** The validity of a certificate has ended. */
  CERTIFICATE_EXPIRED,
  /** No path of valid signatures and constraints (RFC 5280) leads to a trust anchor. */
  CERTIFICATE_CHAIN
}
