package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.security.PublicKey;
import java.util.Optional;

/**
 * Public keys as the platform, certificates and OpenSSL write them: SubjectPublicKeyInfo of RFC
 * 5280, with the algorithm identifiers of RFC 5480 (named curve, uncompressed point) and RFC 8410.
 *
 * <p>For each of the two kinds of keys this encoding is a fixed head and the coordinates, and
 * nothing else is read: a key with its own curve parameters is how signatures of chosen keys once
 * passed for those of trusted ones (CVE-2020-0601).
 */
public final class SubjectPublicKeyInfo {
  private static final int COORDINATE = 32;

  private static final DerTemplate P256 =
      DerTemplate.of("3059301306072a8648ce3d020106082a8648ce3d03010703420004", 2 * COORDINATE);
  private static final DerTemplate ED25519 = DerTemplate.of("302a300506032b6570032100", COORDINATE);

  private SubjectPublicKeyInfo() {}

  /**
   * Reads a public key.
   *
   * @throws KeyException KEY_TYPE for anything but an uncompressed key of P-256 or one of Ed25519;
   *     PUBLIC_KEY_VALUE if it is not a point of the curve, or of low order
   */
  public static CoseKey decode(byte[] der) throws KeyException {
    Optional<byte[]> point = P256.field(der);
    if (point.isPresent()) {
      return KeyCurve.requirePoint(KeyCurve.key(SignatureAlgorithm.ESP256, point.get()));
    }
    Optional<byte[]> x = ED25519.field(der);
    if (x.isPresent()) {
      return KeyCurve.requirePoint(KeyCurve.key(SignatureAlgorithm.ED25519, x.get()));
    }
    throw new KeyException(KeyFault.KEY_TYPE);
  }

  /**
   * Takes over a public key of the platform by its encoding.
   *
   * @throws KeyException as {@link #decode} does; KEY_ENCODING if the key has no encoding in {@code
   *     X.509} format
   */
  public static CoseKey of(PublicKey key) throws KeyException {
    byte[] der = key.getEncoded();
    if (der == null || !"X.509".equals(key.getFormat())) {
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
    return decode(der);
  }

  /** The encoding of {@code key}. */
  public static byte[] encode(CoseKey key) {
    return (key.algorithm() == SignatureAlgorithm.ESP256 ? P256 : ED25519)
        .with(KeyCurve.point(key));
  }
}
