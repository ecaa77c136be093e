package io.greenqr.verify.internal.certlogic;

/** What an expression writes out: values, and arrays of expressions. */
final class Literals {
  private Literals() {}

  /** An array that is made once if nothing in it depends on data. */
  static Node array(Node[] elements) {
    Value[] values = new Value[elements.length];
    for (int i = 0; i < values.length; i++) {
      if (!(elements[i] instanceof Constant constant)) {
        return new ArrayOf(elements);
      }
      values[i] = constant.value;
    }
    return new Constant(new Values(values));
  }

  /** A value that is the same for all data. */
  static final class Constant extends Node {
    private final Value value;

    Constant(Value value) {
      this.value = value;
    }

    @Override
    Value evaluate(Scope scope) {
      return value;
    }
  }

  /** An array of expressions. */
  private static final class ArrayOf extends Node {
    private final Node[] elements;

    ArrayOf(Node[] elements) {
      this.elements = elements;
    }

    @Override
    Value evaluate(Scope scope) {
      Value[] values = new Value[elements.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = elements[i].evaluate(scope);
      }
      return new Values(values);
    }
  }

  /** Its values. */
  private static final class Values extends ArrayView {
    private final Value[] values;

    Values(Value[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Value at(int index) {
      return values[index];
    }
  }
}
