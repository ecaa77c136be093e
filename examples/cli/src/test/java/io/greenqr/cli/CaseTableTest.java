package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no table of cases. */
class CaseTableTest {
  @TempDir Path folder;

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
    Run run = PolicyFiles.check(folder, PolicyFiles.POLICY, PolicyFiles.CASES.replace(from, to));
    assertEquals(3, run.code(), run.out());
    SchemeFolder.refused(code, run);
    assertTrue(run.err().endsWith("no cases, " + place + "\n"), run.err());
  }

  @Test
  void whatNoPassCanHoldIsAFaultOfTheTable() throws Exception {
    assertFault("JSON_DATE", "/cases/0/at", "\"at\":\"2021-09-19", "\"at\":\"2020-09-19");
    assertFault(
        "JSON_VALUE",
        "/cases",
        PolicyFiles.CASES.substring(PolicyFiles.CASES.indexOf("\"cases\"")),
        "\"cases\":[]}");
    String bytes = "\":\"58ff" + "00".repeat(255) + "\"";
    String additions =
        "\"extensions\":{\"1" + bytes + ",\"2" + bytes + ",\"3" + bytes + ",\"4" + bytes + "},";
    Run run =
        PolicyFiles.check(
            folder,
            PolicyFiles.POLICY,
            PolicyFiles.CASES.replace("\"vaccination\":[", additions + "\"vaccination\":["));
    assertEquals(3, run.code(), run.out());
    assertEquals(
        "greenqr: BYTES_TOO_LONG: the case 'day 13' shows what no pass can hold\n", run.err());
  }
}
