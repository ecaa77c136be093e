package io.greenqr.verify.admission;

import io.greenqr.format.pass.Birth;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether two passes say the same of a birth.
 *
 * <p>Registers that know a year only, and have a field for a whole date, write January 1. As a
 * birth on January 1 cannot be told from such an entry, it counts as its year.
 */
final class Births {
  private Births() {}

  /**
   * {@code AGREES} for equal full dates, {@code OPEN} where year, or year and month, are all that
   * both say, {@code DISPUTED} where day and month are exchanged.
   */
  static Agreement compare(Birth a, Birth b) {
    if (a.year() != b.year()) {
      return Agreement.DIFFERS;
    }
    LocalDate x = date(a);
    LocalDate y = date(b);
    if (x != null && y != null) {
      return x.equals(y)
          ? Agreement.AGREES
          : isExchanged(x, y) ? Agreement.DISPUTED : Agreement.DIFFERS;
    }
    OptionalInt month = month(a, x);
    OptionalInt other = month(b, y);
    return month.isPresent() && other.isPresent() && month.getAsInt() != other.getAsInt()
        ? Agreement.DIFFERS
        : Agreement.OPEN;
  }

  private static @Nullable LocalDate date(Birth birth) {
    LocalDate date = birth.date().orElse(null);
    return date == null || date.getDayOfYear() == 1 ? null : date;
  }

  /** The month that a birth is certain of, whose date without January 1 is {@code date}. */
  private static OptionalInt month(Birth birth, @Nullable LocalDate date) {
    return date == null && birth.date().isPresent() ? OptionalInt.empty() : birth.month();
  }

  private static boolean isExchanged(LocalDate x, LocalDate y) {
    return x.getMonthValue() == y.getDayOfMonth() && x.getDayOfMonth() == y.getMonthValue();
  }
}
