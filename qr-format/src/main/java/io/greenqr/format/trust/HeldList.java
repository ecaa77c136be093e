package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.internal.cbor.CborItem;

/**
 * A status list as a verifier holds it: entries and the version that they are of.
 *
 * <pre>{@code
 * held-list = [ list, version, entries ]
 * }</pre>
 */
public final class HeldList {
  private final int list;
  private final long version;
  private final StatusEntries entries;

  private HeldList(int list, long version, StatusEntries entries) {
    this.list = DocumentValues.requireList(list);
    this.version = DocumentValues.requireVersion(version, "version");
    this.entries = entries;
  }

  /**
   * A list.
   *
   * @throws io.greenqr.format.fault.InvalidValueException STATUS_RANGE, VERSION_RANGE
   */
  public static HeldList of(int list, long version, StatusEntries entries) {
    return new HeldList(list, version, entries);
  }

  static HeldList read(DocumentReader in) throws FormatException {
    in.cursor().enterRecord(3, 3);
    int list = in.listNumber();
    long version = in.version();
    int at = in.cursor().position();
    HeldList held =
        new HeldList(list, version, StatusDeflation.inflate(in.cursor().readBytes(), at));
    in.cursor().leave();
    return held;
  }

  CborItem item() {
    return CborItem.array()
        .add(list)
        .add(version)
        .add(CborItem.of(StatusDeflation.deflateQuickly(entries)));
  }

  /** Number of the list. */
  public int list() {
    return list;
  }

  /** The version of the entries. */
  public long version() {
    return version;
  }

  /** What it says. */
  public StatusEntries entries() {
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeldList that
        && that.list == list
        && that.version == version
        && that.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return 31 * list + Long.hashCode(version);
  }

  /** Number and version. */
  @Override
  public String toString() {
    return "HeldList[" + list + ", version " + version + "]";
  }
}
