package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;

/**
 * Where a pass stands in the status lists of its issuer; also its public handle, by which an
 * authority stops a pass without knowing its holder.
 *
 * <pre>{@code
 * status = [ list, index ]
 * }</pre>
 */
public final class StatusReference {
  private final int list;
  private final int index;

  private StatusReference(int list, int index) {
    InvalidValueException.require(
        list >= 0 && list <= FormatLimits.MAX_STATUS_LIST, FormatFault.STATUS_RANGE, "list");
    InvalidValueException.require(
        index >= 0 && index < FormatLimits.STATUS_SHARD_ENTRIES, FormatFault.STATUS_RANGE, "index");
    this.list = list;
    this.index = index;
  }

  /**
   * Entry {@code index} of shard {@code list}.
   *
   * @param list 0 to 65,535
   * @param index 0 to 131,071
   * @throws InvalidValueException STATUS_RANGE
   */
  public static StatusReference of(int list, int index) {
    return new StatusReference(list, index);
  }

  /** Number of the shard. */
  public int list() {
    return list;
  }

  /** Entry in the shard. */
  public int index() {
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusReference that && that.list == list && that.index == index;
  }

  @Override
  public int hashCode() {
    return list * FormatLimits.STATUS_SHARD_ENTRIES + index;
  }

  /** The public handle, {@code list/index}. */
  @Override
  public String toString() {
    return list + "/" + index;
  }
}
