package io.greenqr.format.fault;

/**
 * The bounds of GQ1, as {@code docs/spec/format.md} gives them. Each is checked before memory is
 * taken for what it bounds.
 */
public final class FormatLimits {
  /** Characters of a text: what the largest QR symbol (40-L, alphanumeric) holds, ISO/IEC 18004. */
  public static final int MAX_TEXT_CHARS = 4296;

  /** Bytes of a signed pass. */
  public static final int MAX_PASS_BYTES = 1024;

  /** Levels of arrays and maps, the outermost being 1; tag and byte strings do not count. */
  public static final int MAX_DEPTH = 8;

  /** Bytes of UTF-8 in a name. */
  public static final int MAX_NAME_BYTES = 64;

  /**
   * Latest NumericDate: 9999-12-31T23:59:59Z, the last second that ISO 8601 writes in four digits.
   */
  public static final long MAX_NUMERIC_DATE = 253_402_300_799L;

  /** First day, in days since 1970-01-01: 1850-01-01, before any living person's birth. */
  public static final int MIN_DAY = -43_829;

  /** Last day, in days since 1970-01-01: 2199-12-31. */
  public static final int MAX_DAY = 84_005;

  /** First birth year. */
  public static final int MIN_YEAR = 1850;

  /** Last birth year. */
  public static final int MAX_YEAR = 2199;

  /** Entries of a status list shard; indexes run from 0 to one less. */
  public static final int STATUS_SHARD_ENTRIES = 131_072;

  /** Largest status list number. */
  public static final int MAX_STATUS_LIST = 65_535;

  /** Largest code of a table (product, method, result, state). */
  public static final int MAX_CODE = 65_535;

  /** Largest bit set: 32 bits. */
  public static final long MAX_BITS = 0xFFFF_FFFFL;

  /** Characters of a code text: area, lot, facility. */
  public static final int MAX_CODE_TEXT = 20;

  /** Doses in a vaccination. */
  public static final int MAX_DOSES = 8;

  /** Tests in a test statement. */
  public static final int MAX_TESTS = 4;

  /** Extensions of a pass. */
  public static final int MAX_EXTENSIONS = 16;

  /** Largest version of a document: 2^53 - 1, the largest that JSON carries exactly. */
  public static final long MAX_VERSION = (1L << 53) - 1;

  /** Largest role number in a root. */
  public static final int MAX_ROLE = 63;

  /** Keys of a role, and so its largest threshold. */
  public static final int MAX_ROLE_KEYS = 16;

  /** Signatures of a document: two full roles, as a rotation of the root may need. */
  public static final int MAX_SIGNATURES = 32;

  /** Issuers' keys in a trust list. */
  public static final int MAX_LISTED_KEYS = 5_000;

  /** Status lists that a trust list pins: entries for 134 million passes. */
  public static final int MAX_STATUS_PINS = 1_024;

  /** Other documents that a trust list pins. */
  public static final int MAX_DOCUMENT_PINS = 256;

  /** Largest kind of a pinned document. */
  public static final int MAX_DOCUMENT_KIND = 255;

  /** Bytes of the entries of a status list, inflated: two bits each. */
  public static final int MAX_STATUS_BYTES = STATUS_SHARD_ENTRIES / 4;

  /** Seconds that a freshness card may hold: 24 hours. */
  public static final long MAX_CARD_SECONDS = 86_400;

  /** Roots in a bundle. */
  public static final int MAX_BUNDLE_ROOTS = 64;

  /** Status deltas in a bundle. */
  public static final int MAX_BUNDLE_DELTAS = 64;

  /** Bytes of a bundle: 32 MiB. */
  public static final int MAX_BUNDLE_BYTES = 1 << 25;

  /** Largest number of the language of a policy's content. */
  public static final int MAX_POLICY_LANGUAGE = 65_535;

  /** Classes of places, or roles of people, that a policy names. */
  public static final int MAX_POLICY_NAMES = 32;

  /** Rules of a policy. */
  public static final int MAX_POLICY_RULES = 64;

  /** Bytes of UTF-8 in a condition. */
  public static final int MAX_CONDITION_BYTES = 16_384;

  /** Levels of arrays and objects in a condition: the JSON form of a policy puts it deeper. */
  public static final int MAX_CONDITION_DEPTH = 60;

  /** Bytes of UTF-8 in the words of a policy, in each language. */
  public static final int MAX_WORDS_BYTES = 500;

  private FormatLimits() {}
}
