package io.greenqr.issue.key;

/**
 * A key that exists cannot sign now: the security module is not reachable, the session is closed,
 * the provider failed. Trying again later may help.
 */
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A failure to sign.
   *
   * @param message for operators; nothing of what was to be signed
   */
  public SigningException(String message) {
    super(message);
  }

  /**
   * A failure to sign, with what the platform says about it.
   *
   * @param message for operators; nothing of what was to be signed
   */
  public SigningException(String message, Throwable cause) {
    super(message, cause);
  }
}
