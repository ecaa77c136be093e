package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that are built from JSON at once, as another package of the module would build them. */
public final class Views {
  private Views() {}

  /** A value, and all that is inside. */
  public static Value eager(JsonValue json) {
    return switch (json.kind()) {
      case ARRAY -> array(json.elements().stream().map(Views::eager).toList());
      case OBJECT -> {
        Map<String, Value> members = new HashMap<>();
        json.members().forEach((name, member) -> members.put(name, eager(member)));
        yield object(members);
      }
      default -> Value.of(json);
    };
  }

  static ArrayView array(List<Value> values) {
    return new ArrayView() {
      @Override
      public int size() {
        return values.size();
      }

      @Override
      public Value at(int index) {
        return values.get(index);
      }
    };
  }

  static ObjectView object(Map<String, Value> members) {
    return new ObjectView() {
      @Override
      public Value member(String name) {
        return members.getOrDefault(name, NullValue.NULL);
      }

      @Override
      public boolean isEmpty() {
        return members.isEmpty();
      }
    };
  }

  /** What can be compared of a value: objects of views show nothing but that they are one. */
  public static String shown(Value value) {
    if (value instanceof FaultValue fault) {
      return fault.fault().name();
    }
    if (value instanceof ObjectView) {
      return "{}";
    }
    if (value instanceof ArrayView array) {
      StringBuilder shown = new StringBuilder("[");
      for (int i = 0; i < array.size(); i++) {
        shown.append(shown(array.at(i))).append(',');
      }
      return shown.append(']').toString();
    }
    JsonValue json = ResultJson.of(value);
    return json == null ? "too large" : json.toJson();
  }
}
