package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.internal.curve.Curve;
import java.util.Arrays;

/** The curve of a key: where COSE keys meet arithmetic. */
final class KeyCurve {
  private KeyCurve() {}

  static Curve of(SignatureAlgorithm algorithm) {
    return Curve.of(algorithm);
  }

  /** The key at this point: {@code x} followed by {@code y}, for Ed25519 {@code x} alone. */
  static CoseKey key(SignatureAlgorithm algorithm, byte[] point) {
    return algorithm == SignatureAlgorithm.ESP256
        ? CoseKey.p256(
            Arrays.copyOf(point, Curve.LENGTH),
            Arrays.copyOfRange(point, Curve.LENGTH, point.length))
        : CoseKey.ed25519(point);
  }

  static CoseKey requirePoint(CoseKey key) throws KeyException {
    if (!of(key.algorithm()).isPublicKey(key.x(), key.y())) {
      throw new KeyException(KeyFault.PUBLIC_KEY_VALUE);
    }
    return key;
  }

  static boolean verify(CoseKey key, byte[] message, byte[] signature) {
    return of(key.algorithm()).verify(key.x(), key.y(), message, signature);
  }

  /** The point of {@link #key}. */
  static byte[] point(CoseKey key) {
    byte[] x = key.x();
    byte[] y = key.y();
    byte[] point = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, point, x.length, y.length);
    return point;
  }
}
