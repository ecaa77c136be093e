package io.greenqr.issue.key;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/** Keys as other programs put them into a token. */
final class TokenKeys {
  private final Provider provider;
  private final KeyStore store;

  private TokenKeys(Provider provider, KeyStore store) {
    this.provider = provider;
    this.store = store;
  }

  /**
   * In the main token, which somebody has opened.
   *
   * @param attributes of private keys, in the place of sensitive and unextractable ones
   */
  static TokenKeys in(SoftHsm hsm, String attributes) throws Exception {
    String chosen =
        attributes.isEmpty() ? "CKA_SENSITIVE = true\nCKA_EXTRACTABLE = false" : attributes;
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure(
                """
                --name = Other
                library = %s
                %s
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                CKA_TOKEN = true
                CKA_PRIVATE = true
                CKA_SIGN = true
                %s
                }
                """
                    .formatted(hsm.library(), hsm.main().configuration(), chosen));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, SoftHsm.PIN);
    return new TokenKeys(provider, store);
  }

  Provider provider() {
    return provider;
  }

  PrivateKey put(String alias) throws Exception {
    KeyPair pair = ec("secp256r1", provider);
    return put(alias, pair.getPrivate(), pair.getPublic());
  }

  void putP384(String alias) throws Exception {
    KeyPair pair = ec("secp384r1", provider);
    put(alias, pair.getPrivate(), pair.getPublic());
  }

  void putRsa(String alias) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    put(alias, pair.getPrivate(), pair.getPublic());
  }

  void putWithCertificateOfAnother(String alias) throws Exception {
    put(
        alias,
        ec("secp256r1", provider).getPrivate(),
        ec("secp256r1", Security.getProvider("SunEC")).getPublic());
  }

  private PrivateKey put(String alias, Key key, PublicKey publicKey) throws Exception {
    Certificate certificate =
        Authority.root("CN=" + alias).issue(publicKey, Instant.EPOCH, Authority.LATER);
    store.setKeyEntry(alias, key, null, new Certificate[] {certificate});
    return (PrivateKey) key;
  }

  private static KeyPair ec(String curve, Provider provider) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }
}
