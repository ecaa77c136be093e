package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An open token of a security module (HSM), a smart card or SoftHSM, through its PKCS #11 library
 * and the platform's provider SunPKCS11. Private keys are used in the token and never leave it.
 *
 * <p>Keys are P-256. Up to and including Java 25, SunPKCS11 does not sign with Ed25519: such a key
 * in a token gives PROVIDER. A key is found only if the token has its certificate as well, with the
 * same {@code CKA_ID}.
 *
 * <p>PKCS #11 logs in a process, not a caller. If other code in this process is logged in to the
 * token already, the token asks for no PIN and the given one is not checked; and when that code
 * logs out, keys from here no longer sign. So open a token once and share it: all methods are safe
 * for use by many threads.
 */
public final class Pkcs11Token implements AutoCloseable {
  /** Aliases that every tool and shell writes alike; SunPKCS11 garbles letters beyond ASCII. */
  private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final AuthProvider provider;
  private final TokenLogin login;

  private Pkcs11Token(AuthProvider provider, TokenLogin login) {
    this.provider = provider;
    this.login = login;
  }

  /**
   * Opens a token and logs in as its user, with one attempt.
   *
   * @param library the PKCS #11 library; it is loaded into this process and can do all that the
   *     process can
   * @param pin the user's PIN; the caller may wipe the array afterwards
   * @throws KeyException TOKEN_LIBRARY, TOKEN_MISSING, TOKEN_AMBIGUOUS, TOKEN_PLATFORM; PIN_WRONG,
   *     PIN_LOCKED; TOKEN_FAILED
   */
  public static Pkcs11Token open(Path library, TokenSlot slot, char[] pin) throws KeyException {
    AuthProvider provider = Cryptoki.provider(library, slot);
    return new Pkcs11Token(provider, TokenLogin.of(provider, pin));
  }

  /**
   * The aliases ({@code CKA_LABEL}) of the keys with a certificate, and their public keys; keys of
   * other types than passes have are left out. Read from the token with every call.
   *
   * @return unmodifiable
   * @throws KeyException TOKEN_FAILED
   * @throws IllegalStateException once closed, as all methods but {@link #close}
   */
  public SortedMap<String, CoseKey> keys() throws KeyException {
    return inToken(store -> new KeyEntries(store).publicKeys());
  }

  /**
   * Signs with the only key of the token.
   *
   * @throws KeyException KEY_MISSING or KEY_AMBIGUOUS if the token has not exactly one; otherwise
   *     as {@link #signer(String)}
   */
  public PassSigner signer() throws KeyException {
    return inToken(store -> signer(store, new KeyEntries(store).only()));
  }

  /**
   * Signs with a key of the token, until it is closed. Makes one signature, to see that the key
   * works and is that of the certificate.
   *
   * @throws KeyException KEY_MISSING; KEY_AMBIGUOUS if several keys have this alias; KEY_TYPE,
   *     PUBLIC_KEY_VALUE; KEY_EXTRACTABLE; KEY_MISMATCH, PROVIDER; TOKEN_FAILED
   */
  public PassSigner signer(String alias) throws KeyException {
    return inToken(store -> signer(store, alias));
  }

  private PassSigner signer(KeyStore store, String alias)
      throws GeneralSecurityException, KeyException {
    CoseKey publicKey = new KeyEntries(store).publicKey(alias);
    if (!(store.getKey(alias, null) instanceof PrivateKey key)) {
      throw new KeyException(KeyFault.KEY_MISSING);
    }
    // Only a key that the token hands out has a format; to ask for its encoding would fetch it.
    if (key.getFormat() != null) {
      throw new KeyException(KeyFault.KEY_EXTRACTABLE);
    }
    return new TokenSigner(JcaSigner.of(key, publicKey, provider), login);
  }

  /**
   * Makes a P-256 key pair in the token: stored there, sensitive, not extractable, for signing
   * only. A self-signed certificate is stored with it, because a key without one is not found
   * again; it says nothing and is to be trusted by nobody. If storing it fails, the private key
   * stays behind, for the token's own tools to delete.
   *
   * @param alias 1 to 64 of {@code A-Z a-z 0-9 . _ -}
   * @return signs with the new key
   * @throws IllegalArgumentException if the alias has other characters
   * @throws KeyException KEY_EXISTS; TOKEN_FAILED, among others if the token is write-protected;
   *     otherwise as {@link #signer(String)}
   */
  public PassSigner generate(String alias) throws KeyException {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException("an alias has 1 to 64 of A-Z a-z 0-9 . _ -");
    }
    return inToken(
        store -> {
          if (store.containsAlias(alias)) {
            throw new KeyException(KeyFault.KEY_EXISTS);
          }
          KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
          generator.initialize(new ECGenParameterSpec("secp256r1"));
          KeyPair pair = generator.generateKeyPair();
          CoseKey publicKey = SubjectPublicKeyInfo.of(pair.getPublic());
          PassSigner signer = JcaSigner.of(pair.getPrivate(), publicKey, provider);
          Certificate certificate = PlaceholderCertificate.of(alias, signer);
          store.setKeyEntry(alias, pair.getPrivate(), null, new Certificate[] {certificate});
          return signer(store, alias);
        });
  }

  private interface Use<T> {
    T of(KeyStore store)
        throws GeneralSecurityException, IOException, KeyException, SigningException;
  }

  /** What the token holds now: others may have put keys there, or taken them away. */
  private <T> T inToken(Use<T> use) throws KeyException {
    login.requireOpen();
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, null);
      return use.of(store);
    } catch (GeneralSecurityException | IOException | ProviderException | SigningException e) {
      throw new KeyException(KeyFault.TOKEN_FAILED, e);
    }
  }

  /** Logs out, if this object logged in. No key from here signs any more. */
  @Override
  public void close() {
    login.close();
  }

  /** The provider's name; nothing about keys. */
  @Override
  public String toString() {
    return "Pkcs11Token[" + provider.getName() + "]";
  }
}
