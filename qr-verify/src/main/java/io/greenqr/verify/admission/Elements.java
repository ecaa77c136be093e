package io.greenqr.verify.admission;

import io.greenqr.verify.internal.certlogic.ArrayView;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.List;

/** An array of the view. */
final class Elements extends ArrayView {
  static final Elements NONE = new Elements(new Value[0]);

  private final Value[] elements;

  private Elements(Value[] elements) {
    this.elements = elements;
  }

  static Elements of(List<? extends Value> elements) {
    return new Elements(elements.toArray(new Value[0]));
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Value at(int index) {
    return elements[index];
  }
}
