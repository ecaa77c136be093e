package io.greenqr.format.code;

/**
 * How a test was made, with the LOINC part numbers that the EU certificate uses (value set {@code
 * test-type}).
 */
public enum TestMethod implements TableCode {
  /** Nucleic acid amplification with probe detection, such as RT-PCR. */
  NUCLEIC_ACID(1, "nucleic-acid", "LP6464-4"),
  /** Rapid immunoassay for antigen. */
  ANTIGEN(2, "antigen", "LP217198-3");

  private final int code;
  private final String jsonName;
  private final String dcc;

  TestMethod(int code, String jsonName, String dcc) {
    this.code = code;
    this.jsonName = jsonName;
    this.dcc = dcc;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** The EU certificate's {@code tt}: a LOINC part number. */
  public String dccType() {
    return dcc;
  }
}
