package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes at a gate, from the verification to the colour. */
class AdmitTest {
  private static final String SITE = "VN-SG/market/customer";

  @TempDir Path folder;

  private String policy() throws IOException {
    return Files.writeString(folder.resolve("rules.json"), PolicyFiles.POLICY).toString();
  }

  private static Run admit(String... args) {
    List<String> all = new ArrayList<>(List.of("admit", "--site", SITE));
    all.addAll(List.of(args));
    return Run.of(all.toArray(new String[0]));
  }

  /** A scheme whose bundle has the policy, signed by those who hold the role. */
  private SchemeFolder schemeWithPolicy() throws IOException {
    SchemeFolder scheme = SchemeFolder.ofOne(folder);
    scheme.person("dung");
    scheme.run(0, "trust rotate --expires 2121-01-01T00:00:00Z --policy " + scheme.pub("dung"));
    scheme.signed("root-2.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.run(0, "policy draft " + policy());
    scheme.signed("policy-VN-SG_TRY.3.draft.gqd", "dung");
    scheme.run(0, "trust publish --key " + scheme.key("an"));
    return scheme;
  }

  private static String issue(SchemeFolder scheme, String example) {
    Run run =
        Run.of(
            "issue",
            "--key",
            scheme.key("issuer"),
            "--pub",
            scheme.pub("issuer"),
            "--pass",
            Run.example(example));
    assertEquals(0, run.code(), run.err());
    return run.out().strip();
  }

  @Test
  void aSignedPolicyAnswersForSignedPasses() throws Exception {
    SchemeFolder scheme = schemeWithPolicy();
    String bundle = scheme.bundle("today.gqb");
    String[] trust = {
      "--bundle", bundle, "--root", scheme.file("root-1.gqd"), "--state", scheme.path("gate")
    };
    String text = issue(scheme, "pass-all-four");
    Run green = admit(with(trust, text));
    assertEquals(0, green.code(), green.out() + green.err());
    assertTrue(green.out().startsWith("GREEN\nperson: "), green.out());
    assertTrue(green.out().contains("policy: VN-SG/TRY, version 3\n"), green.out());
    assertTrue(green.out().contains("age of the data: "), green.out());
    assertEquals("", green.err());
    Run json = admit("--state", scheme.path("gate"), "--json", text);
    assertTrue(json.out().contains("\"policiesVerified\":true,\"passesVerified\":true"));
    assertTrue(json.out().contains("\"dataAge\":"), json.out());

    Run forged = admit("--state", scheme.path("gate"), "--view", "officer", text, "GQ1:?");
    assertEquals(1, forged.code());
    assertTrue(forged.out().startsWith("RED\n"), forged.out());
    assertTrue(forged.out().contains("guard: pass-rejected\n"), forged.out());

    Run elsewhere = Run.of("admit", "--site", "VN-HN/market", "--state", scheme.path("gate"), text);
    assertEquals(1, elsewhere.code());
    assertTrue(
        elsewhere.out().contains("reason: No policy is in force for this place and time.\n"),
        elsewhere.out());
    assertEquals(
        0,
        Run.of("policy", "check", scheme.file("policy-VN-SG_TRY.3.gqd")).code(),
        "a signed document is a policy as well");
  }

  private static String[] with(String[] some, String last) {
    List<String> all = new ArrayList<>(List.of(some));
    all.add(last);
    return all.toArray(new String[0]);
  }

  @Test
  void withoutAPolicyNobodyEnters() {
    Issuer issuer = Issuer.make(folder, "p256");
    String text = issuer.issue("pass-all-four");
    Run run = admit("--at", Issuer.NEXT_DAY, "--trust", issuer.pub(), text);
    assertEquals(1, run.code());
    assertEquals("RED\nperson: N. T. H. N., 1990\nreason: This device has no policy.\n", run.out());
  }

  @Test
  void aPolicyOfOnesOwnIsToldToBeUnverified() throws Exception {
    Issuer issuer = Issuer.make(folder.resolve("issuer"), "p256");
    String text = issuer.issue("pass-all-four");
    Run run =
        Run.withInput(
            text + "\r\n",
            "admit",
            "--site",
            SITE,
            "--lang",
            "vi",
            "--policy",
            policy(),
            "--trust",
            issuer.pub(),
            "--at",
            "2021-10-12T08:00:00+07:00",
            "-");
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().startsWith("XANH\nngười: "), run.out());
    assertTrue(run.out().contains("(CHƯA KIỂM TRA CHỮ KÝ)"), run.out());
    assertEquals("note: no signature of a policy was checked\n", run.err());
    assertFalse(run.out().contains("Nhung"), run.out());
  }

  @Test
  void nobodyEntersWithoutAPassAndTrustIsNeeded() throws Exception {
    Issuer issuer = Issuer.make(folder.resolve("issuer"), "p256");
    Run none = admit("--policy", policy(), "--trust", issuer.pub());
    assertEquals(1, none.code());
    assertTrue(none.out().contains("reason: No valid pass was shown.\n"), none.out());
    assertEquals(2, admit("--policy", policy(), "GQ1:A").code());
    assertEquals(2, Run.of("admit", "--trust", issuer.pub(), "GQ1:A").code());
    assertEquals(3, admit("--policy", "absent", "--trust", issuer.pub(), "GQ1:A").code());
  }
}
