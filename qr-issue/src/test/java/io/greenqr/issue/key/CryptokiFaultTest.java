package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.ProviderException;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Return values that SoftHSM does not give, above all that of a locked PIN: it never locks one. The
 * chains are those that SunPKCS11 was seen to throw.
 */
class CryptokiFaultTest {
  private static LoginException login(String message) {
    LoginException e = new FailedLoginException();
    e.initCause(new Exception(message));
    return e;
  }

  @ParameterizedTest
  @CsvSource({
    "CKR_PIN_INCORRECT, PIN_WRONG",
    "CKR_PIN_INVALID, PIN_WRONG",
    "CKR_PIN_LEN_RANGE, PIN_WRONG",
    "CKR_PIN_LOCKED, PIN_LOCKED",
    "CKR_PIN_EXPIRED, PIN_LOCKED",
    "CKR_USER_PIN_NOT_INITIALIZED, PIN_LOCKED",
    "CKR_TOKEN_NOT_PRESENT, TOKEN_MISSING",
    "CKR_DEVICE_REMOVED, TOKEN_MISSING",
    "CKR_TOKEN_NOT_RECOGNIZED, TOKEN_MISSING",
    "CKR_DEVICE_ERROR, TOKEN_FAILED",
    "CKR_FUNCTION_FAILED, TOKEN_FAILED",
    "CKR_PIN_LOCKED_OR_SO, TOKEN_FAILED",
    "0x80000001, TOKEN_FAILED",
    "no value at all, TOKEN_FAILED",
  })
  void tellsAWrongPinFromALockedOne(String message, KeyFault fault) {
    assertEquals(fault, CryptokiFault.ofLogin(login(message)));
  }

  @Test
  void readsTheValueWhereverItStands() {
    assertEquals(KeyFault.PIN_LOCKED, CryptokiFault.ofLogin(login("C_Login: CKR_PIN_LOCKED (1)")));
    assertEquals(KeyFault.PIN_LOCKED, CryptokiFault.ofLogin(new LoginException("CKR_PIN_LOCKED")));
    assertEquals(KeyFault.TOKEN_FAILED, CryptokiFault.ofLogin(new LoginException()));
  }

  @Test
  void tellsALibraryFromASlot() {
    assertEquals(
        KeyFault.TOKEN_LIBRARY,
        CryptokiFault.ofSlot(new ProviderException("failed", new IOException("invalid header"))));
    assertEquals(
        KeyFault.TOKEN_MISSING,
        CryptokiFault.ofSlot(new ProviderException("failed", new ProviderException("only 1"))));
    assertEquals(
        KeyFault.TOKEN_FAILED,
        CryptokiFault.ofSlot(
            new ProviderException("failed", new Exception("CKR_CRYPTOKI_ALREADY_INITIALIZED"))));
    // A value of the vendor's own is a value, and not the end of the slots.
    assertEquals(
        KeyFault.TOKEN_FAILED,
        CryptokiFault.ofSlot(new ProviderException("failed", new Exception("0x80000001"))));
  }

  @Test
  void endsInACircleOfCauses() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);
    assertEquals(Optional.empty(), CryptokiFault.returnValue(first));
    assertEquals(KeyFault.TOKEN_MISSING, CryptokiFault.ofSlot(first));
  }
}
