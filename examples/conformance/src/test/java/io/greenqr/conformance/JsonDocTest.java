package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.policy.PolicyJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the JSON form shows what the code reads and writes. */
class JsonDocTest {
  private static final String DOCUMENT = "docs/spec/json.md";
  private static final String EXAMPLE = "docs/examples/pass-all-four.json";

  @Test
  void exampleIsTheFile() throws IOException {
    assertEquals(
        Documents.read(EXAMPLE), Documents.block(Documents.read(DOCUMENT), "example: " + EXAMPLE));
  }

  @Test
  void issuerKeyIsWhatIsWritten() throws IOException, FormatException {
    String json = Documents.block(Documents.read(DOCUMENT), "example: issuer key");
    assertEquals(json, IssuerKeyJson.write(IssuerKeyJson.read(json)));
  }

  @Test
  void policyIsWhatIsWritten() throws IOException, FormatException {
    String json = Documents.block(Documents.read(DOCUMENT), "example: policy");
    assertEquals(json, PolicyJson.writeIndented(PolicyJson.read(json)) + "\n");
  }

  /** The example has every member once. */
  @Test
  void policyTablesHaveEveryMember() throws IOException, FormatException {
    String document = Documents.read(DOCUMENT);
    String section = Documents.section(document, "## 6. Policy");
    JsonValue json = JsonValue.parse(Documents.block(document, "example: policy"));
    Set<String> members = new TreeSet<>(json.members().keySet());
    json.members().get("rules").elements().forEach(it -> members.addAll(it.members().keySet()));
    Set<String> documented = new TreeSet<>();
    Documents.rows(section).forEach(row -> documented.add(row.get(0).replace("`", "")));
    documented.remove("member of a rule");
    assertEquals(members, documented);
  }

  @Test
  void namesAreThoseOfTheTables() throws IOException {
    List<List<String>> documented =
        Documents.rows(Documents.section(Documents.read(DOCUMENT), "## 3. Names and numbers"));
    assertEquals(
        List.of(
            names("products, from 1", VaccineProduct.values()),
            names("methods, from 1", TestMethod.values()),
            names("results, from 1", TestResult.values()),
            names("states, from 1", MonitoringState.values()),
            names("symptoms, from bit 0", Symptom.values()),
            names("exposures, from bit 0", Exposure.values()),
            names("assurance, from 0", Assurance.Level.values())),
        documented);
  }

  /** The row of a table whose numbers follow each other from that of its first entry. */
  private static List<String> names(String title, TableCode... table) {
    for (int i = 0; i < table.length; i++) {
      assertEquals(table[0].code() + i, table[i].code(), table[i].jsonName());
    }
    return List.of(title, String.join(" ", Stream.of(table).map(TableCode::jsonName).toList()));
  }
}
