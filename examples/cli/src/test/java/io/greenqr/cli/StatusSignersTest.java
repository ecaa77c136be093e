package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A status role of two: what one of them signed waits for the other. */
class StatusSignersTest {
  @TempDir Path folder;
  private SchemeFolder scheme;

  @BeforeEach
  void twoMustSign() {
    scheme = SchemeFolder.ofOne(folder);
    scheme.run(
        0,
        "trust rotate --expires 2121-01-01T00:00:00Z --status-threshold 2 --status "
            + scheme.pub("status")
            + " "
            + scheme.pub("chi"));
    scheme.signed("root-2.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.refused("SIGNATURES_MISSING", 1, "status delta --key " + scheme.key("status"));
    scheme.run(0, "status delta --key " + scheme.key("chi"));
    scheme.run(0, "trust publish --key " + scheme.key("an"));
  }

  @Test
  void eachSignsInATurnOfHisOwn() {
    scheme.run(0, "status set --status suspended 0/9");
    Run first = scheme.refused("SIGNATURES_MISSING", 1, "status delta --key " + scheme.key("chi"));
    assertTrue(first.out().contains("status: 1 of 2 signed; missing 1 of "), first.out());
    assertFalse(Files.exists(Path.of(scheme.file("status-0.2.gqd"))));
    scheme.run(0, "status delta --key " + scheme.key("status"));
    scheme.run(0, "trust publish --key " + scheme.key("an"));
    String shown = SchemeFolder.shown(scheme.bundleSince("2.1", "p.gqb"));
    assertTrue(shown.contains("list 0, version 1 to 2: 1 changes"), shown);
    assertTrue(scheme.run(0, "trust show").out().contains("list 2.2, 1 keys"));
  }

  /** The changes of the first draft were never published: the delta leads past it. */
  @Test
  void aChangeInBetweenMakesNewDrafts() {
    scheme.run(0, "status set --status suspended 0/9");
    scheme.run(1, "status delta --key " + scheme.key("chi"));
    scheme.run(0, "status set --status suspended 0/10");
    Run again = scheme.run(1, "status delta --key " + scheme.key("status"));
    assertTrue(again.out().contains("status-0.3.draft.gqd: waits"), again.out());
    assertFalse(Files.exists(Path.of(scheme.file("status-0.2.draft.gqd"))));
    scheme.run(0, "status delta --key " + scheme.key("chi"));
    scheme.run(0, "trust publish --key " + scheme.key("an"));
    String shown = SchemeFolder.shown(scheme.bundleSince("2.1", "p.gqb"));
    assertTrue(shown.contains("list 0, version 1 to 3: 2 changes"), shown);
  }

  @Test
  void aDraftThatTravelledIsPublishedByTheNextRun() {
    scheme.run(0, "status set --status revoked 0/9");
    scheme.run(1, "status delta --key " + scheme.key("chi"));
    scheme.signed("status-0.2.draft.gqd", "status");
    Run waits = scheme.run(1, "status delta");
    assertTrue(waits.out().contains("status-0.2.gqd: signed"), waits.out());
    assertTrue(waits.out().contains("delta-"), waits.out());
    scheme.run(0, "status delta --key " + scheme.key("status"));
    scheme.run(0, "trust publish --key " + scheme.key("an"));
    String shown = SchemeFolder.shown(scheme.bundleSince("2.1", "p.gqb"));
    assertTrue(shown.contains("list 0, version 1 to 2: 1 changes"), shown);
  }
}
