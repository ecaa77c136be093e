package io.greenqr.cli;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.pass.ClaimKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kinds of claims, as {@code --claims} names them. */
final class ClaimKinds {
  private ClaimKinds() {}

  /** The kinds with these names; all of them for null. */
  static Set<ClaimKind> of(@Nullable Set<String> names) throws CliException {
    if (names == null) {
      return EnumSet.allOf(ClaimKind.class);
    }
    Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    for (String name : names) {
      kinds.add(
          TableCode.find(ClaimKind.class, name)
              .orElseThrow(
                  () ->
                      CliException.usage(
                          "--claims takes declaration, vaccination, test, monitoring")));
    }
    return kinds;
  }
}
