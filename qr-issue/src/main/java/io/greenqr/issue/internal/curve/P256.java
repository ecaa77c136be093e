package io.greenqr.issue.internal.curve;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** ECDSA with P-256 and SHA-256. */
public final class P256 implements Curve {
  /** The one instance. */
  public static final Curve CURVE = new P256();

  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
  private static final BigInteger HALF_ORDER = DOMAIN.getN().shiftRight(1);

  private P256() {}

  @Override
  public boolean isSecret(byte[] secret) {
    return secret.length == LENGTH && isScalar(new BigInteger(1, secret));
  }

  private static boolean isScalar(BigInteger number) {
    return number.signum() > 0 && number.compareTo(DOMAIN.getN()) < 0;
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    ECPoint point =
        new FixedPointCombMultiplier().multiply(DOMAIN.getG(), new BigInteger(1, secret));
    byte[] encoded = point.getEncoded(false);
    return Arrays.copyOfRange(encoded, 1, encoded.length);
  }

  /**
   * The affine point. Off the curve, arithmetic happens on another curve of small order, where
   * signatures can be made without the private key. P-256 itself has no subgroup to check for.
   */
  private static Optional<ECPoint> point(byte[] x, byte[] y) {
    if (x.length != LENGTH || y.length != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          DOMAIN.getCurve().validatePoint(new BigInteger(1, x), new BigInteger(1, y)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Signs with the nonce of RFC 6979, which is a function of key and message.
   *
   * <p>One random nonce that is biased or used twice gives away the key, and it was the random
   * number generator of virtual machines and small devices that did it; here there is none to fail.
   * What a derived nonce invites instead is a fault: two signatures of one message, one of them
   * disturbed, give away the key as well. So whoever hands out signatures checks them first, which
   * Ed25519 needs just the same.
   */
  @Override
  public Signer signer(byte[] secret) {
    ECPrivateKeyParameters key = new ECPrivateKeyParameters(new BigInteger(1, secret), DOMAIN);
    return message -> {
      ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      signer.init(true, key);
      BigInteger[] pair = signer.generateSignature(digest(message));
      return join(pair[0], pair[1]);
    };
  }

  /** Keeps the point: BouncyCastle hangs the multiples of it there that it computes first. */
  @Override
  public Optional<Verifier> verifier(byte[] x, byte[] y) {
    return point(x, y)
        .map(point -> new ECPublicKeyParameters(point, DOMAIN))
        .map(key -> (message, signature) -> holds(key, message, signature));
  }

  private static boolean holds(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    if (signature.length != 2 * LENGTH) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    return signer.verifySignature(digest(message), number(signature, 0), number(signature, LENGTH));
  }

  /**
   * The same signature with {@code s} at most n/2: the only spelling that a pass may have.
   *
   * @param raw {@code r} and {@code s}
   * @return empty unless both are 32 bytes and in 1 .. n-1
   */
  public static Optional<byte[]> normalized(byte[] raw) {
    if (raw.length != 2 * LENGTH) {
      return Optional.empty();
    }
    return normalized(number(raw, 0), number(raw, LENGTH));
  }

  /**
   * Likewise for an Ecdsa-Sig-Value (RFC 3279 section 2.2.3) in DER.
   *
   * @return empty for any other spelling too: a signer that pads integers may do worse
   */
  public static Optional<byte[]> normalizedFromDer(byte[] der) {
    try {
      BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(DOMAIN.getN(), der);
      return normalized(pair[0], pair[1]);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The Ecdsa-Sig-Value in DER, as certificates carry it, of {@code r} and {@code s}. */
  public static byte[] toDer(byte[] raw) {
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          DOMAIN.getN(), number(raw, 0), number(raw, LENGTH));
    } catch (IOException e) {
      throw new IllegalStateException("memory takes what is written", e);
    }
  }

  private static Optional<byte[]> normalized(BigInteger r, BigInteger s) {
    return isScalar(r) && isScalar(s) ? Optional.of(join(r, s)) : Optional.empty();
  }

  private static byte[] join(BigInteger r, BigInteger s) {
    BigInteger low = s.compareTo(HALF_ORDER) > 0 ? DOMAIN.getN().subtract(s) : s;
    byte[] raw = new byte[2 * LENGTH];
    BigIntegers.asUnsignedByteArray(r, raw, 0, LENGTH);
    BigIntegers.asUnsignedByteArray(low, raw, LENGTH, LENGTH);
    return raw;
  }

  private static BigInteger number(byte[] raw, int from) {
    return new BigInteger(1, Arrays.copyOfRange(raw, from, from + LENGTH));
  }

  private static byte[] digest(byte[] message) {
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(message, 0, message.length);
    byte[] digest = new byte[sha256.getDigestSize()];
    sha256.doFinal(digest, 0);
    return digest;
  }
}
