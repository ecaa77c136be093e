package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three people, two of whom must sign: the files travel, and come back. */
class CeremonyTest {
  @TempDir Path folder;

  @Test
  void copiesThatWereSignedApartMakeTheRoot() throws Exception {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    Path draft = Path.of(scheme.file("root-1.draft.gqd"));
    Path one = Files.copy(draft, Files.createDirectory(folder.resolve("a")).resolve("root.gqd"));
    Path two = Files.copy(draft, Files.createDirectory(folder.resolve("b")).resolve("root.gqd"));
    SchemeFolder.done(0, "trust sign " + one.toString() + " --key " + scheme.key("an"));
    SchemeFolder.done(0, "trust sign " + two.toString() + " --key " + scheme.key("chi"));
    Run waits = scheme.refused("SIGNATURES_MISSING", 1, "trust publish");
    assertTrue(waits.out().contains("root 1: 0 of 2 signed; missing 2 of "), waits.out());
    Run merged =
        SchemeFolder.done(
            0,
            "trust sign " + draft.toString() + " --merge " + one.toString() + " " + two.toString());
    assertTrue(merged.out().contains("root 1: 2 of 2 signed"), merged.out());
    scheme.run(0, "trust publish");
    assertTrue(Files.exists(Path.of(scheme.file("root-1.gqd"))));
    assertFalse(Files.exists(draft));
  }

  @Test
  void whoSignsIsShownWhatItSaysAndWhoIsMissing() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    Run run =
        SchemeFolder.done(
            0, "trust sign " + scheme.file("root-1.draft.gqd") + " --key " + scheme.key("an"));
    assertTrue(run.out().startsWith("root, version 1, production\n"), run.out());
    assertTrue(run.out().contains("  role list: 2 of 3 must sign\n"), run.out());
    assertTrue(run.out().contains("signed by ED25519:" + scheme.kid("an")), run.out());
    assertTrue(run.out().contains("1 of 2 signed; missing 1 of "), run.out());
    assertTrue(run.out().contains(scheme.kid("chi")), run.out());
  }

  @Test
  void whoSignsTwiceCountsOnce() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    scheme.signed("root-1.draft.gqd", "an", "an");
    scheme.refused("SIGNATURES_MISSING", 1, "trust publish");
  }

  @Test
  void whoHoldsNoRoleIsTold() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    Run run =
        SchemeFolder.done(
            2, "trust sign " + scheme.file("root-1.draft.gqd") + " --key " + scheme.key("status"));
    assertTrue(run.err().startsWith("greenqr: NOT_A_HOLDER: "), run.err());
  }

  @Test
  void copiesOfAnotherDraftAreNotMerged() {
    SchemeFolder one = SchemeFolder.ofThree(folder.resolve("one"));
    SchemeFolder two = SchemeFolder.ofThree(folder.resolve("two"));
    Run run =
        SchemeFolder.done(
            3,
            "trust sign "
                + one.file("root-1.draft.gqd")
                + " --merge "
                + two.file("root-1.draft.gqd"));
    assertTrue(run.err().startsWith("greenqr: WRONG_DOCUMENT: "), run.err());
  }

  /** A second ceremony in the directory would make a second anchor. */
  @Test
  void aSchemeIsBegunOnce() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    String again =
        "trust init --environment test --expires 2121-01-01T00:00:00Z"
            + scheme.roles(" " + scheme.pub("an"), 1);
    scheme.refused("FILE_EXISTS", 3, again);
    scheme.signed("root-1.draft.gqd", "an", "binh");
    scheme.run(0, "trust publish");
    scheme.refused("FILE_EXISTS", 3, again);
  }

  @Test
  void aListWaitsForItsHoldersAndIsThenPublishedOnce() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    scheme.signed("root-1.draft.gqd", "an", "binh");
    scheme.run(0, "trust publish");
    Run waits = scheme.refused("SIGNATURES_MISSING", 1, "trust publish --key " + scheme.key("an"));
    assertTrue(waits.out().contains("list: 1 of 2 signed; missing 1 of "), waits.out());
    assertTrue(
        waits.out().contains("next: greenqr trust sign " + scheme.file("list-1.1.draft.gqd")));
    scheme.run(0, "trust publish --key " + scheme.key("chi"));
    assertTrue(scheme.run(0, "trust publish").out().startsWith("nothing to do: list 1.1 "));
    String shown = scheme.run(0, "trust show").out();
    assertTrue(
        shown.startsWith("root 1, production, ends 2121-01-01T00:00:00Z\nlist 1.1, 0 keys"), shown);
  }

  /**
   * Signers may be looking at copies of it: another draft would make their signatures worthless.
   */
  @Test
  void aDraftThatWaitsStaysTheSame() throws Exception {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    scheme.signed("root-1.draft.gqd", "an", "binh");
    scheme.run(0, "trust publish");
    scheme.run(1, "trust publish");
    byte[] before = Files.readAllBytes(Path.of(scheme.file("list-1.1.draft.gqd")));
    scheme.run(1, "trust publish --used 3d");
    assertArrayEquals(before, Files.readAllBytes(Path.of(scheme.file("list-1.1.draft.gqd"))));
    scheme.signed("list-1.1.draft.gqd", "an");
    Run renewed = scheme.run(1, "trust publish --used 3d --renew");
    assertTrue(
        renewed.out().startsWith("1 signatures of another draft were dropped\n"), renewed.out());
  }

  @Test
  void productionNeedsSeveralSignersUnlessOneIsAllowed() {
    SchemeFolder scheme = new SchemeFolder(folder);
    String init =
        "trust init --environment production --expires 2121-01-01T00:00:00Z"
            + scheme.roles(" " + scheme.pub("an"), 1);
    scheme.refused("SINGLE_SIGNER", 2, init);
    scheme.run(0, init + " --allow-single-signer");
  }
}
