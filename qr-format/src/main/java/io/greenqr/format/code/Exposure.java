package io.greenqr.format.code;

import java.util.Optional;

/** Exposures of the last 14 days that a person declares; {@link #code()} is the bit in the set. */
public enum Exposure implements TableCode {
  /** Contact with a person who has the disease. */
  PATIENT_CONTACT(0, "patient-contact", "840546002"),
  /** Stay in or travel through an area of an epidemic. */
  EPIDEMIC_AREA(1, "epidemic-area", ""),
  /** Visit to a market of live animals, or contact with animals there. */
  ANIMAL_MARKET(2, "animal-market", ""),
  /** Contact with a person who has symptoms. */
  SUSPECT_CONTACT(3, "suspect-contact", ""),
  /** Return from abroad. */
  ABROAD(4, "abroad", "");

  private final int code;
  private final String jsonName;
  private final String snomed;

  Exposure(int code, String jsonName, String snomed) {
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

  /** The SNOMED CT concept; empty where none says the same. */
  public Optional<String> snomed() {
    return snomed.isEmpty() ? Optional.empty() : Optional.of(snomed);
  }
}
