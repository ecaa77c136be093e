package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.SortedMap;

/**
 * Private keys with their certificates in a file under a password: PKCS #12 (RFC 7292).
 *
 * <p>The password protects the file where it is stored. What was said of a {@link SigningKey} holds
 * for a key that was read.
 */
public final class Pkcs12File {
  /** Bytes of a file. */
  public static final int MAX_SIZE = 131_072;

  private final KeyStore store;
  private final KeyEntries entries;
  private final char[] password;

  private Pkcs12File(KeyStore store, char[] password) {
    this.store = store;
    this.entries = new KeyEntries(store);
    this.password = password.clone();
  }

  /**
   * Opens a file.
   *
   * @param password of the file and of the keys in it, in ASCII: the platform reads no others; the
   *     caller may wipe the array afterwards
   * @throws KeyException KEY_ENCODING if it is no such file or a longer one than {@link #MAX_SIZE};
   *     PASSWORD_WRONG
   */
  public static Pkcs12File open(byte[] file, char[] password) throws KeyException {
    if (file.length > MAX_SIZE) {
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      return new Pkcs12File(store, password);
    } catch (IOException e) {
      // Without the cause: the parser's messages may quote what it read.
      throw new KeyException(
          e.getCause() instanceof UnrecoverableKeyException
              ? KeyFault.PASSWORD_WRONG
              : KeyFault.KEY_ENCODING);
    } catch (GeneralSecurityException e) {
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
  }

  /**
   * The aliases of the keys that passes can be signed with, and their public keys; keys of other
   * types are left out. Aliases are the friendly names in lower case, or numbers where there are
   * none.
   *
   * @return unmodifiable
   */
  public SortedMap<String, CoseKey> keys() {
    try {
      return entries.publicKeys();
    } catch (GeneralSecurityException e) {
      throw notLoaded(e);
    }
  }

  /**
   * Signs with the only key of the file.
   *
   * @throws KeyException KEY_MISSING or KEY_AMBIGUOUS if the file has not exactly one; otherwise as
   *     {@link #signer(String)}
   */
  public PassSigner signer() throws KeyException {
    try {
      return signer(entries.only());
    } catch (GeneralSecurityException e) {
      throw notLoaded(e);
    }
  }

  /**
   * Signs with a key of the file.
   *
   * @param alias of {@link #keys}; case does not matter
   * @throws KeyException KEY_MISSING; CERTIFICATE_MISSING; KEY_TYPE; PUBLIC_KEY_VALUE;
   *     PASSWORD_WRONG if the key has another one than the file; KEY_ENCODING, KEY_VALUE;
   *     KEY_MISMATCH if the certificate is one of another key
   */
  public PassSigner signer(String alias) throws KeyException {
    try {
      CoseKey publicKey = entries.publicKey(alias);
      Key privateKey = store.getKey(alias, password);
      SigningKey key = SigningKey.fromPkcs8(privateKey.getEncoded());
      // Passes would name, and the trust list would hold, a key that none of them verifies with.
      if (!key.publicKey().equals(publicKey)) {
        throw new KeyException(KeyFault.KEY_MISMATCH);
      }
      return key.signer();
    } catch (UnrecoverableKeyException e) {
      throw new KeyException(KeyFault.PASSWORD_WRONG);
    } catch (GeneralSecurityException e) {
      throw new KeyException(KeyFault.KEY_ENCODING);
    }
  }

  private static IllegalStateException notLoaded(GeneralSecurityException e) {
    return new IllegalStateException("a key store that was loaded stays so", e);
  }

  /** The keys. */
  @Override
  public String toString() {
    return "Pkcs12File" + keys();
  }
}
