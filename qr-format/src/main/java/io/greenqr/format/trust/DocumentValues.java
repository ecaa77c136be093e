package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import java.time.Instant;

/** Ranges of the values that several documents have. */
final class DocumentValues {
  private DocumentValues() {}

  static long requireVersion(long version, String field) {
    InvalidValueException.require(
        version >= 1 && version <= FormatLimits.MAX_VERSION, FormatFault.VERSION_RANGE, field);
    return version;
  }

  static byte[] requireDigest(byte[] digest) {
    InvalidValueException.require(
        digest.length == DocumentReader.DIGEST, FormatFault.DIGEST_SIZE, "digest");
    return digest.clone();
  }

  static int requireList(int list) {
    InvalidValueException.require(
        list >= 0 && list <= FormatLimits.MAX_STATUS_LIST, FormatFault.STATUS_RANGE, "list");
    return list;
  }

  /** Throws TIME_ORDER unless {@code later} is later. */
  static void requireOrder(Instant earlier, Instant later, String field) {
    InvalidValueException.require(later.isAfter(earlier), FormatFault.TIME_ORDER, field);
  }
}
