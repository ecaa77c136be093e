package io.greenqr.verify.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.json.JsonValue;
import io.greenqr.verify.fault.CertLogicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expressions with data and what they give, in the format of the test suite of the specification
 * (ehn-dcc-development/eu-dcc-business-rules, certlogic/specification/testSuite). Our own say
 * {@code "fault"} instead of {@code "expected"} where the answer is one, with its {@code "place"}
 * if the expression is at fault. Files of the suite for validators ({@code "issues"} instead of
 * assertions) may stand beside them.
 */
class CertLogicSuiteTest {
  /** One assertion, or one expression of a suite for validators. */
  private static final class Case {
    private final String name;
    private final JsonValue expression;
    private final JsonValue json;
    private final boolean only;

    private Case(String name, JsonValue expression, JsonValue json, boolean only) {
      this.name = name;
      this.expression = expression;
      this.json = json;
      this.only = only;
    }

    private void check() throws CertLogicException {
      Optional<String> fault = CertLogicFiles.text(json, "fault");
      Optional<String> place = CertLogicFiles.text(json, "place");
      Optional<JsonValue> issues = CertLogicFiles.member(json, "issues");
      if (place.isPresent()) {
        CertLogicException thrown = assertThrows(CertLogicException.class, this::compile);
        assertEquals(fault, Optional.of(thrown.fault().name()));
        assertEquals(place.get(), thrown.place());
      } else if (issues.isPresent() && !issues.get().elements().isEmpty()) {
        assertThrows(CertLogicException.class, this::compile);
      } else if (issues.isPresent()) {
        compile();
      } else {
        CertLogicResult result = compile().evaluate(json.members().get("data"));
        assertEquals(fault, result.fault().map(Enum::name));
        assertEquals(
            CertLogicFiles.member(json, "expected").map(JsonValue::toJson),
            result.value().map(JsonValue::toJson));
      }
    }

    private CertLogicExpression compile() throws CertLogicException {
      return CertLogicExpression.compile(expression);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> ours() {
    return cases(CertLogicFiles.directoryOf("suite/var.json"));
  }

  /** All of a directory that are not to be skipped; if some are marked "only", those. */
  private static List<Case> cases(Path directory) {
    List<Case> cases = new ArrayList<>();
    for (Path file : CertLogicFiles.find(directory, ".json")) {
      JsonValue suite = CertLogicFiles.read(file);
      for (JsonValue one : suite.members().get("cases").elements()) {
        collect(file.getFileName().toString(), suite, one, cases);
      }
    }
    boolean some = cases.stream().anyMatch(one -> one.only);
    return cases.stream().filter(one -> one.only || !some).toList();
  }

  private static void collect(String file, JsonValue suite, JsonValue one, List<Case> cases) {
    String name = file + ": " + CertLogicFiles.text(one, "name").orElse("#" + cases.size());
    List<JsonValue> assertions =
        CertLogicFiles.member(one, "assertions").map(JsonValue::elements).orElse(List.of(one));
    for (int i = 0; i < assertions.size(); i++) {
      JsonValue json = assertions.get(i);
      if (!has(suite, "skip") && !has(one, "skip") && !has(json, "skip")) {
        boolean only = has(suite, "only") || has(one, "only");
        cases.add(new Case(name + " " + (i + 1), expression(json, one), json, only));
      }
    }
  }

  private static JsonValue expression(JsonValue assertion, JsonValue outside) {
    return CertLogicFiles.member(assertion, "certLogicExpression")
        .or(() -> CertLogicFiles.member(outside, "certLogicExpression"))
        .orElseThrow();
  }

  private static boolean has(JsonValue object, String directive) {
    return CertLogicFiles.text(object, "directive").equals(Optional.of(directive));
  }

  @ParameterizedTest
  @MethodSource
  void ours(Case one) throws CertLogicException {
    one.check();
  }

  @Test
  void thoseOfTheSpecification() throws CertLogicException {
    List<Case> cases =
        cases(CertLogicFiles.directoryOfOthers("greenqr.certlogic.suite", "certlogic"));
    assertFalse(cases.isEmpty());
    List<String> failures = new ArrayList<>();
    for (Case one : cases) {
      try {
        one.check();
      } catch (AssertionError e) {
        failures.add(one + ": " + e.getMessage());
      }
    }
    System.out.println("CertLogicSuiteTest: public suite: " + cases.size() + " assertions");
    assertEquals(List.of(), failures);
  }
}
