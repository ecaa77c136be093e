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
  private static final String CASES =
      """
      {"policy":"policy.json",
       "evidence":{"two":{"name":"Bui Thi Lan","birth":"2001-10-09",
         "vaccination":[{"product":"vaxzevria","number":2,"of":2,"day":"2021-09-06"}],
         "assurance":{"vaccination":"facility"}}},
       "cases":[
        {"case":"day 13","at":"2021-09-19T23:59:59+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},"passes":["two"],
         "expect":"yellow","failed":["course"],"greenFrom":"2021-09-20T00:00:00+07:00"},
        {"case":"day 14","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},"passes":["two"],
         "expect":"green"},
        {"case":"suspended","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},
         "passes":["two",{"rejected":"STATUS_SUSPENDED"},{"rejected":"EXPIRED"}],
         "expect":"red","guards":["pass-rejected"],"greenFrom":"never"},
        {"case":"restricted, and not looked at","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},
         "passes":[{"pass":"two","status":"restricted"},{"pass":"two","status":"unchecked"}],
         "expect":"yellow","guards":["status-restricted","status-unchecked"]}]}
      """;

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run check(String policy, String cases) throws IOException {
    return Run.of(
        "policy", "check", write("policy.json", policy), "--cases", write("cases.json", cases));
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
    Run run = check(PolicyFiles.POLICY, CASES);
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
            CASES
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
        check(PolicyFiles.POLICY.replace("\"rules\"", "\"ruls\":1,\"rules\""), CASES));
    assertEquals(3, Run.of("policy", "check", folder.resolve("absent").toString()).code());
  }

  @Test
  void tablesAreReadAsStrictlyAsPolicies() throws Exception {
    assertFault(
        "JSON_UNKNOWN", "/cases/0/greenfrom", "\"greenFrom\":\"2021", "\"greenfrom\":\"2021");
    assertFault("JSON_MISSING", "/cases/0/at", "\"at\":\"2021-09-19T23:59:59+07:00\",", "");
    assertFault("JSON_CODE", "/cases/0/expect", "\"yellow\",\"failed\"", "\"yelow\",\"failed\"");
    assertFault("JSON_CODE", "/cases/2/passes/1/rejected", "STATUS_SUSPENDED", "STATUS_SUSPENDD");
    assertFault("JSON_VALUE", "/cases/1/case", "day 14", "day 13");
    assertFault("JSON_UNKNOWN", "/evidence/two/nam", "\"name\"", "\"nam\":1,\"name\"");
  }

  private void assertFault(String code, String place, String from, String to) throws IOException {
    Run run = check(PolicyFiles.POLICY, CASES.replace(from, to));
    assertEquals(3, run.code(), run.out());
    SchemeFolder.refused(code, run);
    assertTrue(run.err().endsWith("no cases, " + place + "\n"), run.err());
  }

  @Test
  void whatNoPassCanHoldIsAFaultOfTheTable() throws Exception {
    assertFault("JSON_DATE", "/cases/0/at", "\"at\":\"2021-09-19", "\"at\":\"2020-09-19");
    assertFault(
        "JSON_VALUE", "/cases", CASES.substring(CASES.indexOf("\"cases\"")), "\"cases\":[]}");
    String bytes = "\":\"58ff" + "00".repeat(255) + "\"";
    String additions =
        "\"extensions\":{\"1" + bytes + ",\"2" + bytes + ",\"3" + bytes + ",\"4" + bytes + "},";
    Run run =
        check(
            PolicyFiles.POLICY,
            CASES.replace("\"vaccination\":[", additions + "\"vaccination\":["));
    assertEquals(3, run.code(), run.out());
    assertEquals(
        "greenqr: BYTES_TOO_LONG: the case 'day 13' shows what no pass can hold\n", run.err());
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
