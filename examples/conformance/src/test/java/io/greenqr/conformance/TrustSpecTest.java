package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.verify.Rejection;
import io.greenqr.verify.trust.TrustFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of steps in the specification of trust name what the code answers. */
class TrustSpecTest {
  private static final String DOCUMENT = "docs/spec/trust.md";

  /** The rows of section 11: number, step, faults. */
  static List<List<String>> steps() throws IOException {
    return numbered("## 11. Update procedure");
  }

  /** The rows for freshness cards in section 9. */
  static List<List<String>> cardSteps() throws IOException {
    return numbered("## 9. Time");
  }

  private static List<List<String>> numbered(String heading) throws IOException {
    List<List<String>> rows =
        new ArrayList<>(Documents.rows(Documents.section(Documents.read(DOCUMENT), heading)));
    rows.removeIf(row -> !row.get(0).matches("\\d+"));
    return rows;
  }

  @Test
  void stepsAreNumberedAndNameFaultsThatExist() throws IOException {
    assertEquals(17, steps().size());
    assertEquals(10, cardSteps().size());
    for (List<List<String>> steps : List.of(steps(), cardSteps())) {
      for (int i = 0; i < steps.size(); i++) {
        assertEquals(Integer.toString(i + 1), steps.get(i).get(0));
        // Throws for a name that is none.
        faults(steps.get(i)).forEach(TrustFault::valueOf);
      }
    }
  }

  /** A fault that is one step's alone stands in the enum where its step stands in the table. */
  @Test
  void faultsOfOneStepAreInTheOrderOfTheSteps() throws IOException {
    List<String> all = new ArrayList<>();
    steps().forEach(step -> all.addAll(faults(step)));
    List<TrustFault> once = new ArrayList<>();
    for (String fault : all) {
      // What a key itself has wrong was there before lists and their procedure.
      if (all.indexOf(fault) == all.lastIndexOf(fault) && !fault.startsWith("KEY_")) {
        once.add(TrustFault.valueOf(fault));
      }
    }
    List<TrustFault> sorted = new ArrayList<>(once);
    sorted.sort(null);
    assertEquals(sorted, once);
    assertTrue(once.size() >= 9, () -> "only " + once);
  }

  /** What the tables leave out belongs to keys from elsewhere, or to opening a store. */
  @Test
  void everyOtherFaultIsOfKeyFilesOrTheStore() throws IOException {
    Set<String> others = new TreeSet<>();
    for (TrustFault fault : TrustFault.values()) {
      others.add(fault.name());
    }
    steps().forEach(step -> others.removeAll(faults(step)));
    cardSteps().forEach(step -> others.removeAll(faults(step)));
    assertEquals(
        Set.of("KEY_TYPE", "KEY_ENCODING", "CERTIFICATE_USAGE", "TOO_MANY_KEYS", "STORE_DAMAGED"),
        others);
  }

  @Test
  void statusConditionsAreTheRejectionsOfStatusInTheirOrder() throws IOException {
    String section =
        Documents.section(Documents.read(DOCUMENT), "## 12. What a verification does with it");
    List<String> documented = new ArrayList<>();
    Documents.rows(section).forEach(row -> documented.addAll(List.of(row.get(2).split(", ", -1))));
    List<String> rejections = new ArrayList<>();
    for (Rejection rejection : Rejection.values()) {
      if (rejection.name().startsWith("STATUS_")) {
        rejections.add(rejection.name());
      }
    }
    assertEquals(rejections, documented);
  }

  private static List<String> faults(List<String> step) {
    return List.of(step.get(2).split(", ", -1));
  }
}
