package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.text.Base45;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * That a trust list was the newest at a time: what an officer shows to a turnstile without network.
 *
 * <pre>{@code
 * freshness-text = text .join [ "GQF1:", text .b45 card-bytes ]
 * freshness-card = [ 5, environment, rootVersion, version, digest, issuedAt, expires ]
 * }</pre>
 */
public final class FreshnessCard {
  /** The five characters that the text of a card starts with; no text of a pass does. */
  public static final String PREFIX = "GQF1:";

  private static final int FIELDS = 7;

  private final Environment environment;
  private final TrustVersion version;
  private final byte[] digest;
  private final Instant issuedAt;
  private final Instant expires;

  private FreshnessCard(
      Environment environment,
      TrustVersion version,
      byte[] digest,
      Instant issuedAt,
      Instant expires) {
    this.environment = environment;
    this.version = version;
    this.digest = DocumentValues.requireDigest(digest);
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "issuedAt");
    this.expires = InvalidValueException.requireNumericDate(expires, "expires");
    DocumentValues.requireOrder(issuedAt, expires, "expires");
    InvalidValueException.require(
        expires.getEpochSecond() - issuedAt.getEpochSecond() <= FormatLimits.MAX_CARD_SECONDS,
        FormatFault.CARD_VALIDITY,
        "expires");
  }

  /**
   * A card.
   *
   * @param digest of the trust list, 32 bytes: {@link SignedDocument#digest}
   * @param expires at most 24 hours after {@code issuedAt}
   * @throws InvalidValueException DIGEST_SIZE, TIME_RANGE, TIME_ORDER, CARD_VALIDITY
   */
  public static FreshnessCard of(
      Environment environment,
      TrustVersion version,
      byte[] digest,
      Instant issuedAt,
      Instant expires) {
    return new FreshnessCard(environment, version, digest, issuedAt, expires);
  }

  /**
   * Reads the payload of a card.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static FreshnessCard decode(byte[] payload) throws FormatException {
    return DocumentReader.read(
        payload,
        DocumentType.FRESHNESS_CARD,
        FIELDS,
        in ->
            new FreshnessCard(
                in.environment(), in.trustVersion(), in.digest(), in.time(), in.time()));
  }

  /** The payload. */
  public byte[] encode() {
    return CborItem.array()
        .add(DocumentType.FRESHNESS_CARD.code())
        .add(environment.code())
        .add(version.rootVersion())
        .add(version.version())
        .add(CborItem.of(digest))
        .add(issuedAt.getEpochSecond())
        .add(expires.getEpochSecond())
        .encode();
  }

  /**
   * The text of a signed card, for a QR symbol.
   *
   * @throws InvalidValueException DOCUMENT_KIND, COUNT_RANGE for a card that nobody signed: no
   *     reader would take its text
   */
  public static String text(SignedDocument card) {
    InvalidValueException.require(
        card.type() == DocumentType.FRESHNESS_CARD, FormatFault.DOCUMENT_KIND, "card");
    InvalidValueException.require(
        !card.signatures().isEmpty(), FormatFault.COUNT_RANGE, "signatures");
    StringBuilder out = new StringBuilder(PREFIX);
    Base45.encode(card.bytes(), out);
    return out.toString();
  }

  /**
   * The signed card in a text; nobody vouches for it.
   *
   * @throws FormatException with a fault of layer TEXT_FORM or TEXT_ENCODING, whose offsets are
   *     characters, or as {@link SignedDocument#parse} does
   */
  public static SignedDocument parseText(String text) throws FormatException {
    if (text.length() > FormatLimits.MAX_TEXT_CHARS) {
      throw new FormatException(FormatFault.TEXT_TOO_LONG, FormatLimits.MAX_TEXT_CHARS);
    }
    if (!text.startsWith(PREFIX)) {
      throw new FormatException(FormatFault.TEXT_PREFIX, 0);
    }
    return SignedDocument.parse(Base45.decode(text, PREFIX.length()), DocumentType.FRESHNESS_CARD);
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** Which trust list was the newest. */
  public TrustVersion version() {
    return version;
  }

  /** SHA-256 of the payload of that list. */
  public byte[] digest() {
    return digest.clone();
  }

  /** When it was the newest. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Until when the list counts as fresh. */
  public Instant expires() {
    return expires;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FreshnessCard that
        && that.environment == environment
        && that.version.equals(version)
        && Arrays.equals(that.digest, digest)
        && that.issuedAt.equals(issuedAt)
        && that.expires.equals(expires);
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, issuedAt);
  }

  /** Environment, version and end. */
  @Override
  public String toString() {
    return "FreshnessCard[" + environment + ", " + version + ", until " + expires + "]";
  }
}
