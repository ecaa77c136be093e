package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.RecordReader;
import java.time.Instant;
import java.util.Objects;

/**
 * What is signed: a CWT claims set (RFC 8392) with the pass as a private claim.
 *
 * <pre>{@code
 * claims = {
 *   4: numeric-date,   ; exp
 *   6: numeric-date,   ; iat
 *   -65537: pass,
 * }
 * }</pre>
 *
 * <p>Key 8, {@code cnf} (RFC 8747), is reserved: a pass that must be shown together with a proof of
 * possession may not be accepted by a release that cannot ask for the proof.
 */
public final class CwtClaims {
  static final int EXP = 4;
  static final int IAT = 6;
  static final int CNF = 8;
  static final int PASS = -65537;

  private final Instant issuedAt;
  private final Instant expires;
  private final Pass pass;

  private CwtClaims(Instant issuedAt, Instant expires, Pass pass) {
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "issuedAt");
    this.expires = InvalidValueException.requireNumericDate(expires, "expires");
    InvalidValueException.require(expires.isAfter(issuedAt), FormatFault.TIME_ORDER, "expires");
    this.pass = Objects.requireNonNull(pass);
  }

  /**
   * A claims set.
   *
   * @param issuedAt {@code iat}, in whole seconds
   * @param expires {@code exp}, in whole seconds, after {@code issuedAt}: the pass does not hold at
   *     this second any more
   * @throws InvalidValueException TIME_RANGE, TIME_ORDER
   */
  public static CwtClaims of(Instant issuedAt, Instant expires, Pass pass) {
    return new CwtClaims(issuedAt, expires, pass);
  }

  /**
   * Reads a payload.
   *
   * @throws FormatException with a fault of layer CBOR or PAYLOAD; offsets are bytes of {@code
   *     payload}
   */
  public static CwtClaims decode(byte[] payload) throws FormatException {
    return decode(payload, 0, payload.length);
  }

  /**
   * Reads a payload where it lies: the {@code length} bytes of {@code buffer} at {@code from}.
   *
   * @throws FormatException as {@link #decode(byte[])} does; offsets are bytes of the payload
   * @throws IndexOutOfBoundsException if {@code buffer} does not have these bytes
   */
  public static CwtClaims decode(byte[] buffer, int from, int length) throws FormatException {
    if (from < 0 || length < 0 || length > buffer.length - from) {
      throw new IndexOutOfBoundsException(length + " bytes at " + from);
    }
    if (length > FormatLimits.MAX_PASS_BYTES) {
      throw new FormatException(FormatFault.BYTES_TOO_LONG, FormatLimits.MAX_PASS_BYTES);
    }
    RecordReader in = new RecordReader(buffer, from, from + length);
    try {
      CwtClaims claims = PassReader.readClaims(in);
      in.requireEnd();
      return claims;
    } catch (FormatException e) {
      throw new FormatException(e.fault(), e.offset() - from);
    }
  }

  /**
   * The payload: the one byte string that {@link #decode} reads as these claims.
   *
   * @throws InvalidValueException BYTES_TOO_LONG if it cannot fit into a pass
   */
  public byte[] encode() {
    byte[] payload = PassWriter.claims(this).encode();
    InvalidValueException.require(
        payload.length <= FormatLimits.MAX_PASS_BYTES, FormatFault.BYTES_TOO_LONG, "");
    return payload;
  }

  /** {@code iat}: when the pass was issued. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** {@code exp}: from when on the pass does not hold. */
  public Instant expires() {
    return expires;
  }

  /** The content. */
  public Pass pass() {
    return pass;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CwtClaims that
        && that.issuedAt.equals(issuedAt)
        && that.expires.equals(expires)
        && that.pass.equals(pass);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuedAt, expires, pass);
  }

  /** The times and the kinds of claims. */
  @Override
  public String toString() {
    return "CwtClaims[" + issuedAt + ", " + expires + ", " + pass + "]";
  }
}
