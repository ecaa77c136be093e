package io.greenqr.verify.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rules with tests, in the layout of the public test data of the European rules: a directory a rule
 * with {@code rule.json}, whose member Logic is the expression, and {@code tests/*.json} with a
 * payload, what is external to it, and the expected answer. An answer of null, which is ours, means
 * a fault.
 */
class RuleFilesTest {
  @Test
  void oursAnswerAsExpected() throws CertLogicException {
    assertEquals(19, check(CertLogicFiles.directoryOf("rules/VR-XX-0001/rule.json").getParent()));
  }

  @Test
  void thePublicOnesAnswerAsExpected() throws CertLogicException {
    Path directory = CertLogicFiles.directoryOfOthers("greenqr.certlogic.rules", "dcc-rules");
    System.out.println("RuleFilesTest: public rules: " + check(directory) + " tests");
  }

  private static int check(Path directory) throws CertLogicException {
    List<Path> rules = CertLogicFiles.find(directory, "rule.json");
    assertFalse(rules.isEmpty());
    int tests = 0;
    List<String> wrong = new ArrayList<>();
    for (Path rule : rules) {
      CertLogicExpression logic =
          CertLogicExpression.compile(CertLogicFiles.read(rule).members().get("Logic"));
      for (Path test : CertLogicFiles.find(rule.resolveSibling("tests"), ".json")) {
        Map<String, JsonValue> json = CertLogicFiles.read(test).members();
        Map<String, JsonValue> data = new LinkedHashMap<>();
        data.put("payload", json.get("payload"));
        data.put("external", json.get("external"));
        CertLogicResult result = logic.evaluate(JsonValue.object(data));
        if (!result.value().orElse(JsonValue.nothing()).equals(json.get("expected"))) {
          wrong.add(test + ": " + result);
        }
        tests++;
      }
    }
    assertEquals(List.of(), wrong);
    return tests;
  }
}
