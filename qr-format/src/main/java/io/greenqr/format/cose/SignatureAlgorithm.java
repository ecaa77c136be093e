package io.greenqr.format.cose;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two signature algorithms of GQ1, by the fully specified identifiers of RFC 9864: the curve is
 * part of the algorithm, so no key can be used with parameters that a header chose.
 */
public enum SignatureAlgorithm {
  /** ECDSA with P-256 and SHA-256; the signature is r and s, 32 bytes each, with s at most n/2. */
  ESP256(-9),
  /** EdDSA with Curve25519, without pre-hash or context (RFC 8032 section 5.1). */
  ED25519(-19);

  /** Bytes of a signature of either algorithm. */
  public static final int SIGNATURE_LENGTH = 64;

  private static final SignatureAlgorithm[] ALL = values();

  private final int coseId;

  SignatureAlgorithm(int coseId) {
    this.coseId = coseId;
  }

  /** The number in the IANA registry of COSE algorithms. */
  public int coseId() {
    return coseId;
  }

  /** The algorithm with this number; empty for all that GQ1 does not use. */
  public static Optional<SignatureAlgorithm> ofCoseId(long coseId) {
    return Optional.ofNullable(find(coseId));
  }

  /** As {@link #ofCoseId}, without an object for the answer: every pass asks. */
  static @Nullable SignatureAlgorithm find(long coseId) {
    for (SignatureAlgorithm algorithm : ALL) {
      if (algorithm.coseId == coseId) {
        return algorithm;
      }
    }
    return null;
  }

  /**
   * A signature that another system made, in the one spelling that the format allows. ECDSA has two
   * for each, of which other systems write either: the one with the low {@code s} is taken, and
   * both verify alike.
   *
   * @param signature 64 bytes
   * @throws InvalidValueException COSE_SIGNATURE_SIZE, COSE_SIGNATURE_RANGE for numbers that no
   *     signature of this algorithm has
   */
  public byte[] canonical(byte[] signature) {
    InvalidValueException.require(
        signature.length == SIGNATURE_LENGTH, FormatFault.COSE_SIGNATURE_SIZE, "signature");
    byte[] canonical = SignatureRange.withLowS(this, signature);
    InvalidValueException.require(
        SignatureRange.holds(this, canonical, 0), FormatFault.COSE_SIGNATURE_RANGE, "signature");
    return canonical;
  }
}
