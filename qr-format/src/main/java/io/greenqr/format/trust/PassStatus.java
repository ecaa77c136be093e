package io.greenqr.format.trust;

import io.greenqr.format.code.TableCode;

/**
 * What an authority says about a pass after it was issued: the status types of the IETF Token
 * Status List (draft-ietf-oauth-status-list section 7.1), two bits each.
 */
public enum PassStatus implements TableCode {
  /** Nothing is held against the pass. */
  VALID(0, "valid"),
  /** Stopped for good; never undone. */
  REVOKED(1, "revoked"),
  /** Stopped for now, as for an infected person or a contact; may be lifted. */
  SUSPENDED(2, "suspended"),
  /** Holds in some places only; the draft leaves this value to the application. */
  RESTRICTED(3, "restricted");

  private final int code;
  private final String jsonName;

  PassStatus(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  /**
   * The status of a two-bit value.
   *
   * @param code 0 to 3
   * @throws IllegalArgumentException for any other number
   */
  public static PassStatus ofCode(int code) {
    return switch (code) {
      case 0 -> VALID;
      case 1 -> REVOKED;
      case 2 -> SUSPENDED;
      case 3 -> RESTRICTED;
      default -> throw new IllegalArgumentException("status " + code);
    };
  }

  /** The two-bit value in a status list. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }
}
