package io.greenqr.verify.internal.signature;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** BouncyCastle's lightweight API: the same on every JDK and on Android. */
public final class BouncyCastleEngine implements SignatureEngine {
  @Override
  public PreparedKey prepare(CoseKey key) {
    return key.algorithm() == SignatureAlgorithm.ESP256 ? ecdsa(key) : ed25519(key);
  }

  private static PreparedKey ecdsa(CoseKey key) {
    ECPublicKeyParameters point = CurvePoints.p256(key);
    return (message, length, signature) -> {
      BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, 32));
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
      // A signer keeps state and is not shared between threads.
      ECDSASigner signer = new ECDSASigner();
      signer.init(false, point);
      return signer.verifySignature(sha256(message, length), r, s);
    };
  }

  private static PreparedKey ed25519(CoseKey key) {
    Ed25519PublicKeyParameters point = new Ed25519PublicKeyParameters(key.x(), 0);
    // BouncyCastle tests the equation times the cofactor, and takes signatures of which R has a
    // part
    // of low order: others would refuse the same pass.
    return (message, length, signature) ->
        point.verify(Ed25519.Algorithm.Ed25519, null, message, 0, length, signature, 0)
            && CurvePoints.isInSubgroup(signature);
  }

  private static byte[] sha256(byte[] message, int length) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(message, 0, length);
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
