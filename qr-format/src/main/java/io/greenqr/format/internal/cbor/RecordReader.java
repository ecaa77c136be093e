package io.greenqr.format.internal.cbor;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import java.time.Instant;

/**
 * Reads the records of the format: arrays whose positions have meanings, with optional fields at
 * their end, by the rules of docs/spec/format.md section 8.
 */
public final class RecordReader extends CborCursor {
  /** Reads the whole of {@code buffer}, which the caller does not change meanwhile. */
  public RecordReader(byte[] buffer) {
    super(buffer);
  }

  /** Reads {@code buffer[from, to)}. */
  public RecordReader(byte[] buffer, int from, int to) {
    super(buffer, from, to, 0);
  }

  /** Enters a record of {@code required} to {@code known} fields and returns how many it has. */
  public int enterRecord(int required, int known) throws FormatException {
    int start = position();
    int fields = readArray();
    if (fields < required) {
      throw new FormatException(FormatFault.RECORD_TOO_SHORT, start);
    }
    // An unknown field could restrict what the known ones say: a change of shape is a new format.
    if (fields > known) {
      throw new FormatException(FormatFault.RECORD_TOO_LONG, start);
    }
    return fields;
  }

  /** Enters a list of {@code least} to {@code most} entries and returns how many it has. */
  public int enterList(int least, int most) throws FormatException {
    int start = position();
    int count = readArray();
    if (count < least || count > most) {
      throw new FormatException(FormatFault.COUNT_RANGE, start);
    }
    return count;
  }

  /**
   * Whether optional field number {@code field} (from 1) of a record with {@code fields} fields is
   * there; passes over the null of one that is not. A record may not end with null.
   */
  public boolean has(int fields, int field) throws FormatException {
    int at = position();
    if (fields < field) {
      return false;
    }
    if (!skipNull()) {
      return true;
    }
    if (fields == field) {
      throw new FormatException(FormatFault.RECORD_NULL, at);
    }
    return false;
  }

  /** A NumericDate. */
  public Instant readTime() throws FormatException {
    return Instant.ofEpochSecond(readSeconds());
  }

  /** A NumericDate, as seconds since the epoch. */
  public long readSeconds() throws FormatException {
    int at = position();
    long seconds = readUnsigned();
    if (seconds > FormatLimits.MAX_NUMERIC_DATE) {
      throw new FormatException(FormatFault.TIME_RANGE, at);
    }
    return seconds;
  }

  /** A version of a document. */
  public long readVersion() throws FormatException {
    int at = position();
    long version = readUnsigned();
    if (version < 1 || version > FormatLimits.MAX_VERSION) {
      throw new FormatException(FormatFault.VERSION_RANGE, at);
    }
    return version;
  }

  /** An unsigned integer, saturated: the range of every field is far below. */
  public int readInt() throws FormatException {
    return (int) Math.min(readUnsigned(), Integer.MAX_VALUE);
  }
}
