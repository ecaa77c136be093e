package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.Pass;
import io.greenqr.verify.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passes that the cases of a table name. */
final class EvidenceTable {
  private static final Set<String> REJECTED = Set.of("rejected");
  private static final Set<String> PASS = Set.of("pass", "status");

  private final Map<String, Pass> passes = new LinkedHashMap<>();

  private EvidenceTable() {}

  static EvidenceTable read(JsonValue json, String place) throws FormatException {
    EvidenceTable table = new EvidenceTable();
    for (Map.Entry<String, JsonValue> entry : json.members().entrySet()) {
      String where = place + "/" + entry.getKey();
      try {
        table.passes.put(entry.getKey(), PassJson.read(entry.getValue().toJson()));
      } catch (FormatException e) {
        throw CaseFields.fault(e.fault(), where + e.member().orElse(""));
      }
    }
    return table;
  }

  /** The passes of one case. */
  List<ShownPass> passes(JsonValue json, String place) throws FormatException {
    List<ShownPass> shown = new ArrayList<>();
    List<JsonValue> elements = json.elements();
    for (int i = 0; i < elements.size(); i++) {
      shown.add(pass(elements.get(i), place + "/" + i));
    }
    return shown;
  }

  private ShownPass pass(JsonValue json, String place) throws FormatException {
    if (json.kind() == Kind.STRING) {
      return ShownPass.of(find(json.text(), place), ShownPass.Reception.ACCEPTED);
    }
    if (json.kind() == Kind.OBJECT && json.members().containsKey("rejected")) {
      return rejected(CaseFields.of(json, place, REJECTED).text("rejected"), place);
    }
    CaseFields pass = CaseFields.of(json, place, PASS);
    ShownPass.Reception reception =
        switch (pass.text("status")) {
          case "restricted" -> ShownPass.Reception.RESTRICTED;
          case "unchecked" -> ShownPass.Reception.UNCHECKED;
          default -> throw CaseFields.fault(FormatFault.JSON_CODE, place + "/status");
        };
    return ShownPass.of(find(pass.text("pass"), place), reception);
  }

  private static ShownPass rejected(String code, String place) throws FormatException {
    for (Rejection rejection : Rejection.values()) {
      if (rejection.name().equals(code)) {
        return ShownPass.rejected(rejection == Rejection.EXPIRED);
      }
    }
    throw CaseFields.fault(FormatFault.JSON_CODE, place + "/rejected");
  }

  private Pass find(String name, String place) throws FormatException {
    Pass pass = passes.get(name);
    if (pass == null) {
      throw CaseFields.fault(FormatFault.JSON_CODE, place);
    }
    return pass;
  }
}
