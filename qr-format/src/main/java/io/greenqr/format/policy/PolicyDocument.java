package io.greenqr.format.policy;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.CodeText;
import io.greenqr.format.trust.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter where and when: a document that changes without a new version of an application.
 *
 * <pre>{@code
 * policy = [
 *   6, environment, policyName, version, language, issuedAt, validFrom, validUntil, utcOffset,
 *   jurisdiction, places, content / any,
 * ]
 * policyName   = code-text
 * language     = 1..65535                 ; of the content; this is language 1
 * validFrom    = numeric-date             ; the first second in force
 * validUntil   = numeric-date             ; the first second no longer in force
 * utcOffset    = -720..840                ; minutes; what "today" is
 * jurisdiction = code-text                ; ISO 3166, such as VN or VN-SG
 * places       = [ *32 code-text ]        ; classes of places, ascending; empty: all
 * }</pre>
 *
 * <p>A document in another language than {@link #LANGUAGE} has no {@link #content()}: a reader that
 * cannot read it still knows which places it must not open.
 */
public final class PolicyDocument {
  /** The kind under which trust lists pin policies. */
  public static final int PIN_KIND = 1;

  /** The language of the content that this release reads and writes. */
  public static final int LANGUAGE = 1;

  static final int MIN_OFFSET_MINUTES = -720;
  static final int MAX_OFFSET_MINUTES = 840;

  private final Environment environment;
  private final String name;
  private final long version;
  private final int language;
  private final Instant issuedAt;
  private final Instant validFrom;
  private final Instant validUntil;
  private final ZoneOffset utcOffset;
  private final String jurisdiction;
  private final List<String> places;
  private final @Nullable PolicyContent content;
  private final byte[] payload;

  private PolicyDocument(Builder builder, byte @Nullable [] received) {
    this.environment = builder.environment;
    this.name = CodeText.require(builder.name, "policy");
    this.version = builder.version;
    InvalidValueException.require(
        version >= 1 && version <= FormatLimits.MAX_VERSION, FormatFault.VERSION_RANGE, "version");
    this.language = builder.language;
    this.issuedAt = InvalidValueException.requireNumericDate(builder.issuedAt, "issuedAt");
    this.validFrom = InvalidValueException.requireNumericDate(builder.validFrom, "validFrom");
    this.validUntil = InvalidValueException.requireNumericDate(builder.validUntil, "validUntil");
    InvalidValueException.require(
        issuedAt.isBefore(validUntil) && validFrom.isBefore(validUntil),
        FormatFault.TIME_ORDER,
        "validUntil");
    this.utcOffset = builder.utcOffset;
    int minutes = utcOffset.getTotalSeconds() / 60;
    InvalidValueException.require(
        utcOffset.getTotalSeconds() % 60 == 0
            && minutes >= MIN_OFFSET_MINUTES
            && minutes <= MAX_OFFSET_MINUTES,
        FormatFault.UTC_OFFSET,
        "utcOffset");
    this.jurisdiction = CodeText.require(builder.jurisdiction, "jurisdiction");
    this.places = builder.places;
    this.content = builder.content;
    this.payload = received == null ? PolicyWriter.payload(this) : received.clone();
    InvalidValueException.require(
        payload.length <= DocumentType.POLICY.maxBytes(), FormatFault.DOCUMENT_TOO_LONG, "policy");
  }

  /**
   * A builder for a policy in {@link #LANGUAGE}. It is in force from {@code issuedAt} on, at all
   * places, and its days are those of UTC, where nothing else is set.
   *
   * @param name by which trust lists pin it: a code text of 1 to 20 characters
   * @param version 1 to 2^53 - 1, larger for each that replaces one of the same name
   * @param jurisdiction ISO 3166, such as {@code VN} or {@code VN-SG}: a code text
   * @param validUntil the first second no longer in force
   */
  public static Builder builder(
      Environment environment,
      String name,
      long version,
      String jurisdiction,
      Instant issuedAt,
      Instant validUntil,
      PolicyContent content) {
    return new Builder(
        environment, name, version, LANGUAGE, jurisdiction, issuedAt, validUntil, content);
  }

  /**
   * Reads the payload of a policy.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static PolicyDocument decode(byte[] payload) throws FormatException {
    return PolicyReader.read(payload);
  }

  /** The payload. */
  public byte[] encode() {
    return payload.clone();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** By which trust lists pin it. */
  public String name() {
    return name;
  }

  /** Its version. */
  public long version() {
    return version;
  }

  /** The language of the content, 1 to 65535. */
  public int language() {
    return language;
  }

  /** When it was made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** The first second in force. */
  public Instant validFrom() {
    return validFrom;
  }

  /** The first second no longer in force. */
  public Instant validUntil() {
    return validUntil;
  }

  /** What tells which day it is, in whole minutes from -12:00 to +14:00. */
  public ZoneOffset utcOffset() {
    return utcOffset;
  }

  /** Whose rules these are: ISO 3166, such as {@code VN} or {@code VN-SG}. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** For which classes of places, in ascending order, unmodifiable; empty: for all. */
  public List<String> places() {
    return places;
  }

  /** What it asks for; empty if it is written in a language that this release does not read. */
  public Optional<PolicyContent> content() {
    return Optional.ofNullable(content);
  }

  /**
   * Whether it speaks of this site (docs/spec/policy.md section 4).
   *
   * @param siteJurisdiction that of the site: this policy's own or a part of it, as {@code VN-SG}
   *     is of {@code VN}
   * @param place class of the place
   */
  public boolean covers(String siteJurisdiction, String place) {
    return (siteJurisdiction.equals(jurisdiction)
            || siteJurisdiction.startsWith(jurisdiction + "-"))
        && (places.isEmpty() || places.contains(place));
  }

  /** Whether {@code time} is one of its seconds. */
  public boolean isInForceAt(Instant time) {
    return !time.isBefore(validFrom) && time.isBefore(validUntil);
  }

  /** The same payload. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyDocument that && Arrays.equals(that.payload, payload);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload);
  }

  /** Environment, name and version. */
  @Override
  public String toString() {
    return "PolicyDocument[" + environment + ", " + name + ", version " + version + "]";
  }

  /** Collects what a policy may have. */
  public static final class Builder {
    private final Environment environment;
    private final String name;
    private final long version;
    private final int language;
    private final String jurisdiction;
    private final Instant issuedAt;
    private final Instant validUntil;
    private final @Nullable PolicyContent content;
    private Instant validFrom;
    private ZoneOffset utcOffset = ZoneOffset.UTC;
    private List<String> places = Collections.emptyList();

    Builder(
        Environment environment,
        String name,
        long version,
        int language,
        String jurisdiction,
        Instant issuedAt,
        Instant validUntil,
        @Nullable PolicyContent content) {
      this.environment = environment;
      this.name = name;
      this.version = version;
      this.language = language;
      this.jurisdiction = jurisdiction;
      this.issuedAt = issuedAt;
      this.validFrom = issuedAt;
      this.validUntil = validUntil;
      this.content = content;
    }

    /** The first second in force, which may lie before the policy was made. */
    public Builder validFrom(Instant first) {
      validFrom = first;
      return this;
    }

    /** What tells which day it is. */
    public Builder utcOffset(ZoneOffset offset) {
      utcOffset = offset;
      return this;
    }

    /**
     * For which classes of places it is, in any order; none: for all.
     *
     * @throws InvalidValueException COUNT_RANGE, CODE_TEXT, ENTRY_ORDER for one that is named twice
     */
    public Builder places(Collection<String> classes) {
      places = NameList.of(classes, "places");
      return this;
    }

    /**
     * The policy.
     *
     * @throws InvalidValueException CODE_TEXT, VERSION_RANGE, TIME_RANGE, TIME_ORDER, UTC_OFFSET,
     *     DOCUMENT_TOO_LONG
     */
    public PolicyDocument build() {
      return new PolicyDocument(this, null);
    }

    /** The policy that was read from {@code payload}. */
    PolicyDocument read(byte[] received) {
      return new PolicyDocument(this, received);
    }
  }
}
