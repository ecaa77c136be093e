package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of JSON. */
final class JsonObject extends ObjectView {
  private final Map<String, JsonValue> members;

  JsonObject(JsonValue json) {
    this.members = json.members();
  }

  Map<String, JsonValue> members() {
    return members;
  }

  @Override
  public Value member(String name) {
    @Nullable JsonValue member = members.get(name);
    return member == null ? NullValue.NULL : Value.of(member);
  }

  @Override
  public boolean isEmpty() {
    return members.isEmpty();
  }
}
