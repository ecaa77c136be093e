package io.greenqr.format.cose;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A pass in its signed envelope, parsed and <em>not verified</em>.
 *
 * <pre>{@code
 * pass-bytes  = bytes .cbor signed-pass
 * signed-pass = #6.18([ protected, {}, payload, signature ])   ; COSE_Sign1, RFC 9052
 * protected   = bstr .cbor { 1: alg, 4: kid }
 * alg         = -9 / -19
 * payload     = bstr .cbor claims
 * signature   = bstr .size 64
 * }</pre>
 *
 * <p>Whoever wants to rely on the content gets it from a verification. The bytes are kept as they
 * were received, and what the signature covers is built from them; nothing is re-encoded.
 */
public final class SignedPass {
  /** No {@link #toBeSigned()} has more bytes. */
  public static final int MAX_TO_BE_SIGNED = FormatLimits.MAX_PASS_BYTES + 64;

  private static final int TAG = 18;

  /** {@code external_aad}: a signature made for a pass can serve for no other document. */
  private static final byte[] CONTEXT = "GQ1 pass".getBytes(StandardCharsets.US_ASCII);

  /** Behind the heads of tag, array and byte string, which have one spelling of a byte each. */
  private static final int PROTECTED_AT = 3;

  private final byte[] bytes;
  private final int payloadAt;
  private final int payloadLength;
  private final SignatureAlgorithm algorithm;
  private final KeyId keyId;

  /** Parses; {@code bytes} is not copied. */
  private SignedPass(byte[] bytes) throws FormatException {
    if (bytes.length > FormatLimits.MAX_PASS_BYTES) {
      throw new FormatException(FormatFault.BYTES_TOO_LONG, FormatLimits.MAX_PASS_BYTES);
    }
    this.bytes = bytes;
    CborCursor cursor = new CborCursor(bytes);
    if (cursor.readTag() != TAG) {
      throw new FormatException(FormatFault.COSE_TAG, 0);
    }
    int at = cursor.position();
    if (cursor.readArray() != 4) {
      throw new FormatException(FormatFault.COSE_SHAPE, at);
    }

    int behind = cursor.narrow(cursor.readBytesHead());
    ProtectedHeader header = ProtectedHeader.read(cursor);
    this.algorithm = header.algorithm();
    this.keyId = header.keyId();
    cursor.widen(behind);

    // What stands in the unprotected header is not signed; verifiers that read it were steered.
    at = cursor.position();
    if (cursor.readMap() != 0) {
      throw new FormatException(FormatFault.COSE_UNPROTECTED, at);
    }
    cursor.leave();

    this.payloadLength = cursor.readBytesHead();
    this.payloadAt = cursor.position();
    cursor.advance(payloadLength);

    at = cursor.position();
    if (cursor.readBytesHead() != SignatureAlgorithm.SIGNATURE_LENGTH) {
      throw new FormatException(FormatFault.COSE_SIGNATURE_SIZE, at);
    }
    cursor.advance(SignatureAlgorithm.SIGNATURE_LENGTH);
    cursor.leave();
    cursor.requireEnd();
    if (!SignatureRange.holds(algorithm, bytes, signatureAt())) {
      throw new FormatException(FormatFault.COSE_SIGNATURE_RANGE, signatureAt());
    }
  }

  /** The signature is the last item, and its length is checked. */
  private int signatureAt() {
    return bytes.length - SignatureAlgorithm.SIGNATURE_LENGTH;
  }

  /**
   * Parses the envelope; the payload stays unread.
   *
   * @throws FormatException BYTES_TOO_LONG, or a fault of layer CBOR or ENVELOPE; offsets are bytes
   */
  public static SignedPass parse(byte[] bytes) throws FormatException {
    // One byte beyond the bound shows an excess without copying all of it.
    return new SignedPass(
        Arrays.copyOf(bytes, Math.min(bytes.length, FormatLimits.MAX_PASS_BYTES + 1)));
  }

  /**
   * Parses the envelope that a QR text or SMS text carries.
   *
   * @throws FormatException as {@link PassText#decodeAny} and {@link #parse} do
   */
  public static SignedPass parseText(String text) throws FormatException {
    return new SignedPass(PassText.decodeAny(text));
  }

  /**
   * What is signed: the {@code Sig_structure} of RFC 9052 section 4.4 with {@code external_aad} the
   * ASCII string {@code GQ1 pass}.
   */
  public static byte[] toBeSigned(SignatureAlgorithm algorithm, KeyId keyId, byte[] payload) {
    if (payload.length > FormatLimits.MAX_PASS_BYTES) {
      throw new IllegalArgumentException("length " + payload.length);
    }
    byte[] out = new byte[SigStructure.lengthOfSign1(CONTEXT, payload.length)];
    SigStructure.writeSign1(
        out, ProtectedHeader.encode(algorithm, keyId), 0, CONTEXT, payload, 0, payload.length);
    return out;
  }

  /**
   * Puts a pass together and parses it.
   *
   * @param signature over {@link #toBeSigned}
   * @throws InvalidValueException if it is too long, or the signature is not in its one spelling
   */
  public static SignedPass of(
      SignatureAlgorithm algorithm, KeyId keyId, byte[] payload, byte[] signature) {
    byte[] bytes =
        CborItem.array()
            .add(CborItem.of(ProtectedHeader.encode(algorithm, keyId)))
            .add(CborItem.map())
            .add(CborItem.of(payload))
            .add(CborItem.of(signature))
            .tagged(TAG)
            .encode();
    try {
      return new SignedPass(bytes);
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), "");
    }
  }

  /** The algorithm that the protected header names. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The key that the protected header hints at. */
  public KeyId keyId() {
    return keyId;
  }

  /** What the signature covers, built from the bytes as received. */
  public byte[] toBeSigned() {
    byte[] out = new byte[SigStructure.lengthOfSign1(CONTEXT, payloadLength)];
    writeToBeSigned(out);
    return out;
  }

  /**
   * Writes {@link #toBeSigned()} to the start of {@code buffer}: a verifier that goes through many
   * passes needs no new array for each.
   *
   * @param buffer {@link #MAX_TO_BE_SIGNED} bytes are enough for any pass; what stands behind the
   *     bytes written stays as it was
   * @return the number of bytes written
   * @throws IllegalArgumentException if {@code buffer} is too short; nothing is written then
   */
  public int writeToBeSigned(byte[] buffer) {
    requireRoom(buffer, SigStructure.lengthOfSign1(CONTEXT, payloadLength));
    return SigStructure.writeSign1(
        buffer, bytes, PROTECTED_AT, CONTEXT, bytes, payloadAt, payloadLength);
  }

  /** The 64 bytes of the signature, in range and low-S, but not verified. */
  public byte[] signature() {
    byte[] out = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    writeSignature(out);
    return out;
  }

  /**
   * Writes {@link #signature()} to the start of {@code buffer}.
   *
   * @param buffer {@link SignatureAlgorithm#SIGNATURE_LENGTH} bytes at least
   * @throws IllegalArgumentException if {@code buffer} is too short; nothing is written then
   */
  public void writeSignature(byte[] buffer) {
    requireRoom(buffer, SignatureAlgorithm.SIGNATURE_LENGTH);
    System.arraycopy(bytes, signatureAt(), buffer, 0, SignatureAlgorithm.SIGNATURE_LENGTH);
  }

  private static void requireRoom(byte[] buffer, int length) {
    if (buffer.length < length) {
      throw new IllegalArgumentException("buffer of " + buffer.length + " for " + length);
    }
  }

  /** All bytes, as received. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The payload, as received; nobody vouches for it. */
  public byte[] unverifiedPayload() {
    return Arrays.copyOfRange(bytes, payloadAt, payloadAt + payloadLength);
  }

  /**
   * The content of the payload; nobody vouches for it.
   *
   * @throws FormatException with a fault of layer CBOR or PAYLOAD; offsets are bytes of the payload
   */
  public CwtClaims unverifiedClaims() throws FormatException {
    return CwtClaims.decode(bytes, payloadAt, payloadLength);
  }

  /** The text of this pass in the given form. */
  public String text(PassText form) {
    return form.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedPass that && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Algorithm, key identifier and size. */
  @Override
  public String toString() {
    return "SignedPass[" + algorithm() + ":" + keyId() + ", " + bytes.length + " bytes]";
  }
}
