package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.cbor.ForeignItem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a status list token in CWT form (draft-ietf-oauth-status-list sections 4.3 and
 * 5.2). Claims that the draft does not name are passed over, as it says.
 */
final class StatusListClaims {
  private static final int SUB = 2;
  private static final int EXP = 4;
  private static final int NBF = 5;
  private static final int IAT = 6;
  private static final int STATUS_LIST = 65533;
  private static final int TTL = 65534;
  private static final String BITS = "bits";
  private static final String LST = "lst";

  private final String subject;
  private final Instant issuedAt;
  private final @Nullable Instant expires;
  private final @Nullable Duration ttl;
  private final StatusEntries entries;

  StatusListClaims(
      String subject,
      Instant issuedAt,
      @Nullable Instant expires,
      @Nullable Duration ttl,
      StatusEntries entries) {
    InvalidValueException.require(!subject.isEmpty(), FormatFault.CLAIM_MISSING, "sub");
    this.subject = subject;
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "iat");
    this.expires = expires;
    if (expires != null) {
      InvalidValueException.requireNumericDate(expires, "exp");
      DocumentValues.requireOrder(issuedAt, expires, "exp");
    }
    this.ttl = ttl;
    InvalidValueException.require(
        ttl == null
            || (ttl.getNano() == 0
                && ttl.getSeconds() >= 1
                && ttl.getSeconds() <= FormatLimits.MAX_NUMERIC_DATE),
        FormatFault.TIME_RANGE,
        "ttl");
    this.entries = entries;
  }

  static StatusListClaims decode(byte[] payload) throws FormatException {
    ForeignItem claims = ForeignItem.decode(payload);
    // RFC 8392 has it restrict the rest, and the draft does not: whoever ignored it would be wrong.
    if (claims.member(NBF).isPresent()) {
      throw new FormatException(FormatFault.CLAIM_UNKNOWN, 0);
    }
    String subject = required(claims.member(SUB)).text();
    Instant issuedAt = time(required(claims.member(IAT)).integer());
    Optional<ForeignItem> exp = claims.member(EXP);
    Optional<ForeignItem> ttl = claims.member(TTL);
    ForeignItem list = required(claims.member(STATUS_LIST));
    try {
      return new StatusListClaims(
          subject,
          issuedAt,
          exp.isPresent() ? time(exp.get().integer()) : null,
          ttl.isPresent() ? Duration.ofSeconds(ttl.get().integer()) : null,
          entries(
              required(list.member(BITS)).integer(),
              StatusDeflation.inflate(required(list.member(LST)).bytes(), 0)));
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), 0);
    }
  }

  private static ForeignItem required(Optional<ForeignItem> member) throws FormatException {
    return member.orElseThrow(() -> new FormatException(FormatFault.CLAIM_MISSING, 0));
  }

  private static Instant time(long seconds) throws FormatException {
    if (seconds < 0 || seconds > FormatLimits.MAX_NUMERIC_DATE) {
      throw new FormatException(FormatFault.TIME_RANGE, 0);
    }
    return Instant.ofEpochSecond(seconds);
  }

  /**
   * Two bits an entry as they are, and one bit widened: 1 is revoked in both. With four or eight,
   * values occur that {@link PassStatus} has no word for, and a list that is half understood would
   * answer "valid" for what is not.
   */
  private static StatusEntries entries(long bits, StatusEntries inflated) throws FormatException {
    if (bits == 2) {
      return inflated;
    }
    byte[] narrow = inflated.rawBits();
    if (bits != 1 || narrow.length > FormatLimits.MAX_STATUS_BYTES / 2) {
      throw new FormatException(FormatFault.STATUS_ENTRIES, 0);
    }
    byte[] wide = new byte[2 * narrow.length];
    for (int i = 0; i < 8 * narrow.length; i++) {
      int bit = (narrow[i >> 3] >> (i & 7)) & 1;
      wide[i >> 2] |= (byte) (bit << (2 * (i & 3)));
    }
    return new StatusEntries(wide);
  }

  /** The claims set, with two bits an entry. */
  byte[] encode() {
    CborItem claims = CborItem.map().put(SUB, CborItem.of(subject));
    if (expires != null) {
      claims.put(EXP, CborItem.of(expires.getEpochSecond()));
    }
    claims
        .put(IAT, CborItem.of(issuedAt.getEpochSecond()))
        .put(
            STATUS_LIST,
            CborItem.map()
                .put(LST, CborItem.of(StatusDeflation.deflate(entries)))
                .put(BITS, CborItem.of(2)));
    if (ttl != null) {
      claims.put(TTL, CborItem.of(ttl.get(ChronoUnit.SECONDS)));
    }
    return claims.encode();
  }

  String subject() {
    return subject;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Optional<Instant> expires() {
    return Optional.ofNullable(expires);
  }

  Optional<Duration> ttl() {
    return Optional.ofNullable(ttl);
  }

  StatusEntries entries() {
    return entries;
  }
}
