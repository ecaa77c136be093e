package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import java.util.Arrays;
import java.util.Optional;

/**
 * What changed in one status list between two versions.
 *
 * <pre>{@code
 * list-changes = [ list, fromVersion, toVersion, [ *131072 change ] ]
 * change       = 0..524287                 ; four times the entries passed over, plus the new status
 * }</pre>
 */
public final class ListChanges {
  private static final int MAX_CHANGE = FormatLimits.STATUS_SHARD_ENTRIES * 4 - 1;

  private final int list;
  private final long fromVersion;
  private final long toVersion;
  private final int[] changes;

  private ListChanges(int list, long fromVersion, long toVersion, int[] changes) {
    this.list = DocumentValues.requireList(list);
    this.fromVersion = DocumentValues.requireVersion(fromVersion, "fromVersion");
    this.toVersion = DocumentValues.requireVersion(toVersion, "toVersion");
    InvalidValueException.require(toVersion > fromVersion, FormatFault.VERSION_RANGE, "toVersion");
    this.changes = changes;
  }

  /**
   * What leads from one list to the other.
   *
   * @throws InvalidValueException STATUS_RANGE, VERSION_RANGE; STATUS_ENTRIES if their sizes differ
   */
  public static ListChanges between(
      int list, long fromVersion, StatusEntries from, long toVersion, StatusEntries to) {
    InvalidValueException.require(from.size() == to.size(), FormatFault.STATUS_ENTRIES, "entries");
    int[] changes = new int[from.size()];
    int count = 0;
    int next = 0;
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i) != to.get(i)) {
        changes[count++] = (i - next) * 4 + to.get(i).code();
        next = i + 1;
      }
    }
    return new ListChanges(list, fromVersion, toVersion, Arrays.copyOf(changes, count));
  }

  static ListChanges read(DocumentReader in) throws FormatException {
    int start = in.cursor().position();
    in.cursor().enterRecord(4, 4);
    int list = in.listNumber();
    long fromVersion = in.version();
    long toVersion = in.version();
    int[] changes = new int[in.cursor().enterList(0, FormatLimits.STATUS_SHARD_ENTRIES)];
    for (int i = 0; i < changes.length; i++) {
      int at = in.cursor().position();
      changes[i] = in.cursor().readInt();
      if (changes[i] > MAX_CHANGE) {
        throw new FormatException(FormatFault.STATUS_CHANGE, at);
      }
    }
    in.cursor().leave();
    in.cursor().leave();
    try {
      return new ListChanges(list, fromVersion, toVersion, changes);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  CborItem item() {
    CborItem items = CborItem.array();
    for (int change : changes) {
      items.add(change);
    }
    return CborItem.array().add(list).add(fromVersion).add(toVersion).add(items);
  }

  /** Number of the list. */
  public int list() {
    return list;
  }

  /** The version that they start from. */
  public long fromVersion() {
    return fromVersion;
  }

  /** The version that they lead to. */
  public long toVersion() {
    return toVersion;
  }

  /** How many entries change. */
  public int count() {
    return changes.length;
  }

  /** {@code from} with these changes; empty if one lies beyond its last entry. */
  public Optional<StatusEntries> apply(StatusEntries from) {
    StatusEntries.Editor to = from.edit();
    long next = 0;
    for (int change : changes) {
      long index = next + (change >>> 2);
      if (index >= from.size()) {
        return Optional.empty();
      }
      to.set((int) index, PassStatus.ofCode(change & 3));
      next = index + 1;
    }
    return Optional.of(to.build());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListChanges that
        && that.list == list
        && that.fromVersion == fromVersion
        && that.toVersion == toVersion
        && Arrays.equals(that.changes, changes);
  }

  @Override
  public int hashCode() {
    return 31 * list + Arrays.hashCode(changes);
  }

  /** List, versions and count. */
  @Override
  public String toString() {
    return "ListChanges["
        + list
        + ", version "
        + fromVersion
        + " to "
        + toVersion
        + ", "
        + changes.length
        + "]";
  }
}
