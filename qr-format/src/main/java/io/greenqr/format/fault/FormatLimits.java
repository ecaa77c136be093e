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

  private FormatLimits() {}
}
