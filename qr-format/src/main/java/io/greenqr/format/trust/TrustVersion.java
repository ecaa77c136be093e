package io.greenqr.format.trust;

import io.greenqr.format.fault.InvalidValueException;

/**
 * The order of trust lists: the root that a list stands under, and its number there.
 *
 * <p>Root first. A thief of list keys can drive {@code version} up to its bound; the root that
 * takes these keys away starts a new row, and what the thief counted binds nobody.
 */
public final class TrustVersion implements Comparable<TrustVersion> {
  private final long rootVersion;
  private final long version;

  private TrustVersion(long rootVersion, long version) {
    this.rootVersion = DocumentValues.requireVersion(rootVersion, "rootVersion");
    this.version = DocumentValues.requireVersion(version, "version");
  }

  /**
   * List {@code version} under root {@code rootVersion}.
   *
   * @throws InvalidValueException VERSION_RANGE
   */
  public static TrustVersion of(long rootVersion, long version) {
    return new TrustVersion(rootVersion, version);
  }

  /** Version of the root. */
  public long rootVersion() {
    return rootVersion;
  }

  /** Version of the list. */
  public long version() {
    return version;
  }

  @Override
  public int compareTo(TrustVersion that) {
    int byRoot = Long.compare(rootVersion, that.rootVersion);
    return byRoot != 0 ? byRoot : Long.compare(version, that.version);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(rootVersion) + Long.hashCode(version);
  }

  /** {@code root.list}, such as {@code 2.17}. */
  @Override
  public String toString() {
    return rootVersion + "." + version;
  }
}
