package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.Nfc;
import io.greenqr.format.internal.text.Utf8;
import io.greenqr.format.json.JsonValue;

/** A condition as the text that a policy carries: one spelling for each. */
final class ConditionText {
  private ConditionText() {}

  /** Returns {@code condition}, or throws POLICY_CONDITION for {@code field}. */
  static JsonValue require(JsonValue condition, String field) {
    String text = condition.toJson();
    InvalidValueException.require(
        isCondition(condition)
            && text.length() <= FormatLimits.MAX_CONDITION_BYTES
            && Utf8.length(text) <= FormatLimits.MAX_CONDITION_BYTES
            // Neither survives as CBOR: half a character, and a text that is not in NFC.
            && !Utf8.hasHalf(text)
            && Nfc.isNormalized(text)
            && isCanonical(text),
        FormatFault.POLICY_CONDITION,
        field);
    return condition;
  }

  /** Null reads as "no condition" to people, and would switch a rule off. */
  private static boolean isCondition(JsonValue value) {
    return value.kind() != JsonValue.Kind.NULL && value.depth() <= FormatLimits.MAX_CONDITION_DEPTH;
  }

  private static boolean isCanonical(String text) {
    try {
      return JsonValue.parse(text).toJson().equals(text);
    } catch (FormatException e) {
      return false;
    }
  }

  /** Reads {@code text}, which stands at {@code offset}. */
  static JsonValue parse(String text, int offset) throws FormatException {
    try {
      if (text.length() <= FormatLimits.MAX_CONDITION_BYTES
          && Utf8.length(text) <= FormatLimits.MAX_CONDITION_BYTES) {
        JsonValue condition = JsonValue.parse(text);
        if (isCondition(condition) && condition.toJson().equals(text)) {
          return condition;
        }
      }
    } catch (FormatException e) {
      // Not JSON, or deeper than it may be: the answer below.
    }
    throw new FormatException(FormatFault.POLICY_CONDITION, offset);
  }
}
