package io.greenqr.verify.trust;

import io.greenqr.verify.TestIssuer;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** ECDSA by the textbook, with the nonce 12345: a second valid signature by the same key. */
final class OtherNonce {
  private OtherNonce() {}

  static byte[] sign(int secret, byte[] message) throws Exception {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    BigInteger n = TestIssuer.N;
    BigInteger k = BigInteger.valueOf(12_345);
    BigInteger r = curve.getG().multiply(k).normalize().getAffineXCoord().toBigInteger().mod(n);
    BigInteger hash = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(message));
    BigInteger s =
        k.modInverse(n).multiply(hash.add(r.multiply(BigInteger.valueOf(secret)))).mod(n);
    return TestIssuer.pair(r, s.min(n.subtract(s)));
  }
}
