package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author is told about a policy. */
class PolicyCheckTest {
  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run check(String policy, String cases) throws IOException {
    return PolicyFiles.check(folder, policy, cases);
  }

  private static List<Path> tables() {
    return PolicyFiles.tables();
  }

  @Test
  void thereAreTables() {
    assertFalse(PolicyFiles.tables().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableOfTheExamplesHolds(Path table) {
    Run run =
        Run.of(
            "policy", "check", PolicyFiles.policyOf(table).toString(), "--cases", table.toString());
    assertEquals(List.of(), run.out().lines().filter(it -> it.startsWith("FAILED")).toList());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains(" ok, 0 FAILED\n"), run.out());
  }

  @Test
  void eachCaseHasALineAndTheRunASummary() throws Exception {
    Run run = check(PolicyFiles.POLICY, PolicyFiles.CASES);
    assertEquals(
        """
        VN-SG/TRY version 3: 2 rules
        ok      day 13
        ok      day 14
        ok      suspended
        ok      restricted, and not looked at
        warning: rule declared holds in no case
        warning: rule declared fails in no case
        warning: no case is about the role vendor
        4 cases: 4 ok, 0 FAILED
        """,
        run.out());
    assertEquals(0, run.code());
  }

  @Test
  void aCaseThatFailsSaysWhatWasExpectedAndWhatCame() throws Exception {
    Run run =
        check(
            PolicyFiles.POLICY,
            PolicyFiles.CASES
                .replace("\"expect\":\"yellow\",\"failed\":[\"course\"],", "\"expect\":\"green\",")
                .replace("\"guards\":[\"pass-rejected\"]", "\"code\":\"PASS_NONE\""));
    assertEquals(1, run.code());
    assertTrue(
        run.out()
            .contains(
                "FAILED  day 13: expected green, got yellow; expected failed none, got course\n"),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "FAILED  suspended: expected code PASS_NONE, got RULES;"
                    + " expected guards none, got pass-rejected\n"),
        run.out());
    assertTrue(run.out().contains("4 cases: 2 ok, 2 FAILED\n"), run.out());
  }

  @Test
  void everyConditionThatDoesNotCompileIsNamedByCodeAndPlace() throws Exception {
    String broken =
        PolicyFiles.POLICY
            .replace("14,\"day\"", "14,\"week\"")
            .replace("{\"===\":[{\"var\":\"declaration.area\"}", "{\"==\":[{\"var\":\"area\"}");
    String file = write("policy.json", broken);
    Run run = Run.of("policy", "check", file);
    assertEquals(3, run.code());
    assertEquals(
        "greenqr: TIME_UNIT: "
            + file
            + ": condition that cannot be evaluated:"
            + " /rules/0/condition/if/1/not-after/0/plusTime/2\n"
            + "greenqr: UNKNOWN_OPERATION: "
            + file
            + ": condition that cannot be evaluated: /rules/1/condition\n",
        run.err());
    SchemeFolder.refused(
        "JSON_UNKNOWN",
        check(PolicyFiles.POLICY.replace("\"rules\"", "\"ruls\":1,\"rules\""), PolicyFiles.CASES));
    assertEquals(3, Run.of("policy", "check", folder.resolve("absent").toString()).code());
  }

  @Test
  void aRuleThatCannotBeEvaluatedWithoutClaimsIsWarnedOf() throws Exception {
    String policy =
        PolicyFiles.POLICY.replace("[{\"var\":\"vaccination.completed.day\"},\n", "[true,\n");
    Run run = Run.of("policy", "check", write("policy.json", policy));
    assertTrue(
        run.out()
            .contains(
                "warning: cannot be evaluated for a pass without any useful claim:"
                    + " rule course (OPERAND_TYPE)\n"),
        run.out());
  }

  @Test
  void whatAuthorsRegretIsWarnedOf() throws Exception {
    String policy =
        PolicyFiles.POLICY
            .replace("\"rules\":[", "\"lifts\":{\"trust-stale\":true},\"rules\":[")
            .replace("\"Get vaccinated\"", "\"Get vaccinated by {date}\"")
            .replace("\"Wait until {date}\"", "\"Wait until {day}\"")
            .replace("\"roles\":[\"vendor\"],", "")
            .replaceAll("(?s)\"condition\":\\{\"if\".*?false]}", "\"condition\":true")
            .replace("{\"===\":[{\"var\":\"declaration.area\"},\"79-760\"]}", "true");
    Run run = Run.of("policy", "check", write("policy.json", policy));
    assertEquals(
        """
        VN-SG/TRY version 3: 2 rules
        warning: green for a pass without any useful claim: market/customer, market/vendor
        warning: the guard trust-stale is lifted for everybody
        warning: the remedy of rule course has a placeholder that is not filled there: en
        warning: the wait of rule course does not say {date} or {time}: en
        warning: the wait of rule course has a placeholder that is not filled: en
        warning: asks in which role a person enters, and no rule depends on it
        """,
        run.out());
    assertEquals(0, run.code());
  }
}
