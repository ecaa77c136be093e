package io.greenqr.issue.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;

/**
 * Providers for one token each, made from the platform's SunPKCS11 and never installed: a library
 * that changes the providers of its process changes what other code signs and verifies with.
 */
final class Cryptoki {
  /** Slots that are searched for a label; network modules show hundreds. */
  private static final int MAX_SLOTS = 1024;

  /**
   * What is made in a token stays there: it outlives the session, needs the PIN, and is not handed
   * out, neither in the clear nor wrapped.
   */
  private static final String ATTRIBUTES =
      """
      attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
        CKA_TOKEN = true
        CKA_PRIVATE = true
        CKA_SENSITIVE = true
        CKA_EXTRACTABLE = false
        CKA_SIGN = true
        CKA_DERIVE = false
      }
      """;

  private Cryptoki() {}

  static AuthProvider provider(Path library, TokenSlot slot) throws KeyException {
    String quoted = quoted(library);
    return slot.isLabel() ? search(quoted, slot.label()) : configure(quoted, slot);
  }

  /**
   * The path as a string of the configuration, which has no spelling for some characters and
   * replaces others by system properties.
   */
  private static String quoted(Path library) throws KeyException {
    String path = library.toAbsolutePath().toString();
    if (!Files.isRegularFile(library)
        || path.contains("${")
        || path.chars().anyMatch(Character::isISOControl)) {
      throw new KeyException(KeyFault.TOKEN_LIBRARY);
    }
    return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Provider platform() throws KeyException {
    Provider platform = Security.getProvider("SunPKCS11");
    if (platform == null) {
      throw new KeyException(KeyFault.TOKEN_PLATFORM);
    }
    return platform;
  }

  private static AuthProvider configure(String library, TokenSlot slot) throws KeyException {
    Provider platform = platform();
    Provider provider;
    try {
      provider =
          platform.configure(
              "--name = GreenQR\nlibrary = %s\n%s\n%s"
                  .formatted(library, slot.configuration(), ATTRIBUTES));
    } catch (ProviderException e) {
      throw new KeyException(CryptokiFault.ofSlot(e), e);
    }
    // An empty slot gives a provider without algorithms, which waits for a token.
    if (provider.getService("KeyStore", "PKCS11") == null) {
      throw new KeyException(KeyFault.TOKEN_MISSING);
    }
    return (AuthProvider) provider;
  }

  /** Looks at every slot, without a PIN. */
  private static AuthProvider search(String library, String label) throws KeyException {
    TokenLabel.requireReadable(platform());
    AuthProvider found = null;
    for (int index = 0; index < MAX_SLOTS; index++) {
      AuthProvider next;
      try {
        next = configure(library, TokenSlot.index(index));
      } catch (KeyException e) {
        if (e.fault() != KeyFault.TOKEN_MISSING) {
          throw e;
        }
        if (CryptokiFault.isEndOfSlots(e)) {
          break;
        }
        continue;
      }
      if (TokenLabel.of(next).equals(label)) {
        if (found != null) {
          throw new KeyException(KeyFault.TOKEN_AMBIGUOUS);
        }
        found = next;
      }
    }
    if (found == null) {
      throw new KeyException(KeyFault.TOKEN_MISSING);
    }
    return found;
  }
}
