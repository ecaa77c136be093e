package io.greenqr.verify.internal.curve;

import io.greenqr.verify.TestIssuer;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** Points, keys and signatures of P-256 by BouncyCastle, with every number chosen. */
final class P256Cases {
  static final BigInteger N = P256Order.N;
  static final BigInteger P = P256Field.P;
  static final ECCurve CURVE = CustomNamedCurves.getByName("secp256r1").getCurve();
  static final ECPoint G = CustomNamedCurves.getByName("secp256r1").getG();
  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(PARAMETERS);

  private P256Cases() {}

  static Limbs limbs(long l0, long l1, long l2, long l3, long l4) {
    Limbs limbs = new Limbs();
    limbs.l0 = l0;
    limbs.l1 = l1;
    limbs.l2 = l2;
    limbs.l3 = l3;
    limbs.l4 = l4;
    return limbs;
  }

  static BigInteger x(ECPoint point) {
    return point.normalize().getAffineXCoord().toBigInteger();
  }

  static BigInteger y(ECPoint point) {
    return point.normalize().getAffineYCoord().toBigInteger();
  }

  /** The point with x modulo p and y of the parity wanted, or null if x has none. */
  static @Nullable ECPoint withX(BigInteger x, int parity) {
    byte[] encoded = new byte[33];
    System.arraycopy(bytes(x.mod(P)), 0, encoded, 1, 32);
    encoded[0] = (byte) (2 + parity);
    try {
      return CURVE.decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static P256Table table(Comb comb, ECPoint point) {
    return P256TableBuilder.build(comb, x(point), y(point));
  }

  static byte[] bytes(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(32, number);
  }

  /** A key with its table, a digest and a signature of it. */
  static final class Case {
    final ECPoint key;
    final P256Table table;
    final byte[] digest;
    final byte[] signature;

    Case(ECPoint key, P256Table table, BigInteger e, BigInteger r, BigInteger s) {
      this(key, table, bytes(e), TestIssuer.pair(r, s));
    }

    Case(ECPoint key, P256Table table, byte[] digest, byte[] signature) {
      this.key = key;
      this.table = table;
      this.digest = digest;
      this.signature = signature;
    }

    /** That with the u1 and u2 wanted: r comes from the point, s = r / u2, and e = u1 s. */
    static Case of(ECPoint key, P256Table table, BigInteger u1, BigInteger u2) {
      ECPoint sum = G.multiply(u1.mod(N)).add(key.multiply(u2.mod(N)));
      // Where the sum is infinity no r is right, and any will do.
      BigInteger r = sum.isInfinity() ? BigInteger.valueOf(5) : x(sum).mod(N);
      BigInteger s = r.multiply(u2.modInverse(N)).mod(N);
      return new Case(key, table, u1.multiply(s).mod(N), r, s);
    }

    /** The same with one bit of digest, r or s turned. */
    Case flipped(int bit) {
      byte[] otherDigest = digest.clone();
      byte[] otherSignature = signature.clone();
      byte[] target = bit < 256 ? otherDigest : otherSignature;
      int at = bit < 256 ? bit : bit - 256;
      target[at >> 3] ^= (byte) (1 << (at & 7));
      return new Case(key, table, otherDigest, otherSignature);
    }

    private BigInteger number(int from) {
      return new BigInteger(1, Arrays.copyOfRange(signature, from, from + 32));
    }

    /** What BouncyCastle says. */
    boolean isValid() {
      ECDSASigner signer = new ECDSASigner();
      signer.init(false, new ECPublicKeyParameters(key, DOMAIN));
      return signer.verifySignature(digest, number(0), number(32));
    }

    /** What SunEC says. */
    boolean isValidForSunEc() {
      try {
        Signature check = Signature.getInstance("NONEwithECDSA", "SunEC");
        check.initVerify(sunEcKey());
        check.update(digest);
        return check.verify(
            new DERSequence(
                    new ASN1Integer[] {new ASN1Integer(number(0)), new ASN1Integer(number(32))})
                .getEncoded(ASN1Encoding.DER));
      } catch (GeneralSecurityException | java.io.IOException e) {
        // SunEC throws on numbers that are out of range.
        return false;
      }
    }

    private PublicKey sunEcKey() throws GeneralSecurityException, java.io.IOException {
      byte[] encoded =
          new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(
                      X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
                  key.getEncoded(false))
              .getEncoded();
      return KeyFactory.getInstance("EC", "SunEC").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
      return new BigInteger(1, key.getEncoded(false)).toString(16)
          + " "
          + new BigInteger(1, digest).toString(16)
          + " "
          + number(0).toString(16)
          + " "
          + number(32).toString(16);
    }
  }
}
