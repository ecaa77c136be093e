package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures of the platform, which shares no code with the libraries. */
final class JcaSignatures {
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private JcaSignatures() {}

  /** A key and what it signs. */
  static final class Pair {
    private final CoseKey key;
    private final KeyPair keys;

    private Pair(CoseKey key, KeyPair keys) {
      this.key = key;
      this.keys = keys;
    }

    CoseKey key() {
      return key;
    }

    byte[] sign(byte[] message) {
      try {
        Signature signature = Signature.getInstance(name(key.algorithm()));
        signature.initSign(keys.getPrivate());
        signature.update(message);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String name(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ESP256 ? "SHA256withECDSAinP1363Format" : "Ed25519";
  }

  static Pair generate(SignatureAlgorithm algorithm) {
    try {
      if (algorithm == SignatureAlgorithm.ED25519) {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = keys.getPublic().getEncoded();
        return new Pair(CoseKey.ed25519(Arrays.copyOfRange(encoded, 12, 44)), keys);
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
      return new Pair(
          CoseKey.p256(coordinate(point.getAffineX()), coordinate(point.getAffineY())), keys);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] out = new byte[32];
    byte[] bytes = number.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, out, 32 - length, length);
    return out;
  }

  static boolean verifies(CoseKey key, byte[] message, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(name(key.algorithm()));
      signature.initVerify(publicKey(key));
      signature.update(message);
      return signature.verify(bytes);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey publicKey(CoseKey key) throws GeneralSecurityException {
    if (key.algorithm() == SignatureAlgorithm.ED25519) {
      byte[] encoded = Arrays.copyOf(ED25519_PREFIX, 44);
      System.arraycopy(key.x(), 0, encoded, 12, 32);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
    ECPublicKey any = (ECPublicKey) generate(SignatureAlgorithm.ESP256).keys.getPublic();
    ECPoint point = new ECPoint(new BigInteger(1, key.x()), new BigInteger(1, key.y()));
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, any.getParams()));
  }
}
