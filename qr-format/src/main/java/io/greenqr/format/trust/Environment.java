package io.greenqr.format.trust;

import io.greenqr.format.code.TableCode;

/**
 * Which of two worlds a document belongs to. A verifier takes documents of its own only: a test key
 * must never open a production gate.
 *
 * <pre>{@code
 * environment = 1 / 2
 * }</pre>
 */
public enum Environment implements TableCode {
  /** Real people's passes. */
  PRODUCTION(1, "production"),
  /** Everything else. */
  TEST(2, "test");

  private final int code;
  private final String jsonName;

  Environment(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  /** The number in a document. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }
}
