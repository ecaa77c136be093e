package io.greenqr.format.cose;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.CborItem;

/**
 * The one protected header of GQ1: which algorithm, and a hint which key.
 *
 * <pre>{@code
 * protected = bstr .cbor { 1: alg, 4: kid }
 * alg       = -9 / -19
 * }</pre>
 */
final class ProtectedHeader {
  /** Bytes of the header: both algorithms have a number of one byte. */
  static final int LENGTH = 9;

  private static final int ALG = 1;
  private static final int KID = 4;

  private final SignatureAlgorithm algorithm;
  private final KeyId keyId;

  private ProtectedHeader(SignatureAlgorithm algorithm, KeyId keyId) {
    this.algorithm = algorithm;
    this.keyId = keyId;
  }

  /** Reads {@code bytes}, all of them. */
  static ProtectedHeader read(byte[] bytes) throws FormatException {
    return read(new CborCursor(bytes));
  }

  /** Reads all that lies before {@code header}. */
  static ProtectedHeader read(CborCursor header) throws FormatException {
    int from = header.position();
    if (header.readMap() != 2 || header.readKey(true, 0) != ALG) {
      throw new FormatException(FormatFault.COSE_HEADER, from);
    }
    int at = header.position();
    long coseId = header.readInteger();
    SignatureAlgorithm algorithm = SignatureAlgorithm.find(coseId);
    if (algorithm == null) {
      throw new FormatException(FormatFault.COSE_ALGORITHM, at);
    }
    at = header.position();
    if (header.readKey(false, ALG) != KID) {
      throw new FormatException(FormatFault.COSE_HEADER, at);
    }
    at = header.position();
    if (header.readBytesHead() != KeyId.LENGTH) {
      throw new FormatException(FormatFault.COSE_KID, at);
    }
    KeyId keyId = KeyId.of((int) header.readBigEndian(KeyId.LENGTH));
    header.leave();
    header.requireEnd();
    return new ProtectedHeader(algorithm, keyId);
  }

  static byte[] encode(SignatureAlgorithm algorithm, KeyId keyId) {
    return CborItem.map()
        .put(ALG, CborItem.of(algorithm.coseId()))
        .put(KID, CborItem.of(keyId.bytes()))
        .encode();
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  KeyId keyId() {
    return keyId;
  }
}
