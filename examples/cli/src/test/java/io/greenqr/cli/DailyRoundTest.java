package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheme that runs: statuses, lists, bundles and cards, and the gates that take them. */
class DailyRoundTest {
  private static final Pattern STATUS =
      Pattern.compile("\"status\":\\{\"list\":([0-9]+),\"index\":([0-9]+)}");

  @TempDir Path folder;
  private SchemeFolder scheme;

  @BeforeEach
  void begin() {
    scheme = SchemeFolder.ofOne(folder);
  }

  /** The picture of a pass with a status index, and the handle by which it is stopped. */
  private String issue() throws Exception {
    Files.createDirectories(folder.resolve("indexes"));
    Run issued =
        SchemeFolder.done(
            0,
            "issue --key "
                + scheme.key("issuer")
                + " --pub "
                + scheme.pub("issuer")
                + " --pass "
                + Run.example("pass-vaccination")
                + " --indexes "
                + scheme.path("indexes")
                + " --lists 0-3 --png "
                + scheme.path("pass.png"));
    Matcher pass = STATUS.matcher(Run.of("inspect", issued.out().strip()).out());
    assertTrue(pass.find());
    return pass.group(1) + "/" + pass.group(2);
  }

  private Run gate(int code, String more) {
    return SchemeFolder.done(
        code,
        "verify --image " + scheme.path("pass.png") + " --state " + scheme.path("gate") + more);
  }

  @Test
  void aPaperCardTurnsRedAndGreenAgain() throws Exception {
    String root = scheme.file("root-1.gqd");
    String handle = issue();
    gate(0, " --bundle " + scheme.bundle("one.gqb") + " --root " + root);
    scheme.run(0, "status set --status suspended " + handle);
    scheme.dailyRound();
    gate(0, "");
    assertTrue(
        gate(1, " --bundle " + scheme.bundleSince("1.1", "two.gqb"))
            .out()
            .startsWith("REJECTED STATUS_SUSPENDED"));
    scheme.run(0, "status set --status valid " + handle);
    scheme.dailyRound();
    gate(0, " --bundle " + scheme.bundle("three.gqb"));
    Run old = gate(3, " --bundle " + scheme.path("two.gqb"));
    assertTrue(old.err().startsWith("greenqr: LIST_ROLLBACK: "), old.err());
    gate(0, "");
  }

  @Test
  void aStateRemembersTheRootAndAFreshGateMissesIt() throws Exception {
    issue();
    String bundle = scheme.bundle("one.gqb");
    assertTrue(gate(2, " --bundle " + bundle).err().startsWith("greenqr: ROOT_MISSING: "));
    gate(0, " --bundle " + bundle + " --root " + scheme.file("root-1.gqd"));
    gate(0, " --bundle " + bundle);
  }

  @Test
  void aPartialBundleIsSmallAndLeadsAcrossSeveralLists() throws Exception {
    scheme.run(0, "status set --status revoked --range 0/0-9999");
    scheme.dailyRound();
    String first = scheme.bundle("first.gqb");
    for (int day = 0; day < 3; day++) {
      scheme.run(0, "status set --status suspended " + "0/" + (20_000 + 7 * day));
      scheme.dailyRound();
    }
    String whole = scheme.bundle("whole.gqb");
    String partial = scheme.bundleSince("1.2", "partial.gqb");
    String shown = SchemeFolder.shown(partial);
    assertEquals(3, shown.lines().filter(it -> it.startsWith("status delta")).count(), shown);
    assertFalse(shown.contains("\nstatus list 0, version"), shown);
    assertTrue(Files.size(Path.of(whole)) > 0);
    String gate = scheme.path("gate");
    String root = scheme.file("root-1.gqd");
    SchemeFolder.done(0, "bundle apply " + first + " --state " + gate + " --root " + root);
    Run applied = SchemeFolder.done(0, "bundle apply " + partial + " --state " + gate);
    assertTrue(applied.out().contains("trust list 1.5"), applied.out());
    assertFalse(applied.out().contains("not at hand"), applied.out());
    scheme.refused("FILE_MISSING", 3, "bundle build --out " + scheme.path("x") + " --since 1.9");
    scheme.refused(
        "VERSION_NOT_NEWER", 3, "bundle build --out " + scheme.path("x") + " --since 1.5");
  }

  @Test
  void aNewListOfStatusesComesInAPartialBundleWhole() {
    scheme.run(0, "status new --list 7 --entries 4000");
    scheme.run(0, "status set --status restricted 7/3999");
    scheme.dailyRound();
    String partial = scheme.bundleSince("1.1", "partial.gqb");
    String shown = SchemeFolder.shown(partial);
    assertTrue(shown.contains("status list 7, version 1, test\n"), shown);
    assertTrue(shown.contains("  restricted: 1\n"), shown);
  }

  @Test
  void aBatchIsSetAsAWholeOrNotAtAll() throws Exception {
    Path batch = Files.writeString(folder.resolve("batch"), "0/1\r\n0/2\n\n0/131071\n");
    scheme.run(0, "status set --status revoked --batch " + batch.toString());
    assertEquals("0/131071 revoked\n", scheme.run(0, "status show 0/131071").out());
    Files.writeString(batch, "0/5\n0/2\n");
    scheme.refused("STATUS_FINAL", 3, "status set --status valid --batch " + batch.toString());
    Files.writeString(batch, "0/5\n1/5\n");
    scheme.refused("LIST_UNKNOWN", 3, "status set --status revoked --batch " + batch.toString());
    Files.writeString(batch, "0/5\n0/x\n");
    Run line =
        scheme.refused(
            "STATUS_RANGE", 3, "status set --status revoked --batch " + batch.toString());
    assertTrue(line.err().contains("line 2"), line.err());
    assertEquals("0/5 valid\n", scheme.run(0, "status show 0/5").out());
    assertEquals(
        "status list 0, version 1 and changes since: 131069 valid, 3 revoked, 0 suspended,"
            + " 0 restricted\n",
        scheme.run(0, "status show --list 0").out());
  }

  @Test
  void nothingIsSignedTwice() {
    assertEquals(
        "nothing has changed\n", scheme.run(0, "status delta --key " + scheme.key("status")).out());
    scheme.run(0, "status set --status suspended 0/8");
    scheme.run(0, "status set --status valid 0/8");
    assertEquals(
        "nothing has changed\n", scheme.run(0, "status delta --key " + scheme.key("status")).out());
    assertTrue(scheme.run(0, "trust publish").out().startsWith("nothing to do: list 1.1 "));
    scheme.run(0, "trust publish --renew --key " + scheme.key("an"));
    assertTrue(Files.exists(Path.of(scheme.file("list-1.2.gqd"))));
  }

  /** A key of another role must not be used by mistake, and an interrupted run is completed. */
  @Test
  void listsThatAreNotSignedStopThePublication() {
    scheme.run(0, "status set --status suspended 0/8");
    Run drafted = scheme.refused("SIGNATURES_MISSING", 1, "status delta");
    assertTrue(drafted.out().contains("status: 0 of 1 signed; missing 1 of "), drafted.out());
    scheme.refused("SIGNATURES_MISSING", 1, "trust publish --key " + scheme.key("an"));
    scheme.refused("NOT_A_HOLDER", 2, "status delta --key " + scheme.key("an"));
    scheme.dailyRound();
    scheme.refused("NOT_A_HOLDER", 2, "trust publish --renew --key " + scheme.key("issuer"));
    assertTrue(SchemeFolder.shown(scheme.bundle("b.gqb")).contains("suspended: 1"));
    String partial = scheme.bundleSince("1.1", "p.gqb");
    assertTrue(SchemeFolder.shown(partial).contains("list 0, version 1 to 2: 1 changes"));
  }

  @Test
  void aCardIsTakenByAGateThatHoldsTheNewestList() throws Exception {
    String gate = scheme.path("gate");
    String root = scheme.file("root-1.gqd");
    String bundle = scheme.bundle("one.gqb");
    SchemeFolder.done(0, "bundle apply " + bundle + " --state " + gate + " --root " + root);
    String card =
        scheme
            .run(
                0, "trust card --key " + scheme.key("freshness") + " --png " + scheme.path("c.png"))
            .out()
            .strip();
    assertTrue(card.startsWith("GQF1:"), card);
    assertTrue(Files.size(Path.of(scheme.path("c.png"))) > 0);
    refresh(card, gate);
    scheme.refused("NOT_A_HOLDER", 2, "trust card --key " + scheme.key("an"));
    scheme.refused("TIMES", 3, "trust card --key " + scheme.key("freshness") + " --valid 25h");
    scheme.run(0, "trust publish --renew --key " + scheme.key("an"));
    String newer = scheme.run(0, "trust card --key " + scheme.key("freshness")).out().strip();
    Run superseded = refresh(newer, gate);
    assertTrue(superseded.out().contains("now STALE"), superseded.out());
  }

  private static Run refresh(String card, String gate) {
    Run run = Run.of("bundle", "refresh", card, "--state", gate);
    assertEquals(0, run.code(), run.err());
    return run;
  }
}
