package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy from its JSON form to a checkpoint. */
class PoliciesTest {
  private static final String POLICY =
      """
      {"policy":"VN/SG","environment":"test","version":1,
       "issuedAt":"2021-09-14T03:00:00Z","validFrom":"2021-09-14T17:00:00Z",
       "validUntil":"2121-10-31T17:00:00Z","utcOffset":"+07:00","jurisdiction":"VN-SG",
       "places":["market"],"title":{"vi":"Chợ","en":"Markets"},"roles":["customer"],
       "lifts":{"positive-test":{"var":"released"}},
       "rules":[{"rule":"course","otherwise":"yellow","roles":["customer"],"when":true,
        "condition":{">=":[{"var":"vaccination.count"},2]},
        "reason":{"vi":"Chưa đủ mũi","en":"Not complete"},"remedy":{"vi":"Tiêm","en":"Go"},
        "wait":{"vi":"Từ {date}","en":"From {date}"}}]}
      """;

  @TempDir Path folder;
  private SchemeFolder scheme;

  @BeforeEach
  void aSchemeWithoutPolicies() throws IOException {
    scheme = SchemeFolder.ofOne(folder);
    for (String person : new String[] {"dung", "em"}) {
      scheme.person(person);
    }
    write(POLICY);
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("rules.json"), json);
  }

  private String draft() {
    return "policy draft " + scheme.path("rules.json");
  }

  private void giveRole() {
    scheme.run(
        0,
        "trust rotate --expires 2121-01-01T00:00:00Z --policy "
            + scheme.pub("dung")
            + " "
            + scheme.pub("em")
            + " --policy-threshold 2");
    scheme.signed("root-2.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.run(0, "trust publish --key " + scheme.key("an"));
  }

  private String verified() {
    String bundle = scheme.bundle("today.gqb");
    return SchemeFolder.done(0, "bundle verify " + bundle + " --root " + scheme.file("root-1.gqd"))
        .out();
  }

  @Test
  void aSchemeWithoutTheRoleHasNone() {
    scheme.refused("ROLE_MISSING", 3, draft());
    assertFalse(verified().contains("policy"));
  }

  @Test
  void goesFromItsAuthorsToTheCheckpoint() throws IOException {
    giveRole();
    String drafted = scheme.run(0, draft()).out();
    assertTrue(drafted.contains("condition {\">=\":[{\"var\":\"vaccination.count\"},2]}"), drafted);
    assertTrue(drafted.contains("lifts positive-test if {\"var\":\"released\"}"), drafted);
    assertTrue(drafted.contains("reason (vi) Chưa đủ mũi"), drafted);
    scheme.refused("FILE_EXISTS", 3, draft());
    String file = "policy-VN_SG.1.draft.gqd";
    String key = " --key " + scheme.key("an");
    SchemeFolder.refused(
        "NOT_A_HOLDER", SchemeFolder.done(2, "trust sign " + scheme.file(file) + key));
    scheme.signed(file, "dung");
    assertTrue(scheme.run(0, "trust show").out().contains("policy: 1 of 2 signed"));
    String waits = scheme.run(0, "trust publish" + key).out();
    assertTrue(waits.contains("waits for signatures"), waits);
    scheme.signed(file, "em");
    scheme.run(0, "trust publish" + key);
    assertTrue(scheme.run(0, "trust show").out().contains("policy VN/SG, version 1"));
    assertTrue(verified().contains("policy VN/SG, version 1\n"));
    String shown = SchemeFolder.shown(scheme.path("today.gqb"));
    assertTrue(shown.contains("  rule course, otherwise yellow, for customer"), shown);
    scheme.refused("VERSION_NOT_NEWER", 3, draft());
    write(POLICY.replace("\"version\":1", "\"version\":2"));
    scheme.run(0, draft());
    scheme.signed("policy-VN_SG.2.draft.gqd", "dung", "em");
    scheme.run(0, "trust publish" + key);
    scheme.bundleSince("2.2", "since.gqb");
    assertTrue(verified().contains("policy VN/SG, version 2\n"));
    assertTrue(scheme.run(0, "trust publish" + key).out().contains("nothing to do"));
  }

  /** After a rotation those who hold the role now sign what stays in force. */
  @Test
  void isSignedAgainByThoseWhoComeAfter() {
    giveRole();
    scheme.run(0, draft());
    scheme.signed("policy-VN_SG.1.draft.gqd", "dung", "em");
    String key = " --key " + scheme.key("an");
    scheme.run(0, "trust publish" + key);
    scheme.run(
        0,
        "trust rotate --expires 2121-01-01T00:00:00Z --policy "
            + scheme.pub("chi")
            + " --policy-threshold 1");
    scheme.signed("root-3.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.refused("SIGNATURES_MISSING", 1, "trust publish" + key);
    scheme.signed("policy-VN_SG.1.gqd", "chi");
    scheme.run(0, "trust publish" + key);
    assertTrue(verified().contains("policy VN/SG, version 1\n"));
  }

  @Test
  void whatIsNoPolicyIsToldByItsMember() throws IOException {
    giveRole();
    write(POLICY.replace("\"when\":true", "\"when\":null"));
    Run run = scheme.refused("JSON_TYPE", 3, draft());
    assertTrue(run.err().contains("/rules/0/when"), run.err());
    write(POLICY.replace("\"test\"", "\"production\""));
    scheme.refused("ENVIRONMENT", 3, draft());
  }
}
