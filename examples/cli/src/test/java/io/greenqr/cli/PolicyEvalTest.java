package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that are tried on passes, and what each view shows of the answer. */
class PolicyEvalTest {
  private static final String NOT_CHECKED =
      "note: no signature was checked, neither of policies nor of passes\n";

  @TempDir Path folder;
  private String policy;

  @BeforeEach
  void aPolicy() throws IOException {
    policy = Files.writeString(folder.resolve("policy.json"), PolicyFiles.POLICY).toString();
  }

  private Run eval(String pass, String... more) {
    List<String> args = new ArrayList<>(List.of("policy", "eval", "--policy", policy));
    args.addAll(List.of("--pass", pass));
    args.addAll(List.of(more));
    if (!args.contains("--at")) {
      args.addAll(List.of("--at", "2021-09-22T08:00:00+07:00"));
    }
    if (!args.contains("--site")) {
      args.addAll(List.of("--site", "VN-SG/market/customer"));
    }
    return Run.of(args.toArray(new String[0]));
  }

  @Test
  void aShopSeesNeitherNameNorReasonNorTimes() {
    Run run = eval(Run.example("pass-all-four"));
    assertEquals(
        """
        YELLOW
        person: N. T. H. N., 1990
        policy: VN-SG/TRY, version 3 (NOT VERIFIED)
        """,
        run.out());
    assertEquals(NOT_CHECKED, run.err());
    assertEquals(1, run.code());
  }

  @Test
  void aCheckpointSeesWhyAndWhatToDoAndUntilWhen() {
    assertEquals(
        """
        YELLOW
        person: Nguyễn Thị Hồng Nhung, 1990
        reason: Not yet 14 days
        remedy: Wait until 2021-09-28
        green from: 2021-09-28 00:00:00 (UTC+07:00)
        holds until: 2021-09-28 00:00:00 (UTC+07:00)
        policy: VN-SG/TRY, version 3 (NOT VERIFIED)
        """,
        eval(Run.example("pass-all-four"), "--view", "checkpoint").out());
  }

  @Test
  void anOfficerSeesTheRulesOneByOneInVietnamese() {
    String out = eval(Run.example("pass-all-four"), "--view", "officer", "--lang", "vi").out();
    assertTrue(out.startsWith("VÀNG\nngười: Nguyễn Thị Hồng Nhung, 1990-04-12, "), out);
    assertTrue(out.contains("lý do: Chưa đủ 14 ngày\ncần làm: Đợi đến 2021-09-28\n"), out);
    assertTrue(
        out.endsWith(
            """
            quy định: VN-SG/TRY, phiên bản 3 (CHƯA KIỂM TRA CHỮ KÝ)
            điều kiện: course: không đạt, đạt từ 2021-09-28 00:00:00 (UTC+07:00)
            điều kiện: declared: không áp dụng
            """),
        out);
  }

  @Test
  void greenEndsWith0AndTextsCountByTheirContent() {
    Issuer issuer = Issuer.make(folder.resolve("issuer"), "p256");
    String text = issuer.issue("pass-all-four");
    Run run = eval(text, "@" + Run.example("pass-all-four"), "--at", "2021-10-12T08:00:00+07:00");
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().startsWith("GREEN\n"), run.out());
    Run expired = eval(text, "--at", "2021-12-12T08:00:00+07:00", "--view", "checkpoint");
    assertEquals(1, expired.code());
    assertEquals("note: pass 1 counts as EXPIRED\n" + NOT_CHECKED, expired.err());
    assertTrue(expired.out().startsWith("RED\nreason: No valid pass was shown.\n"), expired.out());
  }

  @Test
  void aStatusIsNotLookedAt() {
    String out =
        eval(
                Run.example("pass-with-status"),
                "--at",
                "2121-10-12T08:00:00+07:00",
                "--view",
                "officer")
            .out();
    assertTrue(out.contains("guard: status-unchecked\n"), out);
  }

  @Test
  void twoPassesOfOnePersonAreOneAnswer() throws IOException {
    Path declared = Files.writeString(folder.resolve("d.json"), pass("declaration", "79-760"));
    Path doses = Files.writeString(folder.resolve("v.json"), vaccinated("facility"));
    String[] vendor = {"--site", "VN-SG/market/vendor", "--view", "officer"};
    assertTrue(eval(doses.toString(), vendor).out().startsWith("RED\n"));
    Run both = eval(doses.toString(), declared.toString(), "--site", "VN-SG/market/vendor");
    assertEquals(0, both.code(), both.out());
  }

  @Test
  void assuranceIsToldWhereItIsTheReason() throws IOException {
    Path doses = Files.writeString(folder.resolve("v.json"), vaccinated("self-declared"));
    String out = eval(doses.toString(), "--view", "checkpoint").out();
    assertTrue(out.endsWith("assurance: vaccination: needed facility, shown self-declared\n"), out);
    assertFalse(eval(doses.toString()).out().contains("vaccination"));
  }

  private static String pass(String claim, String area) {
    return "{\"name\":\"Bui Thi Lan\",\"birth\":\"2001-10-09\",\""
        + claim
        + "\":{\"at\":\"2021-09-20T07:00:00+07:00\",\"symptoms\":[],\"exposures\":[],\"area\":\""
        + area
        + "\"}}";
  }

  private static String vaccinated(String level) {
    return "{\"name\":\"Bui Thi Lan\",\"birth\":\"2001-10-09\",\"vaccination\":[{\"product\":"
        + "\"vaxzevria\",\"number\":2,\"of\":2,\"day\":\"2021-06-14\"}]"
        + (level.equals("facility") ? ",\"assurance\":{\"vaccination\":\"facility\"}}" : "}");
  }

  @Test
  void standardInputHasATextOnEachLine() {
    Issuer issuer = Issuer.make(folder.resolve("issuer"), "ed25519");
    Run run =
        Run.withInput(
            issuer.issue("pass-all-four") + "\r\n" + issuer.issue("pass-test") + "\n",
            ("policy eval --site VN-SG/market/customer --at 2021-10-12T08:00:00+07:00 --policy "
                    + policy
                    + " --pass - --view checkpoint")
                .split(" "));
    assertEquals(1, run.code());
    assertTrue(
        run.out().startsWith("RED\nreason: The passes are not those of one person.\n"), run.out());
  }

  @Test
  void whatCannotBeReadIsNotAnAnswer() throws IOException {
    Path broken = Files.writeString(folder.resolve("b.json"), "{\"name\":\"Secret\"}");
    Run run = eval(broken.toString());
    assertEquals(3, run.code());
    assertFalse(run.err().contains("Secret"));
    assertEquals(2, eval(Run.example("pass-test"), "--site", "VN-SG").code());
    assertEquals(2, eval(Run.example("pass-test"), "--view", "all").code());
    Run text = eval("GQ1:?", "--view", "officer");
    assertEquals(1, text.code());
    assertTrue(text.err().startsWith("note: pass 1 counts as TEXT_"), text.err());
  }
}
