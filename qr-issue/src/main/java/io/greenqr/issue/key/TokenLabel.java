package io.greenqr.issue.key;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.Provider;

/**
 * The label of a token, which SunPKCS11 reads on set-up and has no accessor for. Internals of the
 * platform may change with every release: whatever is not as expected ends as TOKEN_PLATFORM.
 */
final class TokenLabel {
  private TokenLabel() {}

  /**
   * Ends in TOKEN_PLATFORM where no label can be read, whatever the slots hold: a token in one of
   * them that is out of order is not what keeps this process from finding another.
   *
   * @param platform SunPKCS11, not configured
   */
  static void requireReadable(Provider platform) throws KeyException {
    try {
      platform.getClass().getDeclaredField("token").setAccessible(true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new KeyException(KeyFault.TOKEN_PLATFORM, e);
    }
  }

  static String of(Provider provider) throws KeyException {
    try {
      Object token = field(provider, "token");
      Object label = field(field(token, "tokenInfo"), "label");
      if (label instanceof char[] characters) {
        // One byte of UTF-8 in each char, filled up with blanks.
        byte[] bytes = new String(characters).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new KeyException(KeyFault.TOKEN_PLATFORM, e);
    }
    throw new KeyException(KeyFault.TOKEN_PLATFORM);
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
