package io.greenqr.format.policy;

import io.greenqr.format.code.TableCode;

/** The colour of an answer, from the best to the worst. */
public enum TrafficLight implements TableCode {
  /** May enter. */
  GREEN(1, "green"),
  /** Something must be looked at or done first. */
  YELLOW(2, "yellow"),
  /** May not enter. */
  RED(3, "red");

  private final int code;
  private final String jsonName;

  TrafficLight(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** The worse of the two. */
  public TrafficLight worse(TrafficLight that) {
    return compareTo(that) >= 0 ? this : that;
  }
}
