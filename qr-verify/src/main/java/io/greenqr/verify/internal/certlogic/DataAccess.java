package io.greenqr.verify.internal.certlogic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code var}: the value at a path, or null where the data do not have it. */
final class DataAccess extends Node {
  private static final int NAME = -1;
  private static final int NO_ELEMENT = -2;

  private final String[] names;

  /** Of each fragment: an index into arrays, {@link #NAME}, or {@link #NO_ELEMENT}. */
  private final int[] indexes;

  private DataAccess(String[] names) {
    this.names = names;
    this.indexes = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      indexes[i] = index(names[i]);
      // Views compare it with constants: one object is equal to itself without a look at its
      // letters.
      names[i] = names[i].intern();
    }
  }

  /** The access of a path, or null if it has an empty fragment and is not empty itself. */
  static @Nullable DataAccess of(String path) {
    if (path.isEmpty()) {
      return new DataAccess(new String[0]);
    }
    List<String> fragments = new ArrayList<>();
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      fragments.add(path.substring(start, dot));
      start = dot + 1;
    }
    fragments.add(path.substring(start));
    return fragments.contains("") ? null : new DataAccess(fragments.toArray(new String[0]));
  }

  /** A fragment that is spelled as an integer never names a member. */
  private static int index(String fragment) {
    int start = fragment.charAt(0) == '-' ? 1 : 0;
    if (start == fragment.length()) {
      return NAME;
    }
    long index = 0;
    for (int i = start; i < fragment.length(); i++) {
      char character = fragment.charAt(i);
      if (character < '0' || character > '9') {
        return NAME;
      }
      index = Math.min(index * 10 + (character - '0'), Integer.MAX_VALUE);
    }
    return start == 0 || index == 0 ? (int) index : NO_ELEMENT;
  }

  /** A path of many or long names is no single step. */
  int cost() {
    int cost = names.length;
    for (String name : names) {
      cost += name.length() / Limits.CHARS_PER_STEP;
    }
    return cost;
  }

  @Override
  Value evaluate(Scope scope) {
    Value value = scope.data;
    for (int i = 0; i < names.length; i++) {
      int index = indexes[i];
      if (index == NAME) {
        if (!(value instanceof ObjectView object)) {
          return NullValue.NULL;
        }
        value = object.member(names[i]);
      } else {
        if (!(value instanceof ArrayView array) || index < 0 || index >= array.size()) {
          return NullValue.NULL;
        }
        value = array.at(index);
      }
    }
    return value;
  }
}
