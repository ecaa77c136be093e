package io.greenqr.format.fault;

/**
 * What is wrong with bytes, a text or a JSON document that is not a GQ1 pass.
 *
 * <p>The names are stable codes: they appear in logs, in JSON answers and in test vectors, and are
 * never renamed or reused. {@code docs/errors.md} explains each one.
 */
public enum FormatFault {
  /** The text is longer than {@link FormatLimits#MAX_TEXT_CHARS}. */
  TEXT_TOO_LONG(Layer.TEXT_FORM),
  /**
   * The text starts with none of the prefixes {@code GQ1:} and {@code gq1.}, exactly so spelled.
   */
  TEXT_PREFIX(Layer.TEXT_FORM),
  /** A character outside the alphabet of Base45 (RFC 9285) or base64url (RFC 4648 section 5). */
  TEXT_CHARACTER(Layer.TEXT_ENCODING),
  /** A number of characters that no byte string encodes to, or none at all. */
  TEXT_LENGTH(Layer.TEXT_ENCODING),
  /** A group of characters whose value no byte string encodes to: a second spelling or overflow. */
  TEXT_VALUE(Layer.TEXT_ENCODING),

  /** More than {@link FormatLimits#MAX_PASS_BYTES} bytes. */
  BYTES_TOO_LONG(Layer.CBOR),
  /** The bytes end inside an item. */
  CBOR_TRUNCATED(Layer.CBOR),
  /** Bytes follow the one item that was expected. */
  CBOR_TRAILING(Layer.CBOR),
  /** An integer or length is not in its shortest form (RFC 8949 section 4.2.1). */
  CBOR_NOT_SHORTEST(Layer.CBOR),
  /** An indefinite length, or a stray break. */
  CBOR_INDEFINITE(Layer.CBOR),
  /** Additional information 28, 29 or 30, which RFC 8949 leaves undefined. */
  CBOR_RESERVED(Layer.CBOR),
  /** A well-formed item of another type than the format has in this place. */
  CBOR_TYPE(Layer.CBOR),
  /** An integer that does not fit into 64 signed bits. */
  CBOR_INTEGER_RANGE(Layer.CBOR),
  /** A length or count larger than what the remaining bytes can hold. */
  CBOR_LENGTH(Layer.CBOR),
  /** Items nested deeper than {@link FormatLimits#MAX_DEPTH}. */
  CBOR_DEPTH(Layer.CBOR),
  /** Map keys that are not in ascending order of their encoding. */
  CBOR_KEY_ORDER(Layer.CBOR),
  /** The same map key twice. */
  CBOR_KEY_DUPLICATE(Layer.CBOR),
  /** A tag, where only the one tag of the envelope is allowed. */
  CBOR_TAG(Layer.CBOR),
  /** A floating-point number. */
  CBOR_FLOAT(Layer.CBOR),
  /** {@code undefined} or a simple value without a meaning. */
  CBOR_SIMPLE(Layer.CBOR),
  /** A text string that is not valid UTF-8. */
  CBOR_UTF8(Layer.CBOR),
  /** A text string that is not in Unicode Normalization Form C. */
  CBOR_NOT_NFC(Layer.CBOR),

  /** Not the tag of the structure: 18 for COSE_Sign1, 98 for COSE_Sign (RFC 9052 section 2). */
  COSE_TAG(Layer.ENVELOPE),
  /** The COSE structure does not have its number of elements. */
  COSE_SHAPE(Layer.ENVELOPE),
  /** The unprotected header is not empty: whatever stands there is not signed. */
  COSE_UNPROTECTED(Layer.ENVELOPE),
  /**
   * The protected header does not consist of exactly {@code alg} and {@code kid}; of a status list
   * token, it does not name its type or has a critical parameter.
   */
  COSE_HEADER(Layer.ENVELOPE),
  /** {@code alg} is neither ESP256 (-9) nor Ed25519 (-19). */
  COSE_ALGORITHM(Layer.ENVELOPE),
  /** {@code kid} is not 4 bytes. */
  COSE_KID(Layer.ENVELOPE),
  /** The signature is not 64 bytes. */
  COSE_SIGNATURE_SIZE(Layer.ENVELOPE),
  /**
   * A number of the signature is zero, not below the group order, or (ESP256) has a high {@code s}.
   */
  COSE_SIGNATURE_RANGE(Layer.ENVELOPE),
  /** A COSE_Key with other parameters, sizes or values than its type has. */
  COSE_KEY(Layer.ENVELOPE),

  /** A required claim of the CWT claims set is missing. */
  CLAIM_MISSING(Layer.PAYLOAD),
  /** A claim key that the format does not have. */
  CLAIM_UNKNOWN(Layer.PAYLOAD),
  /** The confirmation claim {@code cnf}, reserved for a later release. */
  CLAIM_RESERVED(Layer.PAYLOAD),
  /** A NumericDate outside {@code 0 .. }{@link FormatLimits#MAX_NUMERIC_DATE}. */
  TIME_RANGE(Layer.PAYLOAD),
  /** {@code exp} is not later than {@code iat}. */
  TIME_ORDER(Layer.PAYLOAD),
  /** A record has fewer fields than it requires. */
  RECORD_TOO_SHORT(Layer.PAYLOAD),
  /** A record has more fields than this format version has. */
  RECORD_TOO_LONG(Layer.PAYLOAD),
  /** A record ends with null: an absent field at the end must be left out. */
  RECORD_NULL(Layer.PAYLOAD),
  /** A list has no entry, or more than its limit. */
  COUNT_RANGE(Layer.PAYLOAD),
  /** The name is empty or has more than {@link FormatLimits#MAX_NAME_BYTES} bytes of UTF-8. */
  NAME_LENGTH(Layer.PAYLOAD),
  /** A character that a name may not have, or one in a place where it may not stand. */
  NAME_CHARACTER(Layer.PAYLOAD),
  /** A birth year, month or day outside its range. */
  BIRTH_RANGE(Layer.PAYLOAD),
  /** The person identifier is not 8 bytes. */
  PERSON_SIZE(Layer.PAYLOAD),
  /** The pass carries no statement at all. */
  STATEMENTS_EMPTY(Layer.PAYLOAD),
  /** A statement of a kind that this format version does not have. */
  STATEMENT_UNKNOWN(Layer.PAYLOAD),
  /** A table code outside its range. */
  CODE_RANGE(Layer.PAYLOAD),
  /** A bit set outside {@code 0 .. 2^32 - 1}. */
  BITS_RANGE(Layer.PAYLOAD),
  /**
   * A code text (area, lot, facility) that is empty, too long or has other characters than allowed.
   */
  CODE_TEXT(Layer.PAYLOAD),
  /**
   * A day outside {@link FormatLimits#MIN_DAY}..{@link FormatLimits#MAX_DAY}, or a wrong order of
   * days.
   */
  DAY_RANGE(Layer.PAYLOAD),
  /** A dose number or dose count outside its range. */
  DOSE_RANGE(Layer.PAYLOAD),
  /** A body measurement outside its range. */
  READING_RANGE(Layer.PAYLOAD),
  /** A status list number or index outside its range. */
  STATUS_RANGE(Layer.PAYLOAD),
  /** An assurance of zero spelled out, of the unassigned level 3, or for a kind the pass lacks. */
  ASSURANCE_VALUE(Layer.PAYLOAD),
  /** An extension map that is empty or too large, or a key outside its range. */
  EXTENSION_RANGE(Layer.PAYLOAD),

  /** A signed document or bundle with more bytes than its kind may have. */
  DOCUMENT_TOO_LONG(Layer.DOCUMENT),
  /** A signed document of another kind than belongs here, or of one that this release lacks. */
  DOCUMENT_KIND(Layer.DOCUMENT),
  /** Signatures of a document that are not in ascending order, or one that stands there twice. */
  SIGNER_ORDER(Layer.DOCUMENT),
  /** An environment other than production (1) and test (2). */
  ENVIRONMENT_UNKNOWN(Layer.DOCUMENT),
  /** A version outside {@code 1 .. }{@link FormatLimits#MAX_VERSION}, or one that does not grow. */
  VERSION_RANGE(Layer.DOCUMENT),
  /** A root without one of the roles root, list, status and freshness. */
  ROLE_MISSING(Layer.DOCUMENT),
  /** A role number outside {@code 1 .. }{@link FormatLimits#MAX_ROLE}. */
  ROLE_RANGE(Layer.DOCUMENT),
  /** Keys of a role that are not in ascending order of their encoding, or one twice. */
  KEY_ORDER(Layer.DOCUMENT),
  /** A threshold of zero, or one that the keys of the role can never reach. */
  THRESHOLD_RANGE(Layer.DOCUMENT),
  /** A key state other than retired (1) and revoked (2). */
  KEY_STATE(Layer.DOCUMENT),
  /** Entries of a list that are not in the order that the format gives them, or one twice. */
  ENTRY_ORDER(Layer.DOCUMENT),
  /** Status entries that are no single zlib stream of 1 to 32,768 bytes, two bits each. */
  STATUS_ENTRIES(Layer.DOCUMENT),
  /** A change of a status delta that lies beyond the last entry. */
  STATUS_CHANGE(Layer.DOCUMENT),
  /** A digest that is not 32 bytes. */
  DIGEST_SIZE(Layer.DOCUMENT),
  /** A freshness card that would hold for more than 24 hours. */
  CARD_VALIDITY(Layer.DOCUMENT),
  /** Bytes that are no bundle: they do not start with its mark. */
  BUNDLE_MARK(Layer.DOCUMENT),
  /** Words of a policy that are empty, too long or have control, format or break characters. */
  POLICY_WORDS(Layer.DOCUMENT),
  /** A condition that is no JSON, too long or not spelled as a writer without blanks spells it. */
  POLICY_CONDITION(Layer.DOCUMENT),
  /** Two rules of a policy with one name, or one for a role that the policy does not ask for. */
  POLICY_RULE(Layer.DOCUMENT),
  /** An offset from UTC outside -12:00 to +14:00, or not in whole minutes. */
  UTC_OFFSET(Layer.DOCUMENT),
  /** A status list token of another system that is not well-formed CBOR (RFC 8949 appendix C). */
  TOKEN_CBOR(Layer.DOCUMENT),

  /** An issuer's name that is empty, too long, not NFC or has characters it may not have. */
  ISSUER_NAME(Layer.PAYLOAD),

  /** The document is not JSON, or larger or deeper than its limit. */
  JSON_SYNTAX(Layer.JSON),
  /** A member that the format does not have. */
  JSON_UNKNOWN(Layer.JSON),
  /** A required member is missing. */
  JSON_MISSING(Layer.JSON),
  /** A member of another JSON type than the format has there. */
  JSON_TYPE(Layer.JSON),
  /** A date or time that is not of its form or does not exist. */
  JSON_DATE(Layer.JSON),
  /** A code name that no table has. */
  JSON_CODE(Layer.JSON),
  /** A number or text that cannot be carried in this member. */
  JSON_VALUE(Layer.JSON);

  /** The layer of the format that a fault belongs to. */
  public enum Layer {
    /** Length and prefix of the text. */
    TEXT_FORM,
    /** Base45 or base64url. */
    TEXT_ENCODING,
    /** CBOR encoding rules; these hold in the envelope and in the payload. */
    CBOR,
    /** The COSE structure. */
    ENVELOPE,
    /** The signed content. */
    PAYLOAD,
    /** The documents that scanners sync: trust list, status lists, bundle. */
    DOCUMENT,
    /** The JSON form that issuers feed. */
    JSON
  }

  private final Layer layer;

  FormatFault(Layer layer) {
    this.layer = layer;
  }

  /** The layer whose rule was broken. */
  public Layer layer() {
    return layer;
  }
}
