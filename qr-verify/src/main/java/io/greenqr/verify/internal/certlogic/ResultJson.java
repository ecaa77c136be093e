package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** From the value of an evaluation over JSON back to JSON. */
public final class ResultJson {
  private ResultJson() {}

  /** The value as JSON, or null if it is too large or too deep. */
  public static @Nullable JsonValue of(Value value) {
    return null;
  }
}
