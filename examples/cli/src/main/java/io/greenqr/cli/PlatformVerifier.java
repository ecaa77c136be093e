package io.greenqr.cli;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Checks signatures of status list tokens, which no library of ours verifies, with the platform.
 */
final class PlatformVerifier {
  /** SubjectPublicKeyInfo of a point that is not compressed (RFC 5480), up to its coordinates. */
  private static final String P256 = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";

  /** SubjectPublicKeyInfo of RFC 8410, up to the key. */
  private static final String ED25519 = "302a300506032b6570032100";

  private PlatformVerifier() {}

  /**
   * Whether the key made the signature, of 64 bytes; false if the platform does not take the key.
   */
  static boolean verifies(CoseKey key, byte[] message, byte[] signature) {
    boolean p256 = key.algorithm() == SignatureAlgorithm.ESP256;
    try {
      Signature check = Signature.getInstance(p256 ? "SHA256withECDSAinP1363Format" : "Ed25519");
      check.initVerify(publicKey(key, p256));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey publicKey(CoseKey key, boolean p256) throws GeneralSecurityException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(HexFormat.of().parseHex(p256 ? P256 : ED25519));
    encoded.writeBytes(key.x());
    encoded.writeBytes(key.y());
    return KeyFactory.getInstance(p256 ? "EC" : "Ed25519")
        .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
  }
}
