package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignatureVerifier;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.cbor.ForeignItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A status list in the form of other systems: the IETF Token Status List as CWT
 * (draft-ietf-oauth-status-list section 5.2), parsed and <em>not verified</em>.
 *
 * <p>It lets wallets of other schemes read our lists and us read theirs. Checkpoints do not use it:
 * theirs are pinned by a trust list, while nothing but {@code exp} keeps a token from being
 * replayed. What is read may be any well-formed CBOR; what is written is deterministic.
 */
public final class StatusListToken {
  /** Bytes of a token that is read: entries that cannot be deflated, and as much again. */
  public static final int MAX_BYTES = 2 * FormatLimits.MAX_STATUS_BYTES;

  private static final int SIGN1 = 18;
  private static final int ALG = 1;
  private static final int CRIT = 2;
  private static final int KID = 4;
  private static final int TYP = 16;
  private static final String TYPE = "application/statuslist+cwt";

  /** ECDSA with SHA-256; with a key on P-256 the same as ESP256 (RFC 9864 section 2.1). */
  private static final int ES256 = -7;

  /** EdDSA; with a key on Curve25519 the same as Ed25519 (RFC 9864 section 2.2). */
  private static final int EDDSA = -8;

  private final byte[] bytes;
  private final SignatureAlgorithm algorithm;
  private final byte @Nullable [] keyId;
  private final byte[] toBeSigned;
  private final byte[] signature;
  private final StatusListClaims claims;

  private StatusListToken(
      byte[] bytes,
      SignatureAlgorithm algorithm,
      byte @Nullable [] keyId,
      byte[] toBeSigned,
      byte[] signature,
      StatusListClaims claims) {
    this.bytes = bytes;
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.toBeSigned = toBeSigned;
    this.signature = signature;
    this.claims = claims;
  }

  /**
   * Parses a token with one or two bits an entry; those with one are widened.
   *
   * @param bytes at most {@link #MAX_BYTES}
   * @throws FormatException DOCUMENT_TOO_LONG, TOKEN_CBOR, CBOR_TYPE, CBOR_FLOAT,
   *     CBOR_INTEGER_RANGE, COSE_TAG, COSE_SHAPE, COSE_HEADER, COSE_ALGORITHM, COSE_SIGNATURE_SIZE,
   *     COSE_SIGNATURE_RANGE, CLAIM_MISSING, CLAIM_UNKNOWN for {@code nbf}, TIME_RANGE, TIME_ORDER,
   *     STATUS_ENTRIES; all at offset 0 but the first
   */
  public static StatusListToken parse(byte[] bytes) throws FormatException {
    if (bytes.length > MAX_BYTES) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, MAX_BYTES);
    }
    List<ForeignItem> parts = ForeignItem.decode(bytes).untagged(SIGN1).array();
    if (parts.size() != 4) {
      throw new FormatException(FormatFault.COSE_SHAPE, 0);
    }
    byte[] header = parts.get(0).bytes();
    ForeignItem signed = ForeignItem.decode(header);
    Optional<ForeignItem> type = signed.member(TYP);
    // Without the type, any other CWT of the signer with such claims would pass for a list.
    if (!type.isPresent()
        || !type.get().text().equals(TYPE)
        || signed.member(CRIT).isPresent()
        || !signed.member(ALG).isPresent()) {
      throw new FormatException(FormatFault.COSE_HEADER, 0);
    }
    SignatureAlgorithm algorithm = algorithm(signed.member(ALG).get().integer());
    Optional<ForeignItem> unsignedKid = parts.get(1).member(KID);
    Optional<ForeignItem> kid = signed.member(KID);
    kid = kid.isPresent() ? kid : unsignedKid;
    byte[] payload = parts.get(2).bytes();
    byte[] signature = parts.get(3).bytes();
    try {
      signature = algorithm.canonical(signature);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), 0);
    }
    return new StatusListToken(
        bytes.clone(),
        algorithm,
        kid.isPresent() ? kid.get().bytes() : null,
        sigStructure(header, payload),
        signature,
        StatusListClaims.decode(payload));
  }

  private static SignatureAlgorithm algorithm(long coseId) throws FormatException {
    return coseId == ES256
        ? SignatureAlgorithm.ESP256
        : coseId == EDDSA
            ? SignatureAlgorithm.ED25519
            : SignatureAlgorithm.ofCoseId(coseId)
                .orElseThrow(() -> new FormatException(FormatFault.COSE_ALGORITHM, 0));
  }

  /** The {@code Sig_structure} of RFC 9052 section 4.4; a CWT has no external_aad. */
  private static byte[] sigStructure(byte[] header, byte[] payload) {
    return CborItem.array()
        .add(CborItem.of("Signature1"))
        .add(CborItem.of(header))
        .add(CborItem.of(new byte[0]))
        .add(CborItem.of(payload))
        .encode();
  }

  /**
   * Starts a token.
   *
   * @param subject the URI under which the token is published and that passes refer to
   * @param issuedAt in whole seconds
   */
  public static Builder builder(String subject, Instant issuedAt, StatusEntries entries) {
    return new Builder(subject, issuedAt, entries);
  }

  /** The token as it was received or is to be published. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How it is signed: ES256 counts as ESP256, and EdDSA as Ed25519. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** Which key to try: any bytes, from either header, and never a proof. */
  public Optional<byte[]> unverifiedKeyId() {
    return Optional.ofNullable(keyId).map(byte[]::clone);
  }

  /** What the signature covers: header and payload as received. */
  public byte[] toBeSigned() {
    return toBeSigned.clone();
  }

  /** The 64 bytes, of an ECDSA signature those with the low {@code s}. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Whether {@code key} signed this token; times are not looked at. */
  public boolean isSignedBy(CoseKey key, SignatureVerifier verifier) {
    return key.algorithm() == algorithm && verifier.verifies(key, toBeSigned(), signature());
  }

  /** The URI that a pass must name for this list to be about it. */
  public String unverifiedSubject() {
    return claims.subject();
  }

  /** When it was issued. */
  public Instant unverifiedIssuedAt() {
    return claims.issuedAt();
  }

  /** From this second on it says nothing; absent: no end is set. */
  public Optional<Instant> unverifiedExpires() {
    return claims.expires();
  }

  /** How long it may be kept before it is fetched again; absent: not said. */
  public Optional<Duration> unverifiedTtl() {
    return claims.ttl();
  }

  /**
   * What it says. The draft leaves value 3 to applications, so outside this scheme {@link
   * PassStatus#RESTRICTED} may mean anything but valid.
   */
  public StatusEntries unverifiedEntries() {
    return claims.entries();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusListToken that && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Algorithm, time and number of entries. */
  @Override
  public String toString() {
    return "StatusListToken["
        + algorithm
        + ", "
        + claims.issuedAt()
        + ", "
        + claims.entries()
        + "]";
  }

  /**
   * Collects the claims of a token; {@link #toBeSigned} is signed, and {@link #build} puts it
   * together.
   */
  public static final class Builder {
    private final String subject;
    private final Instant issuedAt;
    private final StatusEntries entries;
    private @Nullable Instant expires;
    private @Nullable Duration ttl;

    private Builder(String subject, Instant issuedAt, StatusEntries entries) {
      this.subject = subject;
      this.issuedAt = issuedAt;
      this.entries = entries;
    }

    /** From this second on the token says nothing; recommended, and in whole seconds. */
    public Builder expires(Instant end) {
      expires = end;
      return this;
    }

    /** How long readers may keep the token before they fetch it again, in whole seconds. */
    public Builder ttl(Duration longest) {
      ttl = longest;
      return this;
    }

    /**
     * What the holder of {@code key} signs.
     *
     * @throws InvalidValueException CLAIM_MISSING for an empty subject, TIME_RANGE, TIME_ORDER
     */
    public byte[] toBeSigned(CoseKey key) {
      return sigStructure(header(key), payload());
    }

    /**
     * The token, with a signature over {@link #toBeSigned}.
     *
     * @param signature 64 bytes
     * @throws InvalidValueException as {@link #toBeSigned}, and COSE_SIGNATURE_SIZE,
     *     COSE_SIGNATURE_RANGE, DOCUMENT_TOO_LONG
     */
    public StatusListToken build(CoseKey key, byte[] signature) {
      byte[] bytes =
          CborItem.array()
              .add(CborItem.of(header(key)))
              .add(CborItem.map())
              .add(CborItem.of(payload()))
              .add(CborItem.of(key.algorithm().canonical(signature)))
              .tagged(SIGN1)
              .encode();
      try {
        return parse(bytes);
      } catch (FormatException e) {
        throw new InvalidValueException(e.fault(), "token");
      }
    }

    /** With the identifiers that every reader knows: RFC 9864 is younger than most of them. */
    private static byte[] header(CoseKey key) {
      return CborItem.map()
          .put(ALG, CborItem.of(key.algorithm() == SignatureAlgorithm.ESP256 ? ES256 : EDDSA))
          .put(KID, CborItem.of(key.keyId().bytes()))
          .put(TYP, CborItem.of(TYPE))
          .encode();
    }

    private byte[] payload() {
      return new StatusListClaims(subject, issuedAt, expires, ttl, entries).encode();
    }
  }
}
