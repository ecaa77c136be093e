package io.greenqr.format.trust;

import io.greenqr.format.fault.InvalidValueException;
import java.util.Arrays;

/**
 * Which version of a status list is in force.
 *
 * <pre>{@code
 * status-pin = [ list, version, digest ]
 * }</pre>
 */
public final class StatusPin {
  private final int list;
  private final long version;
  private final byte[] digest;

  private StatusPin(int list, long version, byte[] digest) {
    this.list = DocumentValues.requireList(list);
    this.version = DocumentValues.requireVersion(version, "version");
    this.digest = DocumentValues.requireDigest(digest);
  }

  /**
   * A pin.
   *
   * @param digest of the entries, 32 bytes: {@link StatusEntries#digest}
   * @throws InvalidValueException STATUS_RANGE, VERSION_RANGE, DIGEST_SIZE
   */
  public static StatusPin of(int list, long version, byte[] digest) {
    return new StatusPin(list, version, digest);
  }

  /** Number of the list. */
  public int list() {
    return list;
  }

  /** Its version. */
  public long version() {
    return version;
  }

  /** SHA-256 of its entries. */
  public byte[] digest() {
    return digest.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusPin that
        && that.list == list
        && that.version == version
        && Arrays.equals(that.digest, digest);
  }

  @Override
  public int hashCode() {
    return 31 * list + Long.hashCode(version);
  }

  /** List and version. */
  @Override
  public String toString() {
    return "StatusPin[" + list + ", version " + version + "]";
  }
}
