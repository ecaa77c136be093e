package io.greenqr.verify.admission;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names by which conditions see the codes of a table, made once. */
final class CodeNames {
  static final CodeNames PRODUCTS = new CodeNames("code-", VaccineProduct.values());
  static final CodeNames METHODS = new CodeNames("code-", TestMethod.values());
  static final CodeNames RESULTS = new CodeNames("code-", TestResult.values());
  static final CodeNames STATES = new CodeNames("code-", MonitoringState.values());
  static final CodeNames SYMPTOMS = new CodeNames("bit-", Symptom.values());
  static final CodeNames EXPOSURES = new CodeNames("bit-", Exposure.values());

  private static final int BITS = 32;

  /** What begins the name of a code without one: it must be seen, and equal no name. */
  private final String unnamed;

  private final @Nullable TextValue[] names;

  private CodeNames(String unnamed, TableCode[] table) {
    this.unnamed = unnamed;
    int last = 0;
    for (TableCode entry : table) {
      last = Math.max(last, entry.code());
    }
    this.names = new TextValue[last + 1];
    for (TableCode entry : table) {
      names[entry.code()] = TextValue.of(entry.jsonName());
    }
  }

  Value name(int code) {
    TextValue name = code < names.length ? names[code] : null;
    return name == null ? TextValue.of(unnamed + code) : name;
  }

  /** The names of all bits, in the order of the bits. */
  Value names(CodeSet<?> set) {
    if (set.isEmpty()) {
      return Elements.NONE;
    }
    List<Value> members = new ArrayList<>();
    for (int bit = 0; bit < BITS; bit++) {
      if ((set.bits() >>> bit & 1) != 0) {
        members.add(name(bit));
      }
    }
    return Elements.of(members);
  }
}
