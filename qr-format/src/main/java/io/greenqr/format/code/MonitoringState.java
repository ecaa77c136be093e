package io.greenqr.format.code;

import java.util.Optional;

/**
 * Where a person stands in monitoring, in the terms of the Vietnamese guidance of 2021: F0 is a
 * confirmed case, F1 a contact of one.
 */
public enum MonitoringState implements TableCode {
  /** A case (F0) isolating and monitored at home. */
  CASE_AT_HOME(1, "case-at-home", "840539006"),
  /** A case (F0) in a treatment or isolation facility. */
  CASE_IN_FACILITY(2, "case-in-facility", "840539006"),
  /** A contact (F1) in quarantine. */
  CONTACT_IN_QUARANTINE(3, "contact-in-quarantine", "840546002"),
  /** Released: isolation or quarantine was ended by the authority. */
  RELEASED(4, "released", "");

  private final int code;
  private final String jsonName;
  private final String snomed;

  MonitoringState(int code, String jsonName, String snomed) {
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
