package io.greenqr.format.cose;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.hash.Sha256;
import java.util.Arrays;

/**
 * A public key as data: a COSE_Key (RFC 9052 section 7) with its required parameters only.
 *
 * <pre>{@code
 * cose-key = { 1: 2, -1: 1, -2: bstr .size 32, -3: bstr .size 32 }   ; EC2, P-256, x, y
 *          / { 1: 1, -1: 6, -2: bstr .size 32 }                      ; OKP, Ed25519, x
 * }</pre>
 *
 * <p>Whether the bytes are a point of the curve is not checked here: whoever trusts a key checks.
 */
public final class CoseKey {
  private static final int COORDINATE = 32;
  private static final int KTY = 1;
  private static final int CRV = -1;
  private static final int X = -2;
  private static final int Y = -3;
  private static final int OKP = 1;
  private static final int EC2 = 2;
  private static final int P256 = 1;
  private static final int ED25519 = 6;

  private final SignatureAlgorithm algorithm;
  private final byte[] x;
  private final byte[] y;
  private final byte[] thumbprint;

  private CoseKey(SignatureAlgorithm algorithm, byte[] x, byte[] y) {
    this.algorithm = algorithm;
    this.x = x.clone();
    this.y = y.clone();
    this.thumbprint = Sha256.of(encode());
  }

  /**
   * A key for ESP256.
   *
   * @param x the affine coordinate, 32 bytes, most significant first
   * @param y likewise
   * @throws IllegalArgumentException if either has another length
   */
  public static CoseKey p256(byte[] x, byte[] y) {
    requireCoordinate(x);
    requireCoordinate(y);
    return new CoseKey(SignatureAlgorithm.ESP256, x, y);
  }

  /**
   * A key for Ed25519.
   *
   * @param x the 32 bytes of RFC 8032 section 5.1.5
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static CoseKey ed25519(byte[] x) {
    requireCoordinate(x);
    return new CoseKey(SignatureAlgorithm.ED25519, x, new byte[0]);
  }

  private static void requireCoordinate(byte[] bytes) {
    if (bytes.length != COORDINATE) {
      throw new IllegalArgumentException("length " + bytes.length);
    }
  }

  /**
   * Reads a key, with the parameters above and no other.
   *
   * @throws FormatException COSE_KEY, or a fault of layer CBOR
   */
  public static CoseKey decode(byte[] bytes) throws FormatException {
    CborCursor cursor = new CborCursor(bytes);
    int pairs = cursor.readMap();
    requireKey(cursor, pairs >= 3 && cursor.readKey(true, 0) == KTY);
    long type = cursor.readInteger();
    requireKey(cursor, cursor.readKey(false, KTY) == CRV);
    long curve = cursor.readInteger();
    requireKey(cursor, cursor.readKey(false, CRV) == X);
    byte[] x = cursor.readBytes();
    requireKey(cursor, x.length == COORDINATE);
    CoseKey key;
    if (type == EC2 && curve == P256 && pairs == 4) {
      requireKey(cursor, cursor.readKey(false, X) == Y);
      byte[] y = cursor.readBytes();
      requireKey(cursor, y.length == COORDINATE);
      key = p256(x, y);
    } else {
      requireKey(cursor, type == OKP && curve == ED25519 && pairs == 3);
      key = ed25519(x);
    }
    cursor.leave();
    cursor.requireEnd();
    return key;
  }

  private static void requireKey(CborCursor cursor, boolean holds) throws FormatException {
    if (!holds) {
      throw cursor.fault(FormatFault.COSE_KEY);
    }
  }

  /** The one encoding of this key, which is also what its thumbprint is taken of. */
  public byte[] encode() {
    boolean p256 = algorithm == SignatureAlgorithm.ESP256;
    CborItem map =
        CborItem.map()
            .put(KTY, CborItem.of(p256 ? EC2 : OKP))
            .put(CRV, CborItem.of(p256 ? P256 : ED25519))
            .put(X, CborItem.of(x));
    return (p256 ? map.put(Y, CborItem.of(y)) : map).encode();
  }

  /** The algorithm that the key's curve belongs to, and the only one it may be used with. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The coordinate {@code x}, or the 32 bytes of an Ed25519 key. */
  public byte[] x() {
    return x.clone();
  }

  /** The coordinate {@code y}; empty for Ed25519. */
  public byte[] y() {
    return y.clone();
  }

  /** SHA-256 of {@link #encode} (RFC 9679). */
  public byte[] thumbprint() {
    return thumbprint.clone();
  }

  /** The first four bytes of the thumbprint. */
  public KeyId keyId() {
    return KeyId.at(thumbprint, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoseKey that
        && that.algorithm == algorithm
        && Arrays.equals(that.x, x)
        && Arrays.equals(that.y, y);
  }

  @Override
  public int hashCode() {
    return keyId().hashCode();
  }

  /** Algorithm and key identifier. */
  @Override
  public String toString() {
    return algorithm + ":" + keyId();
  }
}
