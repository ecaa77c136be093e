package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import java.util.List;

/** An array of JSON. */
final class JsonArray extends ArrayView {
  private final List<JsonValue> elements;

  JsonArray(List<JsonValue> elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public Value at(int index) {
    return Value.of(elements.get(index));
  }
}
