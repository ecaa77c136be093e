package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.internal.curve.Curve;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * A private key in the memory of this process.
 *
 * <p>For development, tests and small issuers. There is no way to wipe it: arithmetic copies a
 * secret to places that nobody can reach, and a method that promised more would be believed. A key
 * that must not be copied belongs in a security module, behind {@link JcaSigner}.
 */
public final class SigningKey {
  private static final String PEM_LABEL = "PRIVATE KEY";

  private final CoseKey publicKey;
  private final byte[] secret;

  private SigningKey(CoseKey publicKey, byte[] secret) {
    this.publicKey = publicKey;
    this.secret = secret;
  }

  /** A new key, from the platform's generator of random numbers. */
  public static SigningKey generate(SignatureAlgorithm algorithm) {
    return generate(algorithm, new SecureRandom());
  }

  /** A new key from {@code random}, on whose bytes alone its secrecy depends. */
  public static SigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    byte[] secret = KeyCurve.of(algorithm).newSecret(random);
    return new SigningKey(publicKey(algorithm, secret), secret);
  }

  /**
   * Reads an unencrypted PKCS #8 file: one block {@code -----BEGIN PRIVATE KEY-----} and nothing
   * around it, with a key of P-256 or Ed25519.
   *
   * <p>{@code EC PRIVATE KEY} (SEC 1) is refused: its curve may stand in another block or nowhere,
   * and {@code openssl pkey} turns such a file into this one.
   *
   * @throws KeyException PEM_SYNTAX, PEM_LABEL, KEY_ENCODING, KEY_TYPE, KEY_VALUE; KEY_MISMATCH if
   *     the file has a public key that is not that of the private key
   */
  public static SigningKey fromPem(String pem) throws KeyException {
    return fromPkcs8(Pem.decode(pem, PEM_LABEL));
  }

  /** Reads the content of such a block. */
  static SigningKey fromPkcs8(byte[] der) throws KeyException {
    Pkcs8 file = Pkcs8.decode(der);
    if (!KeyCurve.of(file.algorithm()).isSecret(file.secret())) {
      throw new KeyException(KeyFault.KEY_VALUE);
    }
    CoseKey publicKey = publicKey(file.algorithm(), file.secret());
    // Passes would name, and the trust list would hold, a key that none of them verifies with.
    Optional<byte[]> point = file.point();
    if (point.isPresent() && !Arrays.equals(point.get(), KeyCurve.point(publicKey))) {
      throw new KeyException(KeyFault.KEY_MISMATCH);
    }
    return new SigningKey(publicKey, file.secret());
  }

  private static CoseKey publicKey(SignatureAlgorithm algorithm, byte[] secret) {
    return KeyCurve.key(algorithm, KeyCurve.of(algorithm).publicKey(secret));
  }

  /**
   * An unencrypted PKCS #8 file, as OpenSSL writes it; {@link #fromPem} gives this key. Whoever
   * reads it can issue passes.
   */
  public String toPem() {
    return Pem.encode(Pkcs8.encode(publicKey, secret), PEM_LABEL);
  }

  /** The public key. */
  public CoseKey publicKey() {
    return publicKey;
  }

  /** Signs with this key. One message always gets one signature, by RFC 6979 and RFC 8032. */
  public PassSigner signer() {
    return new MemorySigner(publicKey, KeyCurve.of(publicKey.algorithm()).signer(secret));
  }

  /** Algorithm and key identifier. */
  @Override
  public String toString() {
    return "SigningKey[" + publicKey + "]";
  }

  private static final class MemorySigner implements PassSigner {
    private final CoseKey publicKey;
    private final Curve.Signer signer;

    MemorySigner(CoseKey publicKey, Curve.Signer signer) {
      this.publicKey = publicKey;
      this.signer = signer;
    }

    @Override
    public CoseKey publicKey() {
      return publicKey;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) {
      return signer.sign(toBeSigned);
    }

    @Override
    public String toString() {
      return "PassSigner[" + publicKey + "]";
    }
  }
}
