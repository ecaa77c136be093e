package io.greenqr.format.pass;

import io.greenqr.format.code.TableCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of claims that a pass carries, one statement of each at most.
 *
 * <pre>{@code
 * statements = {
 *   ? 1 => declaration,
 *   ? 2 => vaccination,
 *   ? 3 => tests,
 *   ? 4 => monitoring,
 * } .and { + any => any }
 * }</pre>
 */
public enum ClaimKind implements TableCode {
  /** What the person declares about symptoms and exposures: {@link Declaration}. */
  DECLARATION(1, "declaration"),
  /** Doses of a vaccine: {@link Vaccination}. */
  VACCINATION(2, "vaccination"),
  /** Test results: {@link Tests}. */
  TEST(3, "test"),
  /** Monitoring of a case or contact: {@link Monitoring}. */
  MONITORING(4, "monitoring");

  /** All kinds, in an array that is not made anew for each pass. */
  static final ClaimKind[] ALL = values();

  /** Every set of kinds, by its members as bits: a pass needs no set of its own. */
  private static final List<Set<ClaimKind>> SETS = sets();

  private final int code;
  private final String jsonName;

  ClaimKind(int code, String jsonName) {
    this.code = code;
    this.jsonName = jsonName;
  }

  private static List<Set<ClaimKind>> sets() {
    List<Set<ClaimKind>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << ALL.length; bits++) {
      Set<ClaimKind> set = EnumSet.noneOf(ClaimKind.class);
      for (ClaimKind kind : ALL) {
        if ((bits & kind.bit()) != 0) {
          set.add(kind);
        }
      }
      sets.add(Collections.unmodifiableSet(set));
    }
    return Collections.unmodifiableList(sets);
  }

  /** The kinds that are said to be in it; unmodifiable. */
  static Set<ClaimKind> set(
      boolean declaration, boolean vaccination, boolean test, boolean monitoring) {
    return SETS.get(
        (declaration ? DECLARATION.bit() : 0)
            | (vaccination ? VACCINATION.bit() : 0)
            | (test ? TEST.bit() : 0)
            | (monitoring ? MONITORING.bit() : 0));
  }

  private int bit() {
    return 1 << (code - 1);
  }

  /** The kind with this code, without an object for the answer: every pass asks. */
  static @Nullable ClaimKind find(long code) {
    for (ClaimKind kind : ALL) {
      if (kind.code == code) {
        return kind;
      }
    }
    return null;
  }

  /** The key in the map of statements. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }
}
