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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which keys to trust, and which other documents are in force, at one time.
 *
 * <pre>{@code
 * trust-list = [ 2, environment, rootVersion, version, issuedAt, expires, statusExpires, closes, issuers, statusPins, documentPins ]
 * statusPins   = [ *1024 status-pin ]
 * documentPins = [ *256 document-pin ]
 * }</pre>
 */
public final class TrustListDocument {
  private static final int FIELDS = 11;

  private final Environment environment;
  private final TrustVersion version;
  private final Instant issuedAt;
  private final Instant expires;
  private final Instant statusExpires;
  private final Instant closes;
  private final List<IssuerKey> keys;
  private final List<StatusPin> statusPins;
  private final List<DocumentPin> documentPins;

  private TrustListDocument(Builder builder) {
    this.environment = builder.environment;
    this.version = builder.version;
    this.issuedAt = InvalidValueException.requireNumericDate(builder.issuedAt, "issuedAt");
    this.expires = InvalidValueException.requireNumericDate(builder.expires, "expires");
    this.statusExpires =
        InvalidValueException.requireNumericDate(builder.statusExpires, "statusExpires");
    this.closes = InvalidValueException.requireNumericDate(builder.closes, "closes");
    DocumentValues.requireOrder(issuedAt, expires, "expires");
    DocumentValues.requireOrder(issuedAt, statusExpires, "statusExpires");
    InvalidValueException.require(!closes.isBefore(expires), FormatFault.TIME_ORDER, "closes");
    InvalidValueException.require(
        !closes.isBefore(statusExpires), FormatFault.TIME_ORDER, "statusExpires");
    this.keys = Collections.unmodifiableList(ordered(builder.keys, ListedKeyCodec::compare));
    this.statusPins =
        Collections.unmodifiableList(
            ordered(builder.statusPins, (a, b) -> Integer.compare(a.list(), b.list())));
    this.documentPins =
        Collections.unmodifiableList(ordered(builder.documentPins, DocumentPin::compareName));
    requireCount(keys, FormatLimits.MAX_LISTED_KEYS, "issuers");
    requireCount(statusPins, FormatLimits.MAX_STATUS_PINS, "statusPins");
    requireCount(documentPins, FormatLimits.MAX_DOCUMENT_PINS, "documentPins");
  }

  private static <T> List<T> ordered(List<T> entries, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(entries);
    sorted.sort(order);
    for (int i = 1; i < sorted.size(); i++) {
      InvalidValueException.require(
          order.compare(sorted.get(i - 1), sorted.get(i)) < 0, FormatFault.ENTRY_ORDER, "");
    }
    return sorted;
  }

  private static void requireCount(Collection<?> entries, int most, String field) {
    InvalidValueException.require(entries.size() <= most, FormatFault.COUNT_RANGE, field);
  }

  /**
   * Starts a list.
   *
   * @param issuedAt when it is made; gates whose clocks show less are wrong
   * @param expires from this second on it is stale
   * @param closes from this second on it is not used; not before {@code expires}
   */
  public static Builder builder(
      Environment environment,
      TrustVersion version,
      Instant issuedAt,
      Instant expires,
      Instant closes) {
    return new Builder(environment, version, issuedAt, expires, closes);
  }

  /**
   * Reads the payload of a trust list.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static TrustListDocument decode(byte[] payload) throws FormatException {
    return DocumentReader.read(payload, DocumentType.TRUST_LIST, FIELDS, TrustListDocument::read);
  }

  private static TrustListDocument read(DocumentReader in) throws FormatException {
    Environment environment = in.environment();
    TrustVersion version = in.trustVersion();
    Instant issuedAt = in.time();
    Instant expires = in.time();
    Instant statusExpires = in.time();
    Builder builder = builder(environment, version, issuedAt, expires, in.time());
    builder.statusExpires(statusExpires);
    ListedKeyCodec.read(in).forEach(builder::key);
    readStatusPins(in, builder);
    readDocumentPins(in, builder);
    return builder.build();
  }

  private static void readStatusPins(DocumentReader in, Builder builder) throws FormatException {
    int count = in.cursor().enterList(0, FormatLimits.MAX_STATUS_PINS);
    int before = -1;
    for (int i = 0; i < count; i++) {
      int start = in.cursor().position();
      in.cursor().enterRecord(3, 3);
      StatusPin pin = StatusPin.of(in.listNumber(), in.version(), in.digest());
      in.cursor().leave();
      if (pin.list() <= before) {
        throw new FormatException(FormatFault.ENTRY_ORDER, start);
      }
      before = pin.list();
      builder.status(pin);
    }
    in.cursor().leave();
  }

  private static void readDocumentPins(DocumentReader in, Builder builder) throws FormatException {
    int count = in.cursor().enterList(0, FormatLimits.MAX_DOCUMENT_PINS);
    DocumentPin before = null;
    for (int i = 0; i < count; i++) {
      int start = in.cursor().position();
      in.cursor().enterRecord(4, 4);
      DocumentPin pin;
      try {
        pin =
            DocumentPin.of(
                in.cursor().readInt(), in.cursor().readText(), in.version(), in.digest());
      } catch (InvalidValueException e) {
        throw new FormatException(e.fault(), start);
      }
      in.cursor().leave();
      if (before != null && before.compareName(pin) >= 0) {
        throw new FormatException(FormatFault.ENTRY_ORDER, start);
      }
      before = pin;
      builder.document(pin);
    }
    in.cursor().leave();
  }

  /** The payload. */
  public byte[] encode() {
    CborItem lists = CborItem.array();
    for (StatusPin pin : statusPins) {
      lists.add(CborItem.array().add(pin.list()).add(pin.version()).add(CborItem.of(pin.digest())));
    }
    CborItem documents = CborItem.array();
    for (DocumentPin pin : documentPins) {
      documents.add(
          CborItem.array()
              .add(pin.kind())
              .add(CborItem.of(pin.name()))
              .add(pin.version())
              .add(CborItem.of(pin.digest())));
    }
    return CborItem.array()
        .add(DocumentType.TRUST_LIST.code())
        .add(environment.code())
        .add(version.rootVersion())
        .add(version.version())
        .add(issuedAt.getEpochSecond())
        .add(expires.getEpochSecond())
        .add(statusExpires.getEpochSecond())
        .add(closes.getEpochSecond())
        .add(ListedKeyCodec.write(keys))
        .add(lists)
        .add(documents)
        .encode();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** Its place in the order of lists. */
  public TrustVersion version() {
    return version;
  }

  /** When it was made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** From this second on it is stale. */
  public Instant expires() {
    return expires;
  }

  /** From this second on the status lists that it pins say nothing. */
  public Instant statusExpires() {
    return statusExpires;
  }

  /** From this second on it is not used. */
  public Instant closes() {
    return closes;
  }

  /** What it says about keys, in the order of the format; unmodifiable. */
  public List<IssuerKey> keys() {
    return keys;
  }

  /** The status lists in force, by number; unmodifiable. */
  public List<StatusPin> statusPins() {
    return statusPins;
  }

  /** The other documents in force, by kind and name; unmodifiable. */
  public List<DocumentPin> documentPins() {
    return documentPins;
  }

  /** A builder with the keys and pins of this list, for the list that follows it. */
  public Builder successor(
      TrustVersion next, Instant nextIssuedAt, Instant nextExpires, Instant nextCloses) {
    Builder builder = builder(environment, next, nextIssuedAt, nextExpires, nextCloses);
    keys.forEach(builder::key);
    statusPins.forEach(builder::status);
    documentPins.forEach(builder::document);
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustListDocument that
        && that.environment == environment
        && that.version.equals(version)
        && that.issuedAt.equals(issuedAt)
        && that.expires.equals(expires)
        && that.statusExpires.equals(statusExpires)
        && that.closes.equals(closes)
        && that.keys.equals(keys)
        && that.statusPins.equals(statusPins)
        && that.documentPins.equals(documentPins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, issuedAt, keys, statusPins);
  }

  /** Environment, version and counts. */
  @Override
  public String toString() {
    return "TrustListDocument["
        + environment
        + ", "
        + version
        + ", "
        + keys.size()
        + " keys, "
        + statusPins.size()
        + " status lists, "
        + documentPins.size()
        + " documents]";
  }

  /** Collects keys and pins. */
  public static final class Builder {
    private final Environment environment;
    private final TrustVersion version;
    private final Instant issuedAt;
    private final Instant expires;
    private final Instant closes;
    private Instant statusExpires;
    private final List<IssuerKey> keys = new ArrayList<>();
    private final List<StatusPin> statusPins = new ArrayList<>();
    private final List<DocumentPin> documentPins = new ArrayList<>();

    private Builder(
        Environment environment,
        TrustVersion version,
        Instant issuedAt,
        Instant expires,
        Instant closes) {
      this.environment = environment;
      this.version = version;
      this.issuedAt = issuedAt;
      this.expires = expires;
      this.statusExpires = expires;
      this.closes = closes;
    }

    /** When the status lists end to say anything; as {@code expires} where it is not set. */
    public Builder statusExpires(Instant end) {
      statusExpires = end;
      return this;
    }

    /** Adds a key. */
    public Builder key(IssuerKey key) {
      keys.add(key);
      return this;
    }

    /** Pins a status list, in place of an earlier pin of it. */
    public Builder status(StatusPin pin) {
      statusPins.removeIf(it -> it.list() == pin.list());
      statusPins.add(pin);
      return this;
    }

    /** Pins another document, in place of an earlier pin of it. */
    public Builder document(DocumentPin pin) {
      documentPins.removeIf(it -> it.compareName(pin) == 0);
      documentPins.add(pin);
      return this;
    }

    /**
     * The list.
     *
     * @throws InvalidValueException TIME_RANGE, TIME_ORDER, COUNT_RANGE, ENTRY_ORDER for one key
     *     twice under one issuer
     */
    public TrustListDocument build() {
      return new TrustListDocument(this);
    }
  }
}
