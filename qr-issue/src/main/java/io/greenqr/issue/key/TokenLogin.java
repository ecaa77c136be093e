package io.greenqr.issue.key;

import java.security.AuthProvider;
import java.security.ProviderException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;

/** The time between a login to a token and the end of its use. */
final class TokenLogin {
  private final AuthProvider provider;
  private final boolean own;
  private final AtomicBoolean closed = new AtomicBoolean();

  private TokenLogin(AuthProvider provider, boolean own) {
    this.provider = provider;
    this.own = own;
  }

  static TokenLogin of(AuthProvider provider, char[] pin) throws KeyException {
    AtomicBoolean asked = new AtomicBoolean();
    CallbackHandler handler =
        callbacks -> {
          for (Callback callback : callbacks) {
            if (!(callback instanceof PasswordCallback password)) {
              throw new UnsupportedCallbackException(callback);
            }
            password.setPassword(pin);
            asked.set(true);
          }
        };
    try {
      provider.login(null, handler);
      return new TokenLogin(provider, asked.get());
    } catch (LoginException e) {
      throw new KeyException(CryptokiFault.ofLogin(e), e);
    } catch (ProviderException e) {
      throw new KeyException(CryptokiFault.ofSlot(e), e);
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("the token was closed");
    }
  }

  void close() {
    // Who was not asked for a PIN found the token open, and would close it under others.
    if (closed.compareAndSet(false, true) && own) {
      try {
        provider.logout();
      } catch (LoginException | ProviderException e) {
        // The token is gone, and the login with it.
        return;
      }
    }
  }
}
