package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer as docs/cli.md describes it for scripts. */
class AdmissionJsonTest {
  @TempDir Path folder;

  private String answer(String view) throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.json"), PolicyFiles.POLICY);
    Run run =
        Run.of(
            "policy",
            "eval",
            "--policy",
            policy.toString(),
            "--pass",
            Run.example("pass-all-four"),
            "--site",
            "VN-SG/market/customer",
            "--at",
            "2021-09-22T08:00:00+07:00",
            "--json",
            "--view",
            view);
    assertEquals(1, run.code(), run.err());
    return run.out();
  }

  @Test
  void jsonHasTheDocumentedMembersOfEachView() throws IOException {
    List<String> shop =
        List.of(
            "colour",
            "code",
            "policiesVerified",
            "passesVerified",
            "view",
            "language",
            "at",
            "site",
            "policy",
            "initials",
            "birthYear");
    assertEquals(shop, members("shop"));
    List<String> checkpoint = new ArrayList<>(shop);
    checkpoint.add("name");
    List<String> why =
        List.of("reasons", "remedies", "greenFrom", "holdsUntil", "assurance", "passes");
    checkpoint.addAll(why);
    assertEquals(checkpoint, members("checkpoint"));
    List<String> officer = new ArrayList<>(shop);
    officer.addAll(List.of("name", "birth", "person"));
    officer.addAll(why);
    officer.addAll(List.of("guards", "rules"));
    assertEquals(officer, members("officer"));
    JsonNode json = json("officer");
    assertEquals("yellow", json.get("colour").textValue());
    assertFalse(json.get("passesVerified").booleanValue());
    assertEquals("2021-09-27T17:00:00Z", json.get("greenFrom").textValue());
    assertEquals(
        "{\"rule\":\"course\",\"outcome\":\"FAILS\",\"colour\":\"yellow\","
            + "\"holdsFrom\":\"2021-09-27T17:00:00Z\"}",
        json.get("rules").get(0).toString());
  }

  private JsonNode json(String view) throws IOException {
    return new ObjectMapper().readTree(answer(view));
  }

  private List<String> members(String view) throws IOException {
    List<String> members = new ArrayList<>();
    json(view).fieldNames().forEachRemaining(members::add);
    return members;
  }

  @Test
  void everyMemberStandsInTheDocument() throws IOException {
    String document = Files.readString(Path.of("..", "..", "docs", "cli.md"));
    String admit = document.substring(document.indexOf("## admit"), document.indexOf("## status"));
    for (String member : members("officer")) {
      assertTrue(admit.contains("`" + member + "`"), member);
    }
  }
}
