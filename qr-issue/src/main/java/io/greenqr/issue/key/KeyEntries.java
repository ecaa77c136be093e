package io.greenqr.issue.key;

import io.greenqr.format.cose.CoseKey;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The private keys of a key store, and the public keys that their certificates tell. */
final class KeyEntries {
  private final KeyStore store;

  KeyEntries(KeyStore store) {
    this.store = store;
  }

  private List<String> aliases() throws KeyStoreException {
    List<String> aliases = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (isKey(alias)) {
        aliases.add(alias);
      }
    }
    return aliases;
  }

  private boolean isKey(String alias) throws KeyStoreException {
    return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
  }

  /** All that passes can be signed with; a store may hold keys for other purposes. */
  SortedMap<String, CoseKey> publicKeys() throws KeyStoreException {
    SortedMap<String, CoseKey> keys = new TreeMap<>();
    for (String alias : aliases()) {
      usable(alias).ifPresent(key -> keys.put(alias, key));
    }
    return Collections.unmodifiableSortedMap(keys);
  }

  private Optional<CoseKey> usable(String alias) throws KeyStoreException {
    try {
      return Optional.of(publicKey(alias));
    } catch (KeyException e) {
      return Optional.empty();
    }
  }

  /** The alias of the one private key. */
  String only() throws KeyStoreException, KeyException {
    List<String> aliases = aliases();
    if (aliases.size() != 1) {
      throw new KeyException(aliases.isEmpty() ? KeyFault.KEY_MISSING : KeyFault.KEY_AMBIGUOUS);
    }
    return aliases.get(0);
  }

  CoseKey publicKey(String alias) throws KeyStoreException, KeyException {
    if (!isKey(alias)) {
      throw new KeyException(missing(alias));
    }
    Certificate certificate = store.getCertificate(alias);
    if (certificate == null) {
      throw new KeyException(KeyFault.CERTIFICATE_MISSING);
    }
    return SubjectPublicKeyInfo.of(certificate.getPublicKey());
  }

  /** SunPKCS11 tells objects with one label apart by issuer and serial number behind a slash. */
  private KeyFault missing(String alias) throws KeyStoreException {
    for (String other : aliases()) {
      if (other.startsWith(alias + "/")) {
        return KeyFault.KEY_AMBIGUOUS;
      }
    }
    return KeyFault.KEY_MISSING;
  }
}
