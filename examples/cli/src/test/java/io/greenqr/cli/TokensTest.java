package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in tokens; skipped where SoftHSM 2 is not installed. */
class TokensTest {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

  private static Path library = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void makeToken() throws Exception {
    Path found = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    String configuration = System.getenv("SOFTHSM2_CONF");
    Assumptions.assumeTrue(
        found != null && new ProcessBuilder("softhsm2-util", "--version").start().waitFor() == 0,
        "skipped: SoftHSM 2 is not installed (Debian package softhsm2)");
    Assumptions.assumeTrue(
        configuration != null && configuration.endsWith("/target/softhsm2/softhsm2.conf"),
        "skipped: SOFTHSM2_CONF is not set as the build of this module sets it");
    library = found;
    Path tokens = Path.of(configuration).resolveSibling("tokens");
    delete(tokens);
    Files.createDirectories(tokens);
    Files.writeString(
        Path.of(configuration),
        "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
            .formatted(tokens));
    Process init =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "greenqr",
                "--so-pin",
                "87654321",
                "--pin",
                System.getenv("TEST_PIN"))
            .start();
    assertEquals(0, init.waitFor());
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Run run(int code, String line) {
    return SchemeFolder.done(code, line + " --pkcs11 " + library);
  }

  private static String token(String alias) {
    return " --token greenqr --pin-env TEST_PIN --alias " + alias;
  }

  private String keygen(String out) {
    return "keygen --alg p256 --issuer Centre-7 --out " + folder.resolve(out) + " ";
  }

  @Test
  void aKeyThatNeverLeavesItsTokenIssuesPassesAndSignsAScheme() {
    run(0, keygen("issuer") + token("issuer"));
    Path pub = folder.resolve("issuer/issuer.pub.json");
    assertTrue(Files.exists(pub));
    assertFalse(Files.exists(folder.resolve("issuer/issuer.key.pem")));
    String issue = "issue --pub " + pub + " --pass " + Run.example("pass-test");
    String text = run(0, issue + token("issuer")).out().strip();
    assertEquals(
        0, Run.of("verify", text, "--trust", pub.toString(), "--allow-unchecked-status").code());

    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    run(0, keygen("list") + token("list"));
    scheme.signed("root-1.draft.gqd", "an", "chi");
    scheme.run(0, "trust publish");
    scheme.run(
        0,
        "trust rotate --expires 2121-01-01T00:00:00Z --list "
            + folder.resolve("list/issuer.pub.json").toString()
            + " --list-threshold 1 --allow-single-signer");
    scheme.signed("root-2.draft.gqd", "an", "binh");
    scheme.run(0, "trust publish");
    String publish = "trust publish --dir " + scheme.path("scheme");
    run(0, publish + token("list"));
    assertTrue(Files.exists(Path.of(scheme.file("list-2.1.gqd"))));
    Run other = run(2, publish + " --renew" + token("issuer"));
    assertTrue(other.err().startsWith("greenqr: NOT_A_HOLDER: "), other.err());
  }

  @Test
  void nothingInATokenIsOverwritten() {
    run(0, keygen("one") + token("once"));
    assertTrue(run(3, keygen("two") + token("once")).err().startsWith("greenqr: KEY_EXISTS: "));
    assertTrue(run(3, keygen("one") + token("other")).err().startsWith("greenqr: FILE_EXISTS: "));
  }

  @Test
  void whatIsWrongWithTheTokenIsToldByItsCode() {
    refused("PIN_WRONG", 3, "--token greenqr --alias x --pin-env TEST_WRONG_PIN");
    refused("TOKEN_MISSING", 3, "--token absent --alias x --pin-env TEST_PIN");
    refused("TOKEN_MISSING", 3, "--slot 12345 --alias x --pin-env TEST_PIN");
    refused("PIN_MISSING", 2, "--token greenqr --alias x");
    refused("PIN_MISSING", 2, "--token greenqr --alias x --pin-env TEST_NO_SUCH");
    refused("USAGE", 2, "--alias x --pin-env TEST_PIN");
    refused("USAGE", 2, "--token greenqr --slot 1 --alias x");
    refused("USAGE", 2, "--token greenqr --pin-env TEST_PIN");
    refused("USAGE", 2, "--token greenqr --alias Sở --pin-env TEST_PIN");
    refused("USAGE", 2, "--slot -1 --alias x --pin-env TEST_PIN");
  }

  private void refused(String code, int exit, String options) {
    SchemeFolder.refused(code, run(exit, keygen("unused") + options));
  }

  @Test
  void aKeyThatIsNotThereAndALibraryThatIsNoneHaveCodes() {
    String issue = "issue --pub absent.json --pass " + Run.example("pass-test");
    assertTrue(run(3, issue + token("absent")).err().startsWith("greenqr: KEY_MISSING: "));
    SchemeFolder.refused(
        "TOKEN_LIBRARY",
        SchemeFolder.done(3, issue + token("x") + " --pkcs11 " + Run.example("pass-test")));
  }
}
