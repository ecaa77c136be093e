package io.greenqr.format.code;

/**
 * What a test found, with the SNOMED CT concepts that the EU certificate uses (value set {@code
 * test-result}); inconclusive is not among those.
 */
public enum TestResult implements TableCode {
  /** Not detected: a negative test. */
  NOT_DETECTED(1, "not-detected", "260415000"),
  /** Detected: a positive test. */
  DETECTED(2, "detected", "260373001"),
  /** Inconclusive: no answer; to be repeated. */
  INCONCLUSIVE(3, "inconclusive", "419984006");

  private final int code;
  private final String jsonName;
  private final String snomed;

  TestResult(int code, String jsonName, String snomed) {
    this.code = code;
    this.jsonName = jsonName;
    this.snomed = snomed;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** The EU certificate's {@code tr}: a SNOMED CT concept. */
  public String dccResult() {
    return snomed;
  }
}
