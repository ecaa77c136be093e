package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.fault.FormatLimits;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The tables and limits of the specification are those of the code. */
class CodeTablesDocTest {
  private static final String DOCUMENT = "docs/spec/format.md";

  @Test
  void products() throws IOException {
    assertTable(
        VaccineProduct.values(),
        product ->
            List.of(
                product.dccMedicinalProduct(),
                Optional.of(product.dccProphylaxis()),
                product.dccManufacturer()));
  }

  @Test
  void methods() throws IOException {
    assertTable(TestMethod.values(), method -> List.of(Optional.of(method.dccType())));
  }

  @Test
  void results() throws IOException {
    assertTable(TestResult.values(), result -> List.of(Optional.of(result.dccResult())));
  }

  @Test
  void states() throws IOException {
    assertTable(MonitoringState.values(), state -> List.of(state.snomed()));
  }

  @Test
  void symptoms() throws IOException {
    assertTable(Symptom.values(), symptom -> List.of(Optional.of(symptom.snomed())));
  }

  @Test
  void exposures() throws IOException {
    assertTable(Exposure.values(), exposure -> List.of(exposure.snomed()));
  }

  private static <E extends Enum<E> & TableCode> void assertTable(
      E[] table, Function<E, List<Optional<String>>> foreignCodes) throws IOException {
    List<List<String>> expected = new ArrayList<>();
    for (E entry : table) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(entry.code()));
      cells.add(entry.jsonName());
      foreignCodes.apply(entry).forEach(code -> cells.add(code.orElse("–")));
      expected.add(cells);
    }
    List<List<String>> documented = new ArrayList<>();
    String name = table[0].getDeclaringClass().getSimpleName();
    for (List<String> cells :
        Documents.rows(Documents.marked(Documents.read(DOCUMENT), "table: " + name))) {
      List<String> codes = new ArrayList<>(cells);
      codes.remove(2); // what the entry means, in words
      documented.add(codes);
    }
    assertEquals(expected, documented);
  }

  @Test
  void limits() throws IOException, IllegalAccessException {
    String limits =
        (Documents.section(Documents.read(DOCUMENT), "## 11. Limits")
                + Documents.read("docs/spec/trust.md")
                + Documents.read("docs/spec/trust.cddl")
                + Documents.read("docs/spec/policy.md"))
            .replaceAll("(?<=\\d),", "");
    for (Field limit : FormatLimits.class.getFields()) {
      long value = ((Number) limit.get(null)).longValue();
      long stated =
          switch (limit.getName()) {
            // The specification gives the last index, the constant the number of entries.
            case "STATUS_SHARD_ENTRIES" -> value - 1;
            // The specification gives hours.
            case "MAX_CARD_SECONDS" -> value / 3600;
            default -> value;
          };
      assertTrue(limits.matches("(?s).*(?<!\\d)" + stated + "(?!\\d).*"), limit.getName());
    }
  }
}
