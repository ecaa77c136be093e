package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.hash.Sha256;
import java.util.Arrays;

/**
 * What a status list says of each of its passes: two bits an entry, four entries a byte, the first
 * in the lowest bits (draft-ietf-oauth-status-list section 4). Immutable.
 *
 * <pre>{@code
 * entries = bstr   ; zlib (RFC 1950) of 1..32768 bytes, four entries of two bits each
 * }</pre>
 */
public final class StatusEntries {
  private final byte[] bits;

  /** Takes {@code bits} as they are. */
  StatusEntries(byte[] bits) {
    InvalidValueException.require(
        bits.length >= 1 && bits.length <= FormatLimits.MAX_STATUS_BYTES,
        FormatFault.STATUS_ENTRIES,
        "entries");
    this.bits = bits;
  }

  /**
   * All entries valid.
   *
   * @param entries a multiple of 4, 4 to {@link FormatLimits#STATUS_SHARD_ENTRIES}
   * @throws InvalidValueException STATUS_ENTRIES
   */
  public static StatusEntries allValid(int entries) {
    InvalidValueException.require(
        entries >= 4 && entries % 4 == 0 && entries <= FormatLimits.STATUS_SHARD_ENTRIES,
        FormatFault.STATUS_ENTRIES,
        "entries");
    return new StatusEntries(new byte[entries / 4]);
  }

  /**
   * The entries in these bytes.
   *
   * @param bits 1 to {@link FormatLimits#MAX_STATUS_BYTES} bytes
   * @throws InvalidValueException STATUS_ENTRIES
   */
  public static StatusEntries ofBits(byte[] bits) {
    return new StatusEntries(bits.clone());
  }

  /** How many entries there are. */
  public int size() {
    return bits.length * 4;
  }

  /**
   * The status of one entry, in constant time and without allocation.
   *
   * @throws IndexOutOfBoundsException unless {@code index} is in 0 .. size - 1
   */
  public PassStatus get(int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("index " + index);
    }
    return PassStatus.ofCode(bits[index >>> 2] >>> ((index & 3) << 1) & 3);
  }

  /** A builder that starts with these entries. */
  public Editor edit() {
    return new Editor(bits.clone());
  }

  /** The bytes. */
  public byte[] bits() {
    return bits.clone();
  }

  /** The bytes; not a copy. */
  byte[] rawBits() {
    return bits;
  }

  /** SHA-256 of the bytes, which a trust list pins. */
  public byte[] digest() {
    return Sha256.of(bits);
  }

  /** How many entries have this status. */
  public int count(PassStatus status) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (get(i) == status) {
        count++;
      }
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusEntries that && Arrays.equals(that.bits, bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  /** How many entries there are. */
  @Override
  public String toString() {
    return "StatusEntries[" + size() + "]";
  }

  /** Changes a copy. */
  public static final class Editor {
    private final byte[] bits;

    private Editor(byte[] bits) {
      this.bits = bits;
    }

    /**
     * Sets one entry.
     *
     * @throws IndexOutOfBoundsException unless {@code index} is in 0 .. size - 1
     */
    public Editor set(int index, PassStatus status) {
      if (index < 0) {
        throw new IndexOutOfBoundsException("index " + index);
      }
      int shift = (index & 3) << 1;
      int at = index >>> 2;
      bits[at] = (byte) ((bits[at] & ~(3 << shift)) | (status.code() << shift));
      return this;
    }

    /** The entries as they are now. */
    public StatusEntries build() {
      return new StatusEntries(bits.clone());
    }
  }
}
