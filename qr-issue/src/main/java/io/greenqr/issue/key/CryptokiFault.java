package io.greenqr.issue.key;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.LoginException;

/**
 * What went wrong with a token, from the return value (PKCS #11, {@code CKR_…}) of its library.
 * SunPKCS11 has it in the message of a cause: the exception's own type is not exported.
 */
final class CryptokiFault {
  /** By name, or in hexadecimal if it is one of the vendor's own. */
  private static final Pattern RETURN_VALUE =
      Pattern.compile("\\b(?:CKR_[A-Z0-9_]+|0x[0-9a-fA-F]+)\\b");

  /** No chain of causes is longer, but a broken one may be a circle. */
  private static final int MAX_CAUSES = 16;

  private CryptokiFault() {}

  static Optional<String> returnValue(Throwable e) {
    Throwable next = e;
    for (int i = 0; next != null && i < MAX_CAUSES; i++) {
      String message = next.getMessage();
      Matcher matcher = RETURN_VALUE.matcher(message == null ? "" : message);
      if (matcher.find()) {
        return Optional.of(matcher.group());
      }
      next = next.getCause();
    }
    return Optional.empty();
  }

  /** Of a failure to open a slot. */
  static KeyFault ofSlot(Throwable e) {
    Throwable next = e;
    for (int i = 0; next != null && i < MAX_CAUSES; i++) {
      if (next instanceof IOException) {
        return KeyFault.TOKEN_LIBRARY;
      }
      next = next.getCause();
    }
    return returnValue(e).map(CryptokiFault::of).orElse(KeyFault.TOKEN_MISSING);
  }

  /** Behind the last slot SunPKCS11 says so in words, and the library was not asked. */
  static boolean isEndOfSlots(KeyException e) {
    return e.getCause() != null && returnValue(e).isEmpty();
  }

  /** Of a failure to log in. */
  static KeyFault ofLogin(LoginException e) {
    return returnValue(e).map(CryptokiFault::of).orElse(KeyFault.TOKEN_FAILED);
  }

  private static KeyFault of(String returnValue) {
    return switch (returnValue) {
      case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" -> KeyFault.PIN_WRONG;
      case "CKR_PIN_LOCKED", "CKR_PIN_EXPIRED", "CKR_USER_PIN_NOT_INITIALIZED" ->
          KeyFault.PIN_LOCKED;
      case "CKR_SLOT_ID_INVALID",
          "CKR_TOKEN_NOT_PRESENT",
          "CKR_TOKEN_NOT_RECOGNIZED",
          "CKR_DEVICE_REMOVED" ->
          KeyFault.TOKEN_MISSING;
      default -> KeyFault.TOKEN_FAILED;
    };
  }
}
