package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of cases in a file (examples/policies/README.md). */
final class CaseTable {
  private static final Set<String> MEMBERS = Set.of("policy", "evidence", "cases");

  private CaseTable() {}

  /** The cases of {@code file}, in their order. */
  static List<PolicyCase> read(Path file, Console console) throws CliException {
    try {
      return cases(JsonValue.parse(LocalFile.text(file, console)));
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no cases, " + LocalFile.place(e));
    }
  }

  private static List<PolicyCase> cases(JsonValue json) throws FormatException {
    CaseFields table = CaseFields.of(json, "", MEMBERS);
    EvidenceTable evidence = EvidenceTable.read(table.value("evidence", Kind.OBJECT), "/evidence");
    List<JsonValue> rows = table.value("cases", Kind.ARRAY).elements();
    List<PolicyCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String place = "/cases/" + i;
      PolicyCase row = PolicyCase.read(rows.get(i), place, evidence);
      if (!names.add(row.name())) {
        throw CaseFields.fault(FormatFault.JSON_VALUE, place + "/case");
      }
      cases.add(row);
    }
    // A table without rows would pass whatever the policy says.
    if (cases.isEmpty()) {
      throw CaseFields.fault(FormatFault.JSON_VALUE, "/cases");
    }
    return cases;
  }
}
