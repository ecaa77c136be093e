package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.CodeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Names of places or roles: code texts in ascending order, each once. */
final class NameList {
  private NameList() {}

  /** The names in order, unmodifiable; throws COUNT_RANGE, CODE_TEXT or ENTRY_ORDER. */
  static List<String> of(Collection<String> names, String field) {
    InvalidValueException.require(
        names.size() <= FormatLimits.MAX_POLICY_NAMES, FormatFault.COUNT_RANGE, field);
    List<String> ordered = new ArrayList<>(names);
    for (String name : ordered) {
      CodeText.require(name, field);
    }
    // ASCII: the order of the characters is that of the bytes.
    Collections.sort(ordered);
    requireAscending(ordered, field);
    return Collections.unmodifiableList(ordered);
  }

  /** Throws ENTRY_ORDER unless each name stands behind the one before it. */
  static void requireAscending(List<String> names, String field) {
    for (int i = 1; i < names.size(); i++) {
      InvalidValueException.require(
          names.get(i - 1).compareTo(names.get(i)) < 0, FormatFault.ENTRY_ORDER, field);
    }
  }
}
