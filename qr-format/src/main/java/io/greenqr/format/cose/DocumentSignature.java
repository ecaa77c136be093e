package io.greenqr.format.cose;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.CborItem;
import java.util.Arrays;

/**
 * One signer's signature of a document: in range and in its one spelling, but not verified.
 *
 * <pre>{@code
 * document-signature = [ protected, {}, signature ]
 * }</pre>
 */
public final class DocumentSignature {
  private final byte[] header;
  private final ProtectedHeader parsed;
  private final byte[] signature;

  private DocumentSignature(byte[] header, ProtectedHeader parsed, byte[] signature) {
    this.header = header;
    this.parsed = parsed;
    this.signature = signature;
  }

  /**
   * The signature of {@code key} over {@link SignedDocument#toBeSigned}.
   *
   * @param signature 64 bytes
   * @throws InvalidValueException COSE_SIGNATURE_SIZE, COSE_SIGNATURE_RANGE
   */
  public static DocumentSignature of(CoseKey key, byte[] signature) {
    byte[] header = ProtectedHeader.encode(key.algorithm(), key.keyId());
    InvalidValueException.require(
        signature.length == SignatureAlgorithm.SIGNATURE_LENGTH,
        FormatFault.COSE_SIGNATURE_SIZE,
        "signature");
    InvalidValueException.require(
        SignatureRange.holds(key.algorithm(), signature, 0),
        FormatFault.COSE_SIGNATURE_RANGE,
        "signature");
    try {
      return new DocumentSignature(header, ProtectedHeader.read(header), signature.clone());
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), "key");
    }
  }

  static DocumentSignature read(CborCursor cursor) throws FormatException {
    int at = cursor.position();
    if (cursor.readArray() != 3) {
      throw new FormatException(FormatFault.COSE_SHAPE, at);
    }
    at = cursor.position();
    byte[] header = cursor.readBytes();
    ProtectedHeader parsed;
    try {
      parsed = ProtectedHeader.read(header);
    } catch (FormatException e) {
      throw new FormatException(e.fault(), at);
    }
    requireEmptyMap(cursor);
    at = cursor.position();
    byte[] signature = cursor.readBytes();
    if (signature.length != SignatureAlgorithm.SIGNATURE_LENGTH) {
      throw new FormatException(FormatFault.COSE_SIGNATURE_SIZE, at);
    }
    if (!SignatureRange.holds(parsed.algorithm(), signature, 0)) {
      throw new FormatException(FormatFault.COSE_SIGNATURE_RANGE, at);
    }
    cursor.leave();
    return new DocumentSignature(header, parsed, signature);
  }

  /** What stands in an unprotected header is not signed: it must be empty. */
  static void requireEmptyMap(CborCursor cursor) throws FormatException {
    int at = cursor.position();
    if (cursor.readMap() != 0) {
      throw new FormatException(FormatFault.COSE_UNPROTECTED, at);
    }
    cursor.leave();
  }

  CborItem item() {
    return CborItem.array()
        .add(CborItem.of(header))
        .add(CborItem.map())
        .add(CborItem.of(signature));
  }

  /** The protected header, as received; not a copy. */
  byte[] header() {
    return header;
  }

  /** The algorithm that the header names. */
  public SignatureAlgorithm algorithm() {
    return parsed.algorithm();
  }

  /** The key that the header hints at. */
  public KeyId keyId() {
    return parsed.keyId();
  }

  /** The 64 bytes. */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentSignature that
        && Arrays.equals(that.header, header)
        && Arrays.equals(that.signature, signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  /** Algorithm and key identifier. */
  @Override
  public String toString() {
    return "DocumentSignature[" + algorithm() + ":" + keyId() + "]";
  }
}
