package io.greenqr.verify.admission;

import io.greenqr.format.pass.Dose;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TimeText;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The doses of all passes, by day, as conditions see them. */
final class VaccinationView extends ObjectView {
  private final List<DoseView> doses;
  private final @Nullable DoseView completed;

  private VaccinationView(List<DoseView> doses) {
    this.doses = doses;
    DoseView earliest = null;
    for (int i = 0; i < doses.size() && earliest == null; i++) {
      earliest = doses.get(i).endsCourse() ? doses.get(i) : null;
    }
    this.completed = earliest;
  }

  /** Of doses that {@link #insert} has put together; null where there are none. */
  static @Nullable VaccinationView of(List<DoseView> doses) {
    return doses.isEmpty() ? null : new VaccinationView(doses);
  }

  /** Puts a dose where its day is. */
  static void insert(List<DoseView> doses, DoseView dose) {
    int at = 0;
    while (at < doses.size() && doses.get(at).compareTo(dose) < 0) {
      at++;
    }
    // Two issuers may both state a dose: it is one, as well vouched for as by the better of them.
    if (at == doses.size() || doses.get(at).compareTo(dose) != 0) {
      doses.add(at, dose);
    } else if (doses.get(at).assurance < dose.assurance) {
      doses.set(at, dose);
    }
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "doses" -> Elements.of(doses);
      case "count" -> IntegerValue.of(doses.size());
      case "first" -> doses.get(0);
      case "last" -> doses.get(doses.size() - 1);
      case "completed" -> completed == null ? NullValue.NULL : completed;
      default -> NullValue.NULL;
    };
  }

  /** One dose. */
  static final class DoseView extends ObjectView implements Comparable<DoseView> {
    private final Dose dose;
    private final int day;
    private final int assurance;
    private final TimeText dayText;

    DoseView(Dose dose, int assurance) {
      this.dose = dose;
      this.day = dose.epochDay();
      this.dayText = TimeText.day(day);
      this.assurance = assurance;
    }

    int day() {
      return day;
    }

    int assurance() {
      return assurance;
    }

    boolean endsCourse() {
      return dose.number() >= dose.of();
    }

    /** By day; the rest tells doses of one day apart. Lot and assurance do not. */
    @Override
    public int compareTo(DoseView that) {
      int order = Integer.compare(day, that.day);
      order = order == 0 ? Integer.compare(dose.number(), that.dose.number()) : order;
      order = order == 0 ? Integer.compare(dose.of(), that.dose.of()) : order;
      return order == 0 ? Integer.compare(dose.productCode(), that.dose.productCode()) : order;
    }

    @Override
    public Value member(String name) {
      return switch (name) {
        case "product" -> CodeNames.PRODUCTS.name(dose.productCode());
        case "number" -> IntegerValue.of(dose.number());
        case "of" -> IntegerValue.of(dose.of());
        case "day" -> dayText;
        case "assurance" -> IntegerValue.of(assurance);
        default -> NullValue.NULL;
      };
    }
  }
}
