package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a private key of the platform: of a file, or of a security module through PKCS #11,
 * whose key never enters this process.
 */
public final class JcaSigner implements PassSigner {
  /** Signed once on set-up. No {@code Sig_structure} starts so: it proves the pair and no pass. */
  private static final byte[] PROBE = "GQ1 key pair".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey privateKey;
  private final CoseKey publicKey;
  private final @Nullable Provider provider;
  private final JcaAlgorithm algorithm;

  private JcaSigner(
      PrivateKey privateKey,
      CoseKey publicKey,
      @Nullable Provider provider,
      JcaAlgorithm algorithm) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.provider = provider;
    this.algorithm = algorithm;
  }

  /**
   * Signs with the first installed provider that takes the key.
   *
   * @throws KeyException as {@link #of(PrivateKey, CoseKey, Provider)} does
   */
  public static JcaSigner of(PrivateKey privateKey, CoseKey publicKey) throws KeyException {
    return find(privateKey, publicKey, null);
  }

  /**
   * Signs with {@code provider}, which need not be installed. Makes one signature, to learn how the
   * provider calls the algorithm and that the two keys are a pair.
   *
   * @param publicKey of the private key; {@link SubjectPublicKeyInfo} converts it
   * @throws KeyException PUBLIC_KEY_VALUE; PROVIDER if it does not sign with this key at all;
   *     KEY_MISMATCH if what it signs does not verify with the public key
   */
  public static JcaSigner of(PrivateKey privateKey, CoseKey publicKey, Provider provider)
      throws KeyException {
    return find(privateKey, publicKey, Objects.requireNonNull(provider));
  }

  private static JcaSigner find(
      PrivateKey privateKey, CoseKey publicKey, @Nullable Provider provider) throws KeyException {
    KeyCurve.requirePoint(publicKey);
    Exception refusal = null;
    for (JcaAlgorithm algorithm : JcaAlgorithm.of(publicKey.algorithm())) {
      JcaSigner signer = new JcaSigner(privateKey, publicKey, provider, algorithm);
      byte[] signature;
      try {
        signature = signer.signature(PROBE);
      } catch (GeneralSecurityException | ProviderException e) {
        refusal = e;
        continue;
      }
      if (!algorithm
          .normalized(signature)
          .map(it -> KeyCurve.verify(publicKey, PROBE, it))
          .orElse(false)) {
        throw new KeyException(KeyFault.KEY_MISMATCH);
      }
      return signer;
    }
    throw new KeyException(KeyFault.PROVIDER, Objects.requireNonNull(refusal));
  }

  /**
   * A new {@code Signature} for every message: the objects are not for use by several threads, and
   * one of SunEC that threw once goes on to fail.
   */
  private byte[] signature(byte[] message) throws GeneralSecurityException {
    Signature signature =
        provider == null
            ? Signature.getInstance(algorithm.jcaName())
            : Signature.getInstance(algorithm.jcaName(), provider);
    signature.initSign(privateKey);
    signature.update(message);
    return signature.sign();
  }

  @Override
  public CoseKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws SigningException {
    byte[] signature;
    try {
      signature = signature(toBeSigned);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new SigningException("the provider did not sign", e);
    }
    Optional<byte[]> normalized = algorithm.normalized(signature);
    return normalized.orElseThrow(
        () -> new SigningException("the provider returned no signature of " + algorithm.jcaName()));
  }

  /** Key and the name by which the platform knows the algorithm. */
  @Override
  public String toString() {
    return "JcaSigner[" + publicKey + ", " + algorithm.jcaName() + "]";
  }
}
