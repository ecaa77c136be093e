package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import java.time.Instant;
import java.util.Objects;

/**
 * What an authority holds against the passes of one shard.
 *
 * <pre>{@code
 * status-list = [ 3, environment, list, version, issuedAt, entries ]
 * }</pre>
 */
public final class StatusListDocument {
  private static final int FIELDS = 6;

  private final Environment environment;
  private final int list;
  private final long version;
  private final Instant issuedAt;
  private final StatusEntries entries;

  private StatusListDocument(
      Environment environment, int list, long version, Instant issuedAt, StatusEntries entries) {
    this.environment = environment;
    this.list = DocumentValues.requireList(list);
    this.version = DocumentValues.requireVersion(version, "version");
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "issuedAt");
    this.entries = entries;
  }

  /**
   * A status list.
   *
   * @param list number of the shard, 0 to 65,535
   * @throws InvalidValueException STATUS_RANGE, VERSION_RANGE, TIME_RANGE
   */
  public static StatusListDocument of(
      Environment environment, int list, long version, Instant issuedAt, StatusEntries entries) {
    return new StatusListDocument(environment, list, version, issuedAt, entries);
  }

  /**
   * Reads the payload of a status list and inflates its entries.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static StatusListDocument decode(byte[] payload) throws FormatException {
    return DocumentReader.read(
        payload,
        DocumentType.STATUS_LIST,
        FIELDS,
        in ->
            new StatusListDocument(
                in.environment(), in.listNumber(), in.version(), in.time(), readEntries(in)));
  }

  /** The number of the list in {@code payload}, of which nothing else is looked at. */
  static int numberIn(byte[] payload) throws FormatException {
    DocumentReader in = DocumentReader.behindKind(payload, DocumentType.STATUS_LIST, FIELDS);
    in.environment();
    return in.listNumber();
  }

  private static StatusEntries readEntries(DocumentReader in) throws FormatException {
    int at = in.cursor().position();
    return StatusDeflation.inflate(in.cursor().readBytes(), at);
  }

  /** The payload. */
  public byte[] encode() {
    return CborItem.array()
        .add(DocumentType.STATUS_LIST.code())
        .add(environment.code())
        .add(list)
        .add(version)
        .add(issuedAt.getEpochSecond())
        .add(CborItem.of(StatusDeflation.deflate(entries)))
        .encode();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** Number of the shard. */
  public int list() {
    return list;
  }

  /** Its version. */
  public long version() {
    return version;
  }

  /** When it was made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** What it says. */
  public StatusEntries entries() {
    return entries;
  }

  /** The pin that puts it in force. */
  public StatusPin pin() {
    return StatusPin.of(list, version, entries.digest());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusListDocument that
        && that.environment == environment
        && that.list == list
        && that.version == version
        && that.issuedAt.equals(issuedAt)
        && that.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(list, version, issuedAt);
  }

  /** Number, version and size. */
  @Override
  public String toString() {
    return "StatusListDocument[" + list + ", version " + version + ", " + entries + "]";
  }
}
