package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What changed in the status lists of a scheme, such as in a day.
 *
 * <pre>{@code
 * status-delta = [ 4, environment, issuedAt, [ 1*1024 list-changes ] ]
 * }</pre>
 */
public final class StatusDelta {
  private static final int FIELDS = 4;

  private final Environment environment;
  private final Instant issuedAt;
  private final List<ListChanges> lists;

  private StatusDelta(Environment environment, Instant issuedAt, List<ListChanges> lists) {
    this.environment = environment;
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "issuedAt");
    this.lists = Collections.unmodifiableList(lists);
    InvalidValueException.require(
        !lists.isEmpty() && lists.size() <= FormatLimits.MAX_STATUS_PINS,
        FormatFault.COUNT_RANGE,
        "lists");
    for (int i = 1; i < lists.size(); i++) {
      InvalidValueException.require(
          lists.get(i).list() > lists.get(i - 1).list(), FormatFault.ENTRY_ORDER, "lists");
    }
  }

  /**
   * The changes of 1 to 1,024 lists, in any order.
   *
   * @throws InvalidValueException TIME_RANGE, COUNT_RANGE, ENTRY_ORDER for one list twice
   */
  public static StatusDelta of(
      Environment environment, Instant issuedAt, Collection<ListChanges> lists) {
    List<ListChanges> ordered = new ArrayList<>(lists);
    ordered.sort((a, b) -> Integer.compare(a.list(), b.list()));
    return new StatusDelta(environment, issuedAt, ordered);
  }

  /**
   * Reads the payload of a delta.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static StatusDelta decode(byte[] payload) throws FormatException {
    return DocumentReader.read(
        payload,
        DocumentType.STATUS_DELTA,
        FIELDS,
        in -> new StatusDelta(in.environment(), in.time(), readLists(in)));
  }

  private static List<ListChanges> readLists(DocumentReader in) throws FormatException {
    int count = in.cursor().enterList(1, FormatLimits.MAX_STATUS_PINS);
    List<ListChanges> lists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lists.add(ListChanges.read(in));
    }
    in.cursor().leave();
    return lists;
  }

  /** The payload. */
  public byte[] encode() {
    CborItem items = CborItem.array();
    lists.forEach(changes -> items.add(changes.item()));
    return CborItem.array()
        .add(DocumentType.STATUS_DELTA.code())
        .add(environment.code())
        .add(issuedAt.getEpochSecond())
        .add(items)
        .encode();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** When it was made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** The changes, by list number; unmodifiable. */
  public List<ListChanges> lists() {
    return lists;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusDelta that
        && that.environment == environment
        && that.issuedAt.equals(issuedAt)
        && that.lists.equals(lists);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuedAt, lists);
  }

  /** Time and number of lists. */
  @Override
  public String toString() {
    return "StatusDelta[" + issuedAt + ", " + lists.size() + " lists]";
  }
}
