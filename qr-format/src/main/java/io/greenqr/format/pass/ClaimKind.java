package io.greenqr.format.pass;

import io.greenqr.format.code.TableCode;

/**
 * The kinds of claims that a pass carries, one statement of each at most.
 *
 * <pre>{@code
 * statements = {
 *   ? 1 => declaration,
 *   ? 2 => vaccination,
 *   ? 3 => tests,
 *   ? 4 => monitoring,
 * } .and { + any => any }
 * }</pre>
 */
public enum ClaimKind implements TableCode {
  /** What the person declares about symptoms and exposures: {@link Declaration}. */
  DECLARATION(1, "declaration"),
  /** Doses of a vaccine: {@link Vaccination}. */
  VACCINATION(2, "vaccination"),
  /** Test results: {@link Tests}. */
  TEST(3, "test"),
  /** Monitoring of a case or contact: {@link Monitoring}. */
  MONITORING(4, "monitoring");

  private final int code;
  private final String jsonName;

  ClaimKind(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  /** The key in the map of statements. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }
}
