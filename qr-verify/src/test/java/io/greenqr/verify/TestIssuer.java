package io.greenqr.verify;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Signs whatever it is given, as no issuer would. Its private key is a small number. */
public final class TestIssuer {
  /** Group order of P-256. */
  public static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

  private final CoseKey key;
  private final BigInteger secret;

  private TestIssuer(CoseKey key, BigInteger secret) {
    this.key = key;
    this.secret = secret;
  }

  /** An ESP256 issuer whose private key is {@code secret}. */
  public static TestIssuer p256(int secret) {
    BigInteger d = BigInteger.valueOf(secret);
    ECPoint point = CURVE.getG().multiply(d).normalize();
    return new TestIssuer(
        CoseKey.p256(point.getAffineXCoord().getEncoded(), point.getAffineYCoord().getEncoded()),
        d);
  }

  /** An Ed25519 issuer whose seed is {@code secret}, most significant byte first. */
  public static TestIssuer ed25519(int secret) {
    BigInteger seed = BigInteger.valueOf(secret);
    return new TestIssuer(CoseKey.ed25519(edKey(seed).generatePublicKey().getEncoded()), seed);
  }

  /** An issuer of either algorithm. */
  public static TestIssuer of(SignatureAlgorithm algorithm, int secret) {
    return algorithm == SignatureAlgorithm.ESP256 ? p256(secret) : ed25519(secret);
  }

  private static Ed25519PrivateKeyParameters edKey(BigInteger seed) {
    return new Ed25519PrivateKeyParameters(BigIntegers.asUnsignedByteArray(32, seed), 0);
  }

  /** The public key. */
  public CoseKey key() {
    return key;
  }

  /** A statement that trusts the key for {@code kinds}. */
  public IssuerKey.Builder statement(Set<ClaimKind> kinds) {
    return IssuerKey.builder("Issuer " + secret, key, kinds);
  }

  /** The key, trusted for every kind and for ever. */
  public TrustedKey trusted() throws TrustException {
    return TrustedKey.of(statement(EnumSet.allOf(ClaimKind.class)).build());
  }

  /** A list of this key alone. */
  public TrustList trustList() throws TrustException {
    return TrustList.of(trusted());
  }

  /** Signs a pass as an issuer does. */
  public SignedPass sign(CwtClaims claims) {
    return signPayload(claims.encode());
  }

  /** Signs a payload that need not be one. */
  public SignedPass signPayload(byte[] payload) {
    return SignedPass.of(
        key.algorithm(),
        key.keyId(),
        payload,
        signature(SignedPass.toBeSigned(key.algorithm(), key.keyId(), payload)));
  }

  /** The 64 bytes of the signature of {@code message}, deterministic and low-S. */
  public byte[] signature(byte[] message) {
    if (key.algorithm() == SignatureAlgorithm.ED25519) {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, edKey(secret));
      signer.update(message, 0, message.length);
      return signer.generateSignature();
    }
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, new ECDomainParameters(CURVE)));
    BigInteger[] pair = signer.generateSignature(sha256(message));
    BigInteger low = pair[1].min(N.subtract(pair[1]));
    return pair(pair[0], low);
  }

  /** Two numbers as 32 bytes each. */
  public static byte[] pair(BigInteger r, BigInteger s) {
    byte[] out = new byte[64];
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, r), 0, out, 0, 32);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, out, 32, 32);
    return out;
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
