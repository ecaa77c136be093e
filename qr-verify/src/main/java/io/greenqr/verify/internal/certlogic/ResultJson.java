package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the value of an evaluation over JSON back to JSON. A value may hold the same array many
 * times over, so that few steps make a result that no memory holds: it is counted before it is
 * built.
 */
public final class ResultJson {
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  private int left = Limits.MAX_RESULT;

  private ResultJson() {}

  /**
   * The value as JSON, or null if it is too large or too deep.
   *
   * @throws IllegalArgumentException for objects that are not of JSON
   */
  public static @Nullable JsonValue of(Value value) {
    try {
      return new ResultJson().json(value, 1);
    } catch (TooLarge e) {
      return null;
    }
  }

  private JsonValue json(Value value, int depth) throws TooLarge {
    if (value instanceof TextValue text) {
      count(text.text().length());
      return JsonValue.of(text.text());
    }
    count(0);
    if (value instanceof IntegerValue integer) {
      return JsonValue.of(integer.value());
    }
    if (value instanceof BooleanValue) {
      return JsonValue.of(value.isTruthy());
    }
    if (value instanceof NullValue) {
      return JsonValue.nothing();
    }
    if (value instanceof DateTimeValue date) {
      return JsonValue.of(date.text());
    }
    if (value instanceof FractionValue fraction) {
      return fraction.number();
    }
    if (depth > JsonValue.MAX_DEPTH) {
      throw new TooLarge();
    }
    if (value instanceof ArrayView array) {
      return array(array, depth);
    }
    if (value instanceof JsonObject object) {
      return object(object, object.members().keySet(), depth);
    }
    if (value instanceof Operations.LambdaData data) {
      return object(data, Operations.LambdaData.NAMES, depth);
    }
    throw new IllegalArgumentException("no JSON: " + value);
  }

  private JsonValue array(ArrayView array, int depth) throws TooLarge {
    List<JsonValue> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      elements.add(json(array.at(i), depth + 1));
    }
    return JsonValue.array(elements);
  }

  private JsonValue object(ObjectView object, Collection<String> names, int depth) throws TooLarge {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name : names) {
      count(name.length());
      members.put(name, json(object.member(name), depth + 1));
    }
    return JsonValue.object(members);
  }

  private void count(int more) throws TooLarge {
    left -= 1 + more;
    if (left < 0) {
      throw new TooLarge();
    }
  }
}
