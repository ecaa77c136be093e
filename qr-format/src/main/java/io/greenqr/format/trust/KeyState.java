package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.time.Instant;

/**
 * Why a key signs no more, and since when.
 *
 * <pre>{@code
 * keyState = [ 1 / 2, since-time ]       ; 1 retired, 2 revoked; absent: active
 * }</pre>
 *
 * <p>Passes issued before that time hold. A thief writes any time into a pass, so for a stolen key
 * the time must lie before everything that is to end.
 */
public final class KeyState {
  private static final int RETIRED = 1;
  private static final int REVOKED = 2;

  private final int code;
  private final Instant since;

  private KeyState(int code, Instant since) {
    this.code = code;
    this.since = InvalidValueException.requireNumericDate(since, "since");
  }

  /**
   * The key was put away in good order.
   *
   * @param since passes issued at this second or later do not hold
   * @throws InvalidValueException TIME_RANGE
   */
  public static KeyState retired(Instant since) {
    return new KeyState(RETIRED, since);
  }

  /**
   * Others may have the key.
   *
   * @param since passes issued at this second or later do not hold
   * @throws InvalidValueException TIME_RANGE
   */
  public static KeyState revoked(Instant since) {
    return new KeyState(REVOKED, since);
  }

  static KeyState of(int code, Instant since) {
    InvalidValueException.require(
        code == RETIRED || code == REVOKED, FormatFault.KEY_STATE, "state");
    return new KeyState(code, since);
  }

  int code() {
    return code;
  }

  /** Whether others may have the key. */
  public boolean isRevoked() {
    return code == REVOKED;
  }

  /** The first second of issue that does not hold. */
  public Instant since() {
    return since;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyState that && that.code == code && that.since.equals(since);
  }

  @Override
  public int hashCode() {
    return 31 * code + since.hashCode();
  }

  @Override
  public String toString() {
    return (isRevoked() ? "revoked since " : "retired since ") + since;
  }
}
