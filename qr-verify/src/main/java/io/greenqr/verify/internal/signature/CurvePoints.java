package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Whether the bytes of a key are a point that a signature check is sound with.
 *
 * <p>JDK providers import points off the curve silently, and all points of low order: with the
 * identity as Ed25519 key every message verifies under a signature that anyone can write.
 */
public final class CurvePoints {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters P256 = new ECDomainParameters(CURVE);

  private CurvePoints() {}

  /**
   * Whether the key is a point of its curve, in its one spelling, and generates the large subgroup:
   * for P-256 coordinates below p that satisfy the equation; for Ed25519 a canonical encoding of a
   * point of order L.
   */
  public static boolean isSound(CoseKey key) {
    if (key.algorithm() == SignatureAlgorithm.ED25519) {
      return Ed25519.validatePublicKeyFull(key.x(), 0);
    }
    BigInteger p = CURVE.getCurve().getField().getCharacteristic();
    BigInteger x = new BigInteger(1, key.x());
    BigInteger y = new BigInteger(1, key.y());
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && CURVE.getCurve().createPoint(x, y).isValid();
  }

  /**
   * Whether R of an Ed25519 signature is in the large subgroup: of order L, or the neutral element
   * that a signer gets with probability 1/L. For a sound key a signature with another R cannot
   * satisfy the strict equation of RFC 8032 section 5.1.7; checks that multiply the equation by the
   * cofactor, as that section allows, take it all the same.
   *
   * @param signature begins with R
   */
  static boolean isInSubgroup(byte[] signature) {
    if (Ed25519.validatePublicKeyFull(signature, 0)) {
      return true;
    }
    // y = 1, which BouncyCastle does not call a key.
    int difference = signature[0] ^ 1;
    for (int i = 1; i < Ed25519.PUBLIC_KEY_SIZE; i++) {
      difference |= signature[i];
    }
    return difference == 0;
  }

  /** The parameters of a sound P-256 key. */
  static ECPublicKeyParameters p256(CoseKey key) {
    ECPoint point =
        CURVE.getCurve().createPoint(new BigInteger(1, key.x()), new BigInteger(1, key.y()));
    return new ECPublicKeyParameters(point, P256);
  }
}
